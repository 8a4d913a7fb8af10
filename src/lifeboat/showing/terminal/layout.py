"""The tables and paragraphs of all views."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap

from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

PROSE = 100
"""Text wider than this is hard to read, whatever the width of the terminal."""
BETWEEN = 2
"""Spaces between two columns."""
STYLES = {
    "NO PLACE": "bold red",
    "damaged": "red",
    "improvised": "yellow",
    "proven": "green",
    "proven for these flights": "green",
}
"""Words that stand out on a terminal; each says the same without its colour."""

_ASCII_HEAD = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)

_BREAKS = re.compile(r"\s+|(?<=[^\d\W]{2}-)(?=[^\d\W]{2})")

Rows = Iterable[Sequence[str]]


def show_table(console: Console, title: str, columns: Sequence[str], rows: Rows) -> None:
    """Print a table under its heading; nothing at all if it has no rows."""
    rows = list(rows)
    if not rows:
        return
    heading(console, title)
    console.print(table_of(console, columns, rows))


def table_of(
    console: Console, columns: Sequence[str], rows: Rows, widest: int | None = None
) -> Table:
    """A table that fits the console; words are broken only where nothing else helps."""
    rows, box = list(rows), _box(console)
    table = Table(
        box=box,
        show_edge=False,
        pad_edge=False,
        padding=(0, BETWEEN - 1 if box else BETWEEN, 0, 0),
        header_style="bold",
    )
    widths = _widths([columns, *rows], console.width, widest)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(_wrapped(column, width), overflow="fold", width=width)
    for row in rows:
        table.add_row(*map(_wrapped, row, widths))
    return table


def _wrapped(cell: str, width: int | None) -> Text:
    """A cell, wrapped between words or after a hyphen."""
    lines = wrap(cell, width) if width else [cell]
    return Text("\n".join(lines), style=STYLES.get(cell, ""))


def _box(console: Console) -> Box | None:
    """A line under the header on a terminal, none in a pipe."""
    if not console.is_terminal:
        return None
    return _ASCII_HEAD if console.options.ascii_only else SIMPLE_HEAD


def _widths(rows: Sequence[Sequence[str]], room: int, widest: int | None) -> list[int | None]:
    """Column widths that break no word, spare room to the least needy first; else all None."""
    cells = list(zip(*rows, strict=True))
    least = [max(1, *map(_longest_piece, column)) for column in cells]
    spare = room - sum(least) - BETWEEN * (len(cells) - 1)
    if spare < 0:
        return [None] * len(cells)
    wanted = [min(max(map(cell_len, column)), widest or room) for column in cells]
    widths: list[int | None] = list(least)
    order = sorted(range(len(cells)), key=lambda at: wanted[at] - least[at])
    for others, at in zip(range(len(order), 0, -1), order, strict=True):
        more = max(0, wanted[at] - least[at])
        more = more if 2 * more <= spare else min(more, spare // others)
        widths[at] = least[at] + more
        spare -= more
    return widths


def _longest_piece(text: str) -> int:
    return max(cell_len(piece) for piece in _BREAKS.split(text))


def heading(console: Console, title: str) -> None:
    """Print a heading after a blank line."""
    console.print()
    console.print(Text(title.upper(), style="bold"))


def paragraph(console: Console, text: str, indent: int = 0, style: str = "") -> None:
    """Print running text."""
    width = min(console.width, PROSE)
    console.print(Padding(Text(text, style=style), (0, 0, 0, indent)), width=width)


def labelled(console: Console, label: str, text: str, indent: int) -> None:
    """Print running text beside a label, to the right of which all of its lines begin."""
    first, *others = wrap(text, min(console.width, PROSE) - indent)
    console.print(Text(f"{label:<{indent}}{first}"))
    for line in others:
        console.print(Text(" " * indent + line))
