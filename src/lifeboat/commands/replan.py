"""`lifeboat replan`: the least that has to change in a plan made before."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.edits import Edits, editable
from lifeboat.commands.given import (
    AsJson,
    ScenarioPath,
    Seed,
    TimeLimit,
    Width,
    lines_of,
    moment,
    only_one_from_standard_input,
)
from lifeboat.commands.solve import Output, Quiet, code_of, write_best

if TYPE_CHECKING:
    from lifeboat.files.read import SourcedScenario
    from lifeboat.plans.replanned import Replanned

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
def replan(
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
) -> None:
    """Something happened: keep what has been flown, change as little as possible of the rest.

    After safety come the fewest people on another vehicle, the fewest flights moved, then days.
    """
    from lifeboat.commands.interrupts import Say, Stop, searching
    from lifeboat.files.plan_file import read_earlier_plan

    only_one_from_standard_input(scenario, plan)
    opened = edits.open(scenario)
    earlier = read_earlier_plan(plan, opened.sourced.scenario)

    def work(say: Say, stop: Stop) -> Replanned:
        from lifeboat.questions.replan import replan as ask

        return ask(
            opened.sourced.scenario,
            earlier,
            since=since,
            record=plan,
            time_limit=time_limit,
            seed=seed,
            progress=say,
            stop=stop,
            digest=opened.digest,
            edits=opened.edits,
        )

    told = searching(work, quiet=quiet)
    if output is not None:
        write_best(output, told.answer, scenario)
    _show(told, opened.sourced, as_json=as_json, width=width, quiet=quiet)
    raise typer.Exit(code_of(told.answer))


def _show(
    told: Replanned, sourced: SourcedScenario, *, as_json: bool, width: int | None, quiet: bool
) -> None:
    from lifeboat.showing.console import console_for
    from lifeboat.showing.document import replan_json, write_json
    from lifeboat.showing.replanned import show_replanned

    if as_json:
        write_json(replan_json(told), sys.stdout)
    else:
        show_replanned(told, console_for(sys.stdout, width), lines_of(sourced), brief=quiet)
