"""`lifeboat render`: an answer that was kept, in other forms."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.options import Full, Width
from lifeboat.commands.output import tell_remarks
from lifeboat.commands.reports import (
    Force,
    HtmlFile,
    any_file,
    painter_for,
    picture_file,
    report_file,
)

if TYPE_CHECKING:
    from lifeboat.answers.chart import Chart
    from lifeboat.answers.solve import Answer
    from lifeboat.files.writing.output import Output
    from lifeboat.showing.png.painter import Painter

KeptAnswer = Annotated[
    str, typer.Argument(metavar="ANSWER", help="What solve --json printed; - for standard input.")
]
KeptSvg = Annotated[
    str | None, typer.Option("--svg", metavar="FILE", help="Write its chart as an SVG picture.")
]
KeptPng = Annotated[
    str | None, typer.Option("--png", metavar="FILE", help="Write its chart as a PNG picture.")
]
CsvFolder = Annotated[
    str | None,
    typer.Option("--csv", metavar="FOLDER", help="Write every table as a CSV file in a folder."),
]
MarkdownFile = Annotated[
    str | None, typer.Option("--markdown", metavar="FILE", help="Write it as Markdown.")
]
CalendarFile = Annotated[
    str | None,
    typer.Option("--calendar", metavar="FILE", help="Write its decisions as an iCalendar file."),
]


def render_command(
    answer: KeptAnswer,
    html: HtmlFile = None,
    svg: KeptSvg = None,
    png: KeptPng = None,
    csv: CsvFolder = None,
    markdown: MarkdownFile = None,
    calendar: CalendarFile = None,
    force: Force = False,
    width: Width = None,
    full: Full = False,
) -> None:
    """Show an answer again, or write it as a report, picture, tables, notes or calendar.

    Nothing is searched for: the answer is what `solve --json` printed.
    """
    from lifeboat.commands.exit_codes import code_of
    from lifeboat.files.answer_file import read_answer

    painter = painter_for(png)
    told, read = read_answer(answer), [answer]
    written: list[tuple[Output, str | bytes]] = []
    if html is not None and (output := report_file(html, read, None, force=force)):
        written.append((output, _report(told)))
    if svg is not None:
        written.append((picture_file(svg, read, force=force), _picture_of(told)))
    if png is not None and painter is not None:
        written.append((picture_file(png, read, force=force), _painting_of(told, painter)))
    if csv is not None:
        for path, text in _csv_in(csv, told):
            written.append((any_file(path, read, text, force=force), text))
    if markdown is not None:
        text = _markdown(told)
        written.append((any_file(markdown, read, text, force=force), text))
    if calendar is not None:
        text = _calendar(told)
        written.append((any_file(calendar, read, text, force=force), text))
    for output, content in written:
        tell_remarks(output.write(content))
        typer.echo(f"Written: '{output.path}'.", err=True)
    if not written:
        _show_kept(told, width, full=full)
    raise typer.Exit(code_of(told))


def _show_kept(told: Answer, width: int | None, *, full: bool) -> None:
    from lifeboat.showing.terminal.console import console_for
    from lifeboat.showing.terminal.solve import show_answer

    show_answer(told, console_for(sys.stdout, width), full=full)


def _report(told: Answer) -> str:
    from lifeboat.showing.html import report_html

    return report_html(told)


def _picture_of(told: Answer) -> str:
    from lifeboat.showing.svg import chart_svg

    return chart_svg(_chart_of(told))


def _painting_of(told: Answer, painter: Painter) -> bytes:
    from lifeboat.showing.png import chart_png

    data, remarks = chart_png(_chart_of(told), painter)
    tell_remarks(remarks)
    return data


def _chart_of(told: Answer) -> Chart:
    from lifeboat.errors import Mistake, MistakesError

    if told.chart is None:
        message = "this answer holds no plan, so there is nothing to draw"
        raise MistakesError([Mistake(kind="no-plan", message=message)])
    return told.chart


def _csv_in(folder: str, told: Answer) -> list[tuple[str, str]]:
    """Every CSV file with its path; the folder is made if it is not there."""
    import os

    from lifeboat.files.writing.refusals import unwritable, why_of
    from lifeboat.showing.exports.spreadsheet import csv_files
    from lifeboat.showing.tables.answer import answer_tables

    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, why_of(error)) from error
    found = csv_files(answer_tables(told))
    return [(os.path.join(folder, name), text) for name, text in found.items()]


def _markdown(told: Answer) -> str:
    from lifeboat.showing.exports.markdown import answer_markdown

    return answer_markdown(told)


def _calendar(told: Answer) -> str:
    from lifeboat.showing.exports.calendar import decisions_calendar

    return decisions_calendar(told)
