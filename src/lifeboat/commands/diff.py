"""`lifeboat diff`: how two plans differ."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from lifeboat.commands.options import AsJson, Width, only_one_from_standard_input
from lifeboat.commands.output import tell, tell_remarks

Before = Annotated[
    str,
    typer.Argument(metavar="PLAN_A", help="What solve --json printed, or a plan file."),
]
After = Annotated[str, typer.Argument(metavar="PLAN_B", help="Another one.")]
Scenario = Annotated[
    str | None,
    typer.Option(metavar="SCENARIO", help="The scenario that plan files are plans for."),
]


def diff_command(
    before: Before,
    after: After,
    scenario: Scenario = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """Tell who rides another vehicle, which dates moved, which seats changed quality."""
    from lifeboat.editing.opened import open_edited
    from lifeboat.questions.diff import diff
    from lifeboat.showing.terminal.diff import show_differing

    only_one_from_standard_input(before, after, *([scenario] if scenario else []))
    opened = open_edited(scenario) if scenario else None
    tell_remarks(opened.remarks if opened else ())
    told = diff(before, after, opened.against if opened else None)
    tell(told, partial(show_differing, told), as_json=as_json, width=width)
