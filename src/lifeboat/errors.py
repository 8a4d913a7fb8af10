"""Mistakes and remarks: what is wrong or odd, where, why, and the nearest right thing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

SHOWN = 50
MOST_MISTAKES = 1000
"""The most mistakes collected for one file."""
COLUMNS = 80
"""How wide a line of a file is quoted, its number included."""
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
    said = [_say(mistake) for mistake in mistakes[:SHOWN]]
    more = len(mistakes) - SHOWN
    if more > 0:
        said.append(f"and {more} more" if len(mistakes) < MOST_MISTAKES else "and many more")
    return "\n\n".join(said)


def _say(told: Mistake) -> str:
    hint = [f"{margin_of(told)} = help: {printable(told.hint)}"] if told.hint else []
    where = where_of(told.place) if told.place else []
    return "\n".join([f"error: {printable(told.message)}", *where, *hint])


def margin_of(told: Mistake | Remark) -> str:
    """The blanks below the number of the quoted line."""
    return " " * (len(str(told.place.line)) if told.place else 1)


def where_of(place: Place, columns: int = COLUMNS) -> list[str]:
    """Where something stands: the file, the line quoted, carets below the place."""
    margin = " " * len(str(place.line))
    said = [f"{margin}--> {printable(place.file)}:{place.line}:{place.column}"]
    if place.text.strip():
        text, mark = quote_line(place, columns - len(f"{margin} | "))
        said += [f"{margin} |", f"{place.line} | {text}", f"{margin} | {mark}"]
    return said


def quote_line(place: Place, columns: int) -> tuple[str, str]:
    """The line of a place in printable form, and carets that underline the place.

    A line that is wider is cut around the place.
    """
    start = place.column - 1
    first, last = _part_around(place.text, start, columns)
    before = printable(place.text[first:start])
    marked = printable(place.text[start : min(start + place.length, last)])
    after = printable(place.text[start + place.length : last])
    head, tail = "…" * (first > 0), "…" * (last < len(place.text))
    mark = " " * width_of(head + before) + "^" * max(1, width_of(marked))
    return (head + before + marked + after + tail).rstrip(), mark


def _part_around(text: str, start: int, columns: int) -> tuple[int, int]:
    """The part of a line that fits into so many columns: most of it follows the place, which may be
    just behind the line's end.
    """
    behind = int(start >= len(text))
    if len(text) + behind <= columns and width_of(printable(text)) + behind <= columns:
        return 0, len(text)
    room = columns - len("……")
    before, after = text[max(0, start - room) : start], text[start : start + room]
    first = start - _how_many(reversed(before), room // 3)
    last = start + _how_many(after, room - width_of(printable(text[first:start])))
    if last == len(text):
        first = start - _how_many(reversed(before), room - width_of(printable(after)))
    return first, last


def _how_many(letters: Iterable[str], columns: int) -> int:
    """How many of some letters fit into so many columns."""
    fit = 0
    for letter in letters:
        columns -= width_of(printable(letter))
        if columns < 0:
            break
        fit += 1
    return fit


def printable(text: str) -> str:
    """A text without what steers a terminal; a tab is four spaces."""
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
