"""`lifeboat check`: what a plan somebody wrote breaks, and what it costs."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lifeboat.commands.codes import Code
from lifeboat.commands.edits import Edits, editable
from lifeboat.commands.given import (
    AsJson,
    ScenarioPath,
    lines_of,
    only_one_from_standard_input,
)

PlanPath = Annotated[
    str,
    typer.Argument(metavar="PLAN", help="A plan file, or what solve --json printed; - for stdin."),
]


@editable
def check(scenario: ScenarioPath, plan: PlanPath, edits: Edits, as_json: AsJson = False) -> None:
    """Check a plan against every rule of a scenario, and tell what it costs."""
    from lifeboat.files.plan_file import read_plan
    from lifeboat.questions.check import check as ask
    from lifeboat.showing.console import console_for
    from lifeboat.showing.document import check_json, write_json
    from lifeboat.showing.tables import show_check

    only_one_from_standard_input(scenario, plan)
    sourced = edits.open(scenario).sourced
    checked = ask(sourced.scenario, read_plan(plan, sourced.scenario))
    if as_json:
        write_json(check_json(checked), sys.stdout)
    else:
        show_check(checked, console_for(sys.stdout), lines_of(sourced))
    raise typer.Exit(Code.GOOD if checked.good else Code.BAD)
