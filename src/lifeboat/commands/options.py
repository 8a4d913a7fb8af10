"""Arguments and options that commands share: scenarios, dates, time limits."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lifeboat.errors import Place
    from lifeboat.files.scenario_file import SourcedScenario
    from lifeboat.showing.terminal.findings import Where

ScenarioPath = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="A scenario file; - for standard input.")
]
FORCE_HELP = "Write over any file but one that was read."
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document, nothing else.")]


def lines_of(sourced: SourcedScenario) -> Where:
    """Return a function that gives the file and line of each part of a scenario, and the edits
    made in it.
    """

    def where(path: tuple[str, ...]) -> str:
        return ", ".join(dict.fromkeys(map(_said, sourced.source.places(path))))

    return where


def _said(place: Place) -> str:
    is_flag = place.file.startswith("--")
    return f"{place.file} {place.text}" if is_flag else f"{place.file}:{place.line}"


def seconds(text: str) -> float:
    """Read a time limit, a span such as `2min` or a number of seconds, as seconds."""
    from pydantic_core import PydanticCustomError

    from lifeboat.days import read_span
    from lifeboat.files.validation.words import quoted

    try:
        span = read_span(text, bare="s").total_seconds()
    except PydanticCustomError as wrong:
        raise typer.BadParameter(f"{quoted(text)} {wrong.message()}") from None
    if not span:
        raise typer.BadParameter(f"{quoted(text)} leaves no time at all")
    return span


def moment(text: str) -> datetime:
    """Read a date or an instant, such as `2023-02-20` or `2023-02-20T06:00Z`."""
    from pydantic_core import PydanticCustomError

    from lifeboat.days import read_moment
    from lifeboat.files.validation.words import quoted

    try:
        return read_moment(text)
    except PydanticCustomError as wrong:
        raise typer.BadParameter(f"{quoted(text)} {wrong.message()}") from None


def only_one_from_standard_input(*paths: str) -> None:
    """Refuse to read standard input for two files; raises `MistakesError`."""
    from lifeboat.errors import Mistake, MistakesError

    if paths.count("-") > 1:
        message = "standard input can be read once, for one file only"
        hint = "give one of them as a file"
        raise MistakesError([Mistake(kind="standard-input", message=message, hint=hint)])


TimeLimit = Annotated[
    float | None,
    typer.Option(
        parser=seconds,
        metavar="TIME",
        help="Give the best plan found in this time, such as 30s, 2min or 1h; 30 is seconds.",
    ),
]
EachLimit = Annotated[
    float,
    typer.Option(
        parser=seconds,
        metavar="TIME",
        help="For each answer; what is not proven by then is told as found.",
    ),
]
TotalTime = Annotated[
    float | None,
    typer.Option(
        parser=seconds,
        metavar="TIME",
        help="For all answers together: each has its share of what is left when it begins.",
    ),
]
Width = Annotated[
    int | None, typer.Option(min=40, max=1000, metavar="N", help="Columns to print in.")
]
Full = Annotated[bool, typer.Option("--full", help="Print every table, and all that is folded.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the summary, no tables.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, metavar="N", help="Answers sought at a time; one a processor."
    ),
]
Seed = Annotated[int, typer.Option(min=0, max=2**31 - 1, metavar="N", help="Of the search.")]
