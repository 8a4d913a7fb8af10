"""One section of a digest: a label, rows that belong together, and sentences below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lifeboat.showing.tables.table import Row

MOST_PEOPLE = 8
"""The most names that a row gives one by one: a crew of seven and one more."""


@dataclass(frozen=True, slots=True)
class Section:
    """A label with rows and notes, whatever they are drawn with."""

    label: str
    columns: tuple[str, ...] = ()
    """What the cells of a row are, in a word each."""
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()


def folded(rows: Sequence[Row], most: int, *, elsewhere: str) -> tuple[tuple[Row, ...], int]:
    """The rows that have room, and how many have not; one more takes no more room than its count.

    Args:
        rows: the rows, those to be kept first.
        most: how many there is room for.
        elsewhere: where the rest is told; empty if there is room for all.
    """
    if not elsewhere or len(rows) <= most + 1:
        return tuple(rows), 0
    return tuple(rows[:most]), len(rows) - most
