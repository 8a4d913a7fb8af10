"""`lifeboat check`: which rules a given plan breaks, and what the plan costs."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import (
    AsJson,
    Full,
    Quiet,
    ScenarioPath,
    Width,
    lines_of,
    only_one_from_standard_input,
)
from lifeboat.commands.output import tell, tell_remarks

PlanPath = Annotated[
    str,
    typer.Argument(metavar="PLAN", help="A plan file, or what --json printed; - for stdin."),
]


@editable
def check_command(
    scenario: ScenarioPath,
    plan: PlanPath,
    edits: Edits,
    as_json: AsJson = False,
    width: Width = None,
    quiet: Quiet = False,
    full: Full = False,
) -> None:
    """Check a plan against every rule of a scenario, and tell what it costs."""
    from lifeboat.files.plan_file import open_plan
    from lifeboat.questions.check import check
    from lifeboat.showing.terminal.check import show_check

    only_one_from_standard_input(scenario, plan)
    opened = edits.open(scenario, read=[plan])
    sourced = opened.sourced
    read = open_plan(plan, opened.against)
    tell_remarks(read.remarks)
    stamp = {"scenario_sha256": opened.digest, "edits": opened.edits}
    checked = check(sourced.scenario, read.plan)
    checked = checked.model_copy(update={"remarks": (*read.remarks, *opened.remarks), **stamp})
    show = partial(show_check, checked, where=lines_of(sourced), brief=quiet, full=full)
    tell(checked, show, as_json=as_json, width=width)
    raise typer.Exit(Code.GOOD if checked.good else Code.BAD)
