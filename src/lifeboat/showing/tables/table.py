"""A table: a title, columns and rows of text. No cell is empty to mean as above."""

from __future__ import annotations

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """One table of an answer."""

    title: str
    columns: Row
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """Sentences below it."""
