"""Mistakes and remarks on standard error, never more than a screen of them; in colour only on a
terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.text import Text

from lifeboat.errors import (
    MOST_MISTAKES,
    Mistake,
    Place,
    Remark,
    margin_of,
    printable,
    where_of,
    width_of,
)
from lifeboat.showing.terminal.console import console_for

COLUMNS, ROWS = 80, 24
"""The smallest screen, and the one that is written for where there is no terminal."""
_WIDEST = 100
"""Rows of text that are longer than this are hard to read."""
_MOST_ROWS = 5
"""How many rows a message or a hint may take."""
_MOST_LETTERS = 1000
_ALL = "--json of solve, check or replan tells all"

Told = Mistake | Remark


def show_mistakes(mistakes: Sequence[Mistake], stream: TextIO) -> None:
    """Print mistakes, each with its line quoted as far as they fit on one screen."""
    _show(on_one_screen(mistakes, *_screen(stream)), stream)


def show_remarks(remarks: Sequence[Remark], stream: TextIO) -> None:
    """Print remarks as mistakes are printed, and a blank line."""
    columns, rows = _screen(stream)
    _show(on_one_screen(remarks, columns, rows - 1) + "\n", stream)


def _screen(stream: TextIO) -> tuple[int, int]:
    if not stream.isatty():
        return COLUMNS, ROWS
    size = console_for(stream).size
    return min(_WIDEST, size.width), max(ROWS, size.height - 1)


def _show(said: str, stream: TextIO) -> None:
    if not stream.isatty():
        stream.write(said + "\n")
        return
    text = Text(said)
    text.highlight_regex(r"(?m)^error:", "bold red")
    text.highlight_regex(r"(?m)\^+$", "red")
    text.highlight_regex(r"(?m)= help:", "cyan")
    console_for(stream).print(text, soft_wrap=True)


def on_one_screen(told: Sequence[Told], columns: int = COLUMNS, rows: int = ROWS) -> str:
    """As many in full as fit and leave a row for each of the others; how many are not told at all.

    There is always one in full.
    """
    full = [_in_full(each, columns) for each in told[:rows]]
    fitting = (it for it in range(len(full), 1, -1) if _rows_taken(full, it, len(told)) <= rows)
    shown = next(fitting, 1)
    said = "\n\n".join("\n".join(each) for each in full[:shown])
    room = rows - _rows_taken(full, shown, shown) - 1
    end = len(told) if shown + room >= len(told) else shown + room - 1
    others = _one_row_each(told[shown:end], columns)
    return "\n".join([said, *others, *_how_many_more(len(told), max(shown, end))])


def _rows_taken(full: Sequence[Sequence[str]], shown: int, number: int) -> int:
    """How many rows it takes to tell some in full and each of the others in one row."""
    others = number - shown
    return sum(len(each) + 1 for each in full[:shown]) - 1 + (others + 1 if others else 0)


def _one_row_each(brief: Sequence[Told], columns: int) -> Iterator[str]:
    """Each in one row, after a blank one."""
    if brief:
        yield ""
    for each in brief:
        where = (
            f"{_end_of(each.place.file, columns // 3)}:{each.place.line}: " if each.place else ""
        )
        yield _cut(f"{_word(each)}: {where}{printable(each.message)}", columns)


def _how_many_more(number: int, told: int) -> Iterator[str]:
    if told < number:
        many = number - told if number < MOST_MISTAKES else "many"
        yield f"and {many} more; {_ALL}"


def _word(told: Told) -> str:
    return "error" if isinstance(told, Mistake) else "note"


def _in_full(told: Told, columns: int) -> list[str]:
    """One mistake in full, as plain text has it, but in rows."""
    margin = margin_of(told)
    said = _in_rows(f"{_word(told)}: {printable(told.message)}", columns, " " * 4)
    if told.place:
        said += where_of(_with_short_name(told.place, columns), columns)
    if told.hint:
        help_ = f"{margin} = help: {printable(told.hint)}"
        said += _in_rows(help_, columns, " " * len(f"{margin} = "))
    return said


def _with_short_name(place: Place, columns: int) -> Place:
    room = columns - len(f"--> :{place.line}:{place.column}") - len(str(place.line))
    return place.model_copy(update={"file": _end_of(place.file, room)})


def _end_of(file: str, columns: int) -> str:
    """The name of a file, of a long one the end."""
    name = printable(file)
    if len(name) <= columns and width_of(name) <= columns:
        return name
    name = name[-columns:]
    while width_of(name) > columns - 1:
        name = name[1:]
    return "…" + name


def _cut(text: str, columns: int) -> str:
    """One row of a text."""
    if len(text) <= columns and width_of(text) <= columns:
        return text
    text = text[:columns]
    while width_of(text) > columns - 1:
        text = text[:-1]
    return text + "…"


def _in_rows(text: str, columns: int, indent: str) -> list[str]:
    """A text in rows, broken between words, all but the first indented; a long one is cut in the
    middle.
    """
    if len(text) > _MOST_LETTERS:
        text = f"{text[: _MOST_LETTERS // 2]}…{text[-_MOST_LETTERS // 2 :]}"
    rows = [""]
    for word in _words(text, columns - len(indent)):
        if width_of(rows[-1] + word.rstrip()) > columns:
            rows.append(indent)
        rows[-1] += word
    if len(rows) > _MOST_ROWS:
        rows[_MOST_ROWS - 2 : -1] = [f"{indent}…"]
    return [row.rstrip() for row in rows]


def _words(text: str, columns: int) -> Iterator[str]:
    """The words of a text with the blanks after each; a word wider than a row in parts."""
    for word in re.findall(r" *[^ ]+ ?", text):
        while width_of(word) > columns:
            part = _cut(word.rstrip(), columns + 1)[: -len("…")] or word[:columns]
            yield part
            word = word[len(part) :]
        yield word
