"""The tables and paragraphs of all views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

PROSE = 100
"""Text wider than this is hard to read, whatever the width of the terminal."""
BETWEEN = 2
"""Spaces between two columns."""
STYLES = {"NO PLACE": "bold red", "damaged": "red", "improvised": "magenta"}
"""Words that stand out on a terminal, dark or light; each says the same without its colour."""

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
    console: Console,
    columns: Sequence[str],
    rows: Rows,
    *,
    widest: int | None = None,
    room: int | None = None,
    headed: bool = True,
) -> RenderableType:
    """A table that breaks lines at spaces alone, so that names stay whole; where there is too
    little room for it, a paragraph for each row.

    Args:
        console: where it is to be printed.
        columns: the heading of each column.
        rows: the cells, row by row.
        widest: the greatest width of a column; none when left out.
        room: the width of the table; that of the console when left out.
        headed: whether to show the headings.
    """
    rows, box = list(rows), _box(console) if headed else None
    heads = [columns] if headed else []
    widths = _widths([*heads, *rows], room or console.width, widest)
    if widths is None:
        return Group(*(_record(columns, row) for row in rows))
    table = Table(
        box=box,
        show_edge=False,
        pad_edge=False,
        padding=(0, BETWEEN - 1 if box else BETWEEN, 0, 0),
        header_style="bold",
        show_header=headed,
    )
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, overflow="fold", width=width)
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(text: str) -> Text:
    return Text(text, style=STYLES.get(text, ""))


def _record(columns: Sequence[str], row: Sequence[str]) -> RenderableType:
    """A row as a paragraph: its first cell, and below it the others, each after its heading."""
    told = [f"{column}: {cell}" for column, cell in zip(columns[1:], row[1:], strict=True) if cell]
    return Group(Text(row[0], style="bold"), Padding(Text("; ".join(told)), (0, 0, 0, 4)))


def _box(console: Console) -> Box | None:
    """A line under the header on a terminal, none in a pipe."""
    if not console.is_terminal:
        return None
    return _ASCII_HEAD if console.options.ascii_only else SIMPLE_HEAD


def _widths(rows: Sequence[Sequence[str]], room: int, widest: int | None) -> list[int] | None:
    """Column widths that break no word, spare room to the least needy first; None if there are
    none.
    """
    cells = list(zip(*rows, strict=True))
    least = [max(1, *map(_longest_word, column)) for column in cells]
    spare = room - sum(least) - BETWEEN * (len(cells) - 1)
    if spare < 0:
        return None
    wanted = [min(max(map(cell_len, column)), widest or room) for column in cells]
    widths = list(least)
    order = sorted(range(len(cells)), key=lambda at: wanted[at] - least[at])
    for others, at in zip(range(len(order), 0, -1), order, strict=True):
        more = max(0, wanted[at] - least[at])
        more = more if 2 * more <= spare else min(more, spare // others)
        widths[at] = least[at] + more
        spare -= more
    return widths


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split()), default=0)


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
    grid = Table.grid()
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column()
    grid.add_row(Text(label), Text(text))
    console.print(grid, width=min(console.width, PROSE))
