"""`lifeboat check`: which rules a given plan breaks, and what the plan costs."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import (
    AsJson,
    Quiet,
    ScenarioPath,
    Width,
    lines_of,
    only_one_from_standard_input,
)
from lifeboat.commands.output import tell

PlanPath = Annotated[
    str,
    typer.Argument(metavar="PLAN", help="A plan file, or what solve --json printed; - for stdin."),
]


@editable
def check_command(
    scenario: ScenarioPath,
    plan: PlanPath,
    edits: Edits,
    as_json: AsJson = False,
    width: Width = None,
    quiet: Quiet = False,
) -> None:
    """Check a plan against every rule of a scenario, and tell what it costs."""
    from lifeboat.files.plan_file import read_plan
    from lifeboat.questions.check import check
    from lifeboat.showing.terminal.check import show_check

    only_one_from_standard_input(scenario, plan)
    opened = edits.open(scenario)
    sourced = opened.sourced
    checked = check(sourced.scenario, read_plan(plan, sourced.scenario))
    checked = checked.model_copy(update={"remarks": opened.remarks})
    show = partial(show_check, checked, where=lines_of(sourced), brief=quiet)
    tell(checked, show, as_json=as_json, width=width)
    raise typer.Exit(Code.GOOD if checked.good else Code.BAD)
