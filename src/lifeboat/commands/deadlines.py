"""`lifeboat deadlines`: how late things may be."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import AsJson, Jobs, ScenarioPath, Seed, Width, seconds
from lifeboat.commands.output import tell

if TYPE_CHECKING:
    from lifeboat.answers.deadlines import Deadlines

DeadlinesLimit = Annotated[
    float,
    typer.Option(
        parser=seconds, metavar="TIME", help="For all of it; what is not known by then is told so."
    ),
]


@editable
def deadlines_command(
    scenario: ScenarioPath,
    edits: Edits,
    time_limit: DeadlinesLimit = "60s",  # type: ignore[assignment]
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
    jobs: Jobs = None,
) -> None:
    """Tell how late each thing in the best plan may be, and who loses what a day later.

    Launches, departures, landings and moves of liners are put off until somebody would have a
    worse place than they can have. Ctrl-C shows what is known.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.deadlines import show_deadlines_of

    opened = edits.open(scenario)

    def work(run: Run) -> Deadlines:
        from lifeboat.questions.deadlines import deadlines
        from lifeboat.questions.workers import processors

        return deadlines(opened.sourced.scenario, workers=jobs or processors(), run=run)

    told = searching(work, run_for(opened, time_limit, seed, begun))
    tell(told, partial(show_deadlines_of, told), as_json=as_json, width=width)
    raise typer.Exit(_code_of_deadlines(told))


def _code_of_deadlines(told: Deadlines) -> Code:
    """The exit code: as `solve` has it for the scenario, unless something is not known."""
    from lifeboat.commands.solve import code_of

    if told.interrupted:
        return Code.INTERRUPTED
    if not told.is_known or any(it.bound == "not-known" for it in told.latest):
        return Code.NO_ANSWER
    return code_of(told.best)
