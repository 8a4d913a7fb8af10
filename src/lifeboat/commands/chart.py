"""`lifeboat chart`: a plan as a chart, in the terminal or as a picture."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import AsJson, ScenarioPath, Width
from lifeboat.commands.output import tell, tell_remarks
from lifeboat.commands.planned import PlanOrRecord, open_with_plan
from lifeboat.commands.reports import picture_file

SvgFile = Annotated[
    str | None, typer.Option("--svg", metavar="FILE", help="Write the chart as a picture.")
]


@editable
def chart_command(
    scenario: ScenarioPath,
    edits: Edits,
    plan: PlanOrRecord = None,
    svg: SvgFile = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """Draw a plan: ports, crew, seat margin, windows, closures, decide-by dates over time.

    The plan of record stands behind it where it is otherwise. Nothing is searched for.
    """
    from lifeboat.questions.chart import chart

    opened, known, stamp = open_with_plan(edits, scenario, plan)
    files = (*opened.files, *([] if plan is None else [plan]))
    picture = None if svg is None else picture_file(svg, files, force=edits.force)
    told = chart(opened.sourced.scenario, known).model_copy(update=stamp)
    if picture is not None:
        from lifeboat.showing.svg import chart_svg

        tell_remarks(picture.write(chart_svg(told)))
        typer.echo(f"The chart is in '{picture.path}'.", err=True)
    if as_json or picture is None:
        from lifeboat.showing.terminal.chart import show_chart

        tell(told, partial(show_chart, told), as_json=as_json, width=width)
    is_bad = any(level.without_a_place for level in told.margin)
    raise typer.Exit(Code.BAD if is_bad else Code.GOOD)
