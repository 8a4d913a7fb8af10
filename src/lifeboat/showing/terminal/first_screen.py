"""The first screen of a plan: what a planner decides on, section by section."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from lifeboat.showing.digest.section import Section
from lifeboat.showing.terminal.layout import PROSE, table_of

_LABEL = 9
"""The width of the labels on the left, in characters."""
_WIDEST = 140
"""Rows wider than this are hard to follow with the eye, whatever the width of the terminal."""
_NARROW = 60
"""Below this width a label stands above its section, not beside it."""


def show_digest(sections: Iterable[Section], console: Console) -> None:
    """Print sections below each other, each after a blank line."""
    for section in sections:
        console.print()
        show_section(section, console)


def show_section(section: Section, console: Console) -> None:
    """Print one section."""
    console.print(_drawn(section, console))


def _drawn(section: Section, console: Console) -> RenderableType:
    label = Text(section.label.upper(), style="bold")
    if console.width < _NARROW:
        return Group(label, *_body(section, console, console.width))
    room = min(console.width, _WIDEST) - _LABEL
    grid = Table.grid()
    grid.add_column(width=_LABEL, no_wrap=True)
    grid.add_column(width=room)
    grid.add_row(label, Group(*_body(section, console, room)))
    return grid


def _body(section: Section, console: Console, room: int) -> Iterable[RenderableType]:
    if section.rows:
        yield table_of(console, section.columns, section.rows, room=room, headed=False)
    for note in section.notes:
        text = Text(note)
        yield Group(*text.wrap(console, min(room, PROSE)))
