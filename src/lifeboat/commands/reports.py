"""Pictures and reports that are written beside an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lifeboat.commands.options import FORCE_HELP
from lifeboat.commands.output import tell_remarks

if TYPE_CHECKING:
    from lifeboat.answers.solve import Answer
    from lifeboat.errors import MistakesError
    from lifeboat.files.writing.output import Output
    from lifeboat.scenario.scenario import Scenario
    from lifeboat.showing.png.painter import Painter

Force = Annotated[bool, typer.Option("--force", help=FORCE_HELP)]
HtmlFile = Annotated[
    str | None,
    typer.Option("--html", metavar="FILE", help="Write a report of it: one file for a browser."),
]


def painter_for(png: str | None) -> Painter | None:
    """What draws a PNG picture, None if none is asked for; raises `MistakesError` if it is not
    installed.
    """
    from lifeboat.showing.png.painter import painter

    return None if png is None else painter()


def picture_file(
    path: str, read: Sequence[str], besides: Output | None = None, *, force: bool
) -> Output:
    """The file that a picture will be written to.

    Raises `MistakesError` if it cannot be written, or another file is asked for by the same name.
    """
    from lifeboat.files.writing.marks import Sort
    from lifeboat.files.writing.output import Output, refuse_twice

    output = Output(path, Sort.PICTURE, tuple(read), force)
    if besides is not None:
        refuse_twice(output, besides)
    output.check()
    return output


def any_file(path: str, read: Sequence[str], text: str, *, force: bool) -> Output:
    """A file that bears no mark of ours, for a text; raises `MistakesError` if it cannot be."""
    from lifeboat.files.writing.output import Output

    output = Output(path, None, tuple(read), force)
    output.check(text)
    return output


def report_file(
    path: str | None, read: Sequence[str], besides: Output | None, *, force: bool
) -> Output | None:
    """The file that a report will be written to, None if none is asked for.

    Raises `MistakesError` if it cannot be written, or another file is asked for by the same name.
    """
    from lifeboat.files.writing.marks import Sort
    from lifeboat.files.writing.output import Output, refuse_twice

    if path is None:
        return None
    output = Output(path, Sort.REPORT, tuple(read), force)
    if besides is not None:
        refuse_twice(output, besides)
    output.check()
    return output


def with_chart_and_days(answer: Answer, scenario: Scenario) -> Answer:
    """The answer with its best plan as a chart and date by date, if it has one."""
    from lifeboat.questions.chart import chart
    from lifeboat.questions.days import day_table

    if answer.best is None:
        return answer
    plan = answer.best.plan
    update = {"chart": chart(scenario, plan), "days": day_table(scenario, plan)}
    return answer.model_copy(update=update)


def write_report(output: Output | None, answer: Answer) -> MistakesError | None:
    """Write the report of an answer, if one is asked for, and say so on standard error.

    Returns why it could not be written: the answer is printed all the same, and then that.
    """
    from lifeboat.showing.html import report_html

    return None if output is None else written(output, report_html(answer))


def written(output: Output, text: str) -> MistakesError | None:
    """Write a report, and say so on standard error; returns why it could not be written."""
    from lifeboat.errors import MistakesError

    try:
        tell_written("The report", output, text)
    except MistakesError as unwritten:
        return unwritten
    return None


def tell_written(what: str, output: Output, content: str | bytes) -> None:
    """Write a file, and say so on standard error; raises `MistakesError` if it cannot be."""
    tell_remarks(output.write(content))
    typer.echo(f"{what} is in '{output.path}'.", err=True)
