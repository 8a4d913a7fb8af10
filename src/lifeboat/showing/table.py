"""Tables and paragraphs as all views print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
STYLES = {"NO PLACE": "bold red", "damaged": "red", "improvised": "yellow", "proven": "green"}
"""Words that stand out on a terminal; each says the same without its colour."""

_ASCII_HEAD = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)

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
    """Columns as narrow as the console needs; words are broken only where nothing else helps."""
    rows = list(rows)
    box = _box(console)
    table = Table(
        box=box,
        show_edge=False,
        pad_edge=False,
        padding=(0, BETWEEN - 1 if box else BETWEEN, 0, 0),
        header_style="bold",
    )
    widths = _widths([columns, *rows], console.width, widest)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(Text(column), overflow="fold", width=width)
    for row in rows:
        table.add_row(*(Text(cell, style=STYLES.get(cell, "")) for cell in row))
    return table


def _box(console: Console) -> Box | None:
    """A line under the header on a terminal, none in a pipe."""
    if not console.is_terminal:
        return None
    return _ASCII_HEAD if console.options.ascii_only else SIMPLE_HEAD


def _widths(rows: Sequence[Sequence[str]], room: int, widest: int | None) -> list[int | None]:
    """How wide each column is: no word is broken; what is left goes to those that need least."""
    cells = list(zip(*rows, strict=True))
    least = [max(map(_longest_word, column)) for column in cells]
    spare = room - sum(least) - BETWEEN * len(cells)
    if spare < 0:
        return [None] * len(cells)
    wanted = [min(max(map(cell_len, column)), widest or room) for column in cells]
    widths: list[int | None] = list(least)
    order = sorted(range(len(cells)), key=lambda at: wanted[at] - least[at])
    for others, at in zip(range(len(order), 0, -1), order, strict=True):
        more = max(0, min(wanted[at] - least[at], spare // others))
        widths[at] = least[at] + more
        spare -= more
    return widths


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split()), default=0)


def heading(console: Console, title: str) -> None:
    """Print a heading, set off from what stands above."""
    console.print()
    console.print(Text(title.upper(), style="bold"))


def paragraph(console: Console, text: str, indent: int = 0, style: str = "") -> None:
    """Print running text."""
    width = min(console.width, PROSE)
    console.print(Padding(Text(text, style=style), (0, 0, 0, indent)), width=width)
