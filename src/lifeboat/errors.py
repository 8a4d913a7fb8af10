"""Mistakes and remarks: what is wrong or odd, where, why, and the nearest right thing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

SHOWN = 50
MOST_MISTAKES = 1000
"""The most mistakes collected for one file."""
WIDTH = 100
TAB = "    "


class Place(BaseModel):
    """A stretch of one line of a file; lines and columns count from 1."""

    model_config = ConfigDict(frozen=True)

    file: str
    line: int
    column: int
    length: int = 1
    text: str = ""
    """The whole line, as it stands in the file."""


class Mistake(BaseModel):
    """Something wrong in what was written or asked for."""

    model_config = ConfigDict(frozen=True)

    kind: str
    """A short word for this sort of mistake, the same in every release."""
    message: str
    place: Place | None = None
    """Where it stands; nowhere when a file could not be read at all."""
    hint: str | None = None
    """The nearest right thing."""


class Remark(BaseModel):
    """Something in what was written that is allowed, and that a planner would want to be told."""

    model_config = ConfigDict(frozen=True)

    kind: str
    """A short word for this sort of remark, the same in every release."""
    message: str
    place: Place | None = None
    """Where it stands."""
    hint: str | None = None
    """What may be meant instead."""


class MistakesError(Exception):
    """All mistakes found in one pass, in the order of their places."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(dict.fromkeys(mistakes), key=_by_place))
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        return say_mistakes(self.mistakes)


def _by_place(mistake: Mistake) -> tuple[str, int, int, str]:
    place = mistake.place
    at = (place.file, place.line, place.column) if place else ("", 0, 0)
    return (*at, mistake.message)


def say_mistakes(mistakes: Sequence[Mistake]) -> str:
    """Mistakes as plain text, each with its line quoted and underlined."""
    said = [_say("error", mistake) for mistake in mistakes[:SHOWN]]
    more = len(mistakes) - SHOWN
    if more > 0:
        said.append(f"and {more} more" if len(mistakes) < MOST_MISTAKES else "and many more")
    return "\n\n".join(said)


def say_remarks(remarks: Sequence[Remark]) -> str:
    """Remarks as plain text, as mistakes are said."""
    said = [_say("note", remark) for remark in remarks[:SHOWN]]
    more = len(remarks) - SHOWN
    return "\n\n".join([*said, f"and {more} more"] if more > 0 else said)


def _say(what: str, mistake: Mistake | Remark) -> str:
    place = mistake.place
    margin = " " * (len(str(place.line)) if place else 1)
    lines = [f"{what}: {_printable(mistake.message)}"]
    if place:
        lines.append(f"{margin}--> {_printable(place.file)}:{place.line}:{place.column}")
    if place and place.text.strip():
        text, mark = quote_line(place)
        lines += [f"{margin} |", f"{place.line} | {text}", f"{margin} | {mark}"]
    if mistake.hint:
        lines.append(f"{margin} = help: {_printable(mistake.hint)}")
    return "\n".join(lines)


def quote_line(place: Place) -> tuple[str, str]:
    """The line of a place in printable form, and carets that underline the place."""
    start = place.column - 1
    first = max(0, min(start - WIDTH // 3, len(place.text) - WIDTH))
    last = min(len(place.text), first + WIDTH)
    before = _printable(place.text[first:start])
    marked = _printable(place.text[start : min(start + place.length, last)])
    after = _printable(place.text[start + place.length : last])
    head, tail = "…" * (first > 0), "…" * (last < len(place.text))
    mark = " " * width_of(head + before) + "^" * max(1, width_of(marked))
    return (head + before + marked + after + tail).rstrip(), mark


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else TAB if c == "\t" else "�" for c in text)


def width_of(text: str) -> int:
    """The number of terminal columns a text takes."""
    return sum(map(_width_of_letter, text))


def _width_of_letter(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


class OurBug(Exception):
    """A fault that can only be the program's, never its input's."""
