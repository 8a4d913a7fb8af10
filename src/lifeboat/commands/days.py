"""`lifeboat days`: a plan date by date."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import (
    AsJson,
    ScenarioPath,
    Width,
    moment,
    only_one_from_standard_input,
)
from lifeboat.commands.output import tell, tell_remarks

PlanOrRecord = Annotated[
    str | None,
    typer.Argument(
        metavar="PLAN",
        help="A plan file, or what --json printed; the plan of record when left out.",
    ),
]
OnDate = Annotated[
    datetime | None,
    typer.Option(
        "--on", parser=moment, metavar="DATE", help="One date in full: who could leave, in what."
    ),
]


@editable
def days_command(
    scenario: ScenarioPath,
    edits: Edits,
    plan: PlanOrRecord = None,
    on: OnDate = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """Tell a plan date by date: who is aboard, with how many places, in ships how old.

    Also overlaps with their slack, and everybody's days in space. Nothing is searched for.
    """
    from lifeboat.files.plan_file import open_plan
    from lifeboat.questions.days import AS_PLANNED, day_table
    from lifeboat.showing.terminal.days import show_days

    read = [] if plan is None else [plan]
    only_one_from_standard_input(scenario, *read)
    opened = edits.open(scenario, read=read)
    known = None if plan is None else open_plan(plan, opened.against)
    remarks = () if known is None else known.remarks
    tell_remarks(remarks)
    told = day_table(opened.sourced.scenario, AS_PLANNED if known is None else known.plan, on=on)
    stamp = {"scenario_sha256": opened.digest, "edits": opened.edits}
    told = told.model_copy(update={"remarks": (*remarks, *opened.remarks), **stamp})
    tell(told, partial(show_days, told, on=on), as_json=as_json, width=width)
    is_bad = any(day.without_a_place for day in told.dates)
    raise typer.Exit(Code.BAD if is_bad else Code.GOOD)
