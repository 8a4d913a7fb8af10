"""An answer as Markdown, for notes, issues and mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lifeboat.answers.solve import Answer
from lifeboat.days import say_instant
from lifeboat.showing.digest import BELOW, Section, digest
from lifeboat.showing.tables.answer import answer_tables
from lifeboat.showing.verdict import outcome, receipt
from lifeboat.showing.words import through

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def answer_markdown(answer: Answer) -> str:
    """What a planner decides on, then the tables, then the receipt."""
    return "\n\n".join(_parts_of_answer(answer)) + "\n"


def _parts_of_answer(answer: Answer) -> Iterator[str]:
    yield f"# {as_text(answer.scenario)}"
    yield f"As of {say_instant(answer.as_of)}, {through(answer.horizon_end)}."
    if answer.receipt.edits:
        yield f"What if: {as_text('; '.join(answer.receipt.edits))}."
    yield f"**{outcome(answer)}**"
    yield from map(as_text, answer.reason)
    for section in digest(answer.best, elsewhere=BELOW) if answer.best else ():
        yield from _section(section)
    for table in answer_tables(answer):
        if table.rows:
            yield f"## {as_text(table.title)}"
            yield table_markdown(table.columns, table.rows)
            yield from map(as_text, table.notes)
    yield as_text(receipt(answer.receipt))


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.label.capitalize()}"
    if section.rows:
        yield table_markdown(section.columns, section.rows)
    yield from map(as_text, section.notes)


def table_markdown(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; no cell ends it early, whatever is in it."""
    head = list(columns)
    lines = [head, ["---"] * len(head), *(list(map(as_text, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_text(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
