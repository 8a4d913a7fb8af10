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
from lifeboat.commands.reports import painter_for, picture_file, tell_written

SvgFile = Annotated[
    str | None, typer.Option("--svg", metavar="FILE", help="Write the chart as an SVG picture.")
]
PngFile = Annotated[
    str | None, typer.Option("--png", metavar="FILE", help="Write the chart as a PNG picture.")
]


@editable
def chart_command(
    scenario: ScenarioPath,
    edits: Edits,
    plan: PlanOrRecord = None,
    svg: SvgFile = None,
    png: PngFile = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """Draw a plan: ports, crew, seat margin, windows, closures, decide-by dates over time.

    The plan of record stands behind it where it is otherwise. Nothing is searched for.
    """
    from lifeboat.questions.chart import chart

    painter = painter_for(png)
    opened, known, stamp = open_with_plan(edits, scenario, plan)
    files = (*opened.files, *([] if plan is None else [plan]))
    drawn = None if svg is None else picture_file(svg, files, force=edits.force)
    painted = None if png is None else picture_file(png, files, drawn, force=edits.force)
    told = chart(opened.sourced.scenario, known).model_copy(update=stamp)
    if drawn is not None:
        from lifeboat.showing.svg import chart_svg

        tell_written("The chart", drawn, chart_svg(told))
    if painted is not None and painter is not None:
        from lifeboat.showing.png import chart_png

        data, remarks = chart_png(told, painter)
        tell_remarks(remarks)
        tell_written("The chart", painted, data)
    if as_json or (drawn is None and painted is None):
        from lifeboat.showing.terminal.chart import show_chart

        tell(told, partial(show_chart, told), as_json=as_json, width=width)
    is_bad = any(level.without_a_place for level in told.margin)
    raise typer.Exit(Code.BAD if is_bad else Code.GOOD)
