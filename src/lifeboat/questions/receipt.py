"""The receipt: what it takes to get the same answer again."""

from __future__ import annotations

import platform
from datetime import UTC, datetime, timedelta
from importlib.metadata import version

from lifeboat.answers.solve import Answer, Receipt
from lifeboat.files.against import digest_of
from lifeboat.questions.run import Run
from lifeboat.scenario.made_for import MadeFor
from lifeboat.scenario.scenario import Scenario
from lifeboat.version import __version__


def receipt_of(scenario: Scenario, run: Run, seconds: float) -> Receipt:
    """The receipt of a run that took some seconds."""
    from lifeboat.solving.cpsat.solver import PARAMETERS

    return Receipt(
        program=__version__,
        solver=f"OR-Tools {version('ortools')}",
        python=platform.python_version(),
        scenario_sha256=run.digest or digest_of(scenario),
        edits=run.edits,
        seed=run.seed,
        time_limit=None if run.time_limit is None else timedelta(seconds=run.time_limit),
        parameters={name: str(value) for name, value in PARAMETERS.items()},
        started=datetime.now(UTC) - timedelta(seconds=seconds),
        seconds=round(seconds, 3),
    )


def stamp_of(answer: Answer) -> MadeFor:
    """What is noted in a file with a plan of an answer."""
    receipt = answer.receipt
    return MadeFor(
        scenario=answer.scenario, sha256=receipt.scenario_sha256, edits=list(receipt.edits)
    )
