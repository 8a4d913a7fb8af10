"""`lifeboat deadlines`: how late things may be."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import (
    AsJson,
    Jobs,
    ScenarioPath,
    Seed,
    Width,
    only_one_from_standard_input,
    seconds,
)
from lifeboat.commands.output import tell, tell_remarks

if TYPE_CHECKING:
    from lifeboat.answers.deadlines import Deadlines

DecidedPlan = Annotated[
    str | None,
    typer.Argument(metavar="PLAN", help="A plan that was decided for; the best when left out."),
]
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
    plan: DecidedPlan = None,
    time_limit: DeadlinesLimit = "60s",  # type: ignore[assignment]
    as_json: AsJson = False,
    width: Width = None,
    seed: Seed = 1,
    jobs: Jobs = None,
) -> None:
    """Tell how late each thing in the best plan, or in another, may be, and who loses what then.

    Launches, departures, landings and moves of liners are put off until somebody would have a
    worse place than they can have. Ctrl-C shows what is known.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching
    from lifeboat.files.plan_file import open_plan
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.deadlines import show_deadlines_of

    read = [] if plan is None else [plan]
    only_one_from_standard_input(scenario, *read)
    opened = edits.open(scenario, read=read)
    decided = None if plan is None else open_plan(plan, opened.against)
    if decided is not None:
        tell_remarks(decided.remarks)

    def work(run: Run) -> Deadlines:
        from lifeboat.questions.deadlines import deadlines
        from lifeboat.questions.workers import processors

        known = None if decided is None else decided.plan
        return deadlines(opened.sourced.scenario, known, workers=jobs or processors(), run=run)

    told = searching(work, run_for(opened, time_limit, seed, begun))
    tell(told, partial(show_deadlines_of, told), as_json=as_json, width=width)
    raise typer.Exit(_code_of_deadlines(told))


def _code_of_deadlines(told: Deadlines) -> Code:
    """The exit code: as `solve` has it for the scenario, unless something is not known."""
    from lifeboat.commands.exit_codes import code_of

    if told.interrupted:
        return Code.INTERRUPTED
    if told.is_of_a_plan and not told.is_known:
        return Code.BAD
    if not told.is_known or any(it.bound == "not-known" for it in told.latest):
        return Code.NO_ANSWER
    return code_of(told.best)
