"""`lifeboat days`: a plan date by date."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import AsJson, ScenarioPath, Width, moment
from lifeboat.commands.output import tell
from lifeboat.commands.planned import PlanOrRecord, open_with_plan

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
    from lifeboat.questions.days import day_table
    from lifeboat.showing.terminal.days import show_days

    opened, known, stamp = open_with_plan(edits, scenario, plan)
    told = day_table(opened.sourced.scenario, known, on=on).model_copy(update=stamp)
    tell(told, partial(show_days, told, on=on), as_json=as_json, width=width)
    is_bad = any(day.without_a_place for day in told.dates)
    raise typer.Exit(Code.BAD if is_bad else Code.GOOD)
