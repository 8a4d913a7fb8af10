"""`lifeboat replan`: the least that has to change in an earlier plan."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.options import (
    AsJson,
    Full,
    Quiet,
    ScenarioPath,
    Seed,
    TimeLimit,
    Width,
    lines_of,
    moment,
    only_one_from_standard_input,
)
from lifeboat.commands.output import tell
from lifeboat.commands.solve import Output, code_after, write_best

if TYPE_CHECKING:
    from lifeboat.answers.replan import Replanned

PlanPath = Annotated[
    str, typer.Argument(metavar="PLAN", help="The plan made before; what solve --json printed too.")
]
Since = Annotated[
    datetime | None,
    typer.Option(
        parser=moment,
        metavar="DATE",
        help="What the plan does before is done; the scenario's as_of when left out.",
    ),
]


@editable
def replan_command(
    scenario: ScenarioPath,
    plan: PlanPath,
    edits: Edits,
    since: Since = None,
    time_limit: TimeLimit = None,
    as_json: AsJson = False,
    output: Output = None,
    width: Width = None,
    seed: Seed = 1,
    quiet: Quiet = False,
    full: Full = False,
) -> None:
    """Something happened: keep what has been flown, change as little as possible of the rest.

    After safety come the fewest people on another vehicle, the fewest flights moved, then days.
    """
    begun = monotonic()
    from lifeboat.commands.interrupts import run_for, searching
    from lifeboat.files.plan_file import open_plan
    from lifeboat.questions.run import Run
    from lifeboat.showing.terminal.replan import show_replanned

    only_one_from_standard_input(scenario, plan)
    opened = edits.open(scenario, output, [plan])
    earlier = open_plan(plan, opened.against, may_be_earlier=True).plan

    def work(run: Run) -> Replanned:
        from lifeboat.questions.replan import replan

        return replan(opened.sourced.scenario, earlier, since=since, record=plan, run=run)

    run = run_for(opened, time_limit, seed, begun)
    told = searching(work, run, quiet=quiet)
    unwritten = write_best(edits.plan_file(output, opened, [plan]), told.answer)
    show = partial(show_replanned, told, where=lines_of(opened.sourced), brief=quiet, full=full)
    tell(told, show, as_json=as_json, width=width)
    raise typer.Exit(code_after(told.answer, unwritten))
