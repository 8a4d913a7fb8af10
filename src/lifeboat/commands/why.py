"""`lifeboat why`: why something is so in the best plan, or why it is not."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import AsJson, ScenarioPath, Seed, Width, lines_of, seconds
from lifeboat.commands.output import tell

if TYPE_CHECKING:
    from lifeboat.answers.why import Why

ClaimText = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help='A sentence, as "Ana returns on Heron", "not Heron launches earlier".',
    ),
]
WhyLimit = Annotated[
    float,
    typer.Option(
        parser=seconds,
        metavar="TIME",
        help="For both plans; what is not proven by then is told as found.",
    ),
]


@editable
def why_command(
    scenario: ScenarioPath,
    claim: ClaimText,
    edits: Edits,
    time_limit: WhyLimit = "10s",  # type: ignore[assignment]
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
) -> None:
    """Tell why something is so in the best plan, or why it is not.

    The other choice is forced, and the scenario solved again: what gets worse, or why it is
    impossible.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.why import show_why

    opened = edits.open(scenario)

    def work(run: Run) -> Why:
        from lifeboat.questions.why import why

        return why(opened.sourced.scenario, claim, run=run)

    run = run_for(opened, time_limit, seed, begun)
    told = searching(work, run)
    tell(
        told, partial(show_why, told, where=lines_of(opened.sourced)), as_json=as_json, width=width
    )
    raise typer.Exit(_code_of_why(told))


def _code_of_why(told: Why) -> Code:
    """The exit code of a reason: as `solve` has it for the scenario, unless none was found."""
    from lifeboat.commands.exit_codes import code_of

    if told.interrupted:
        return Code.INTERRUPTED
    return Code.NO_ANSWER if told.outcome == "gave-up" else code_of(told.best)
