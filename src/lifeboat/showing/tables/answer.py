"""Every table of an answer, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.solve import Answer
from lifeboat.showing.tables.days import day_tables
from lifeboat.showing.tables.plan import (
    decisions_table,
    findings_table,
    goals_table,
    plan_tables,
)
from lifeboat.showing.tables.table import AnswerTable


def answer_tables(answer: Answer) -> Iterator[AnswerTable]:
    """What is wrong with the best plan first; none where there is no plan."""
    if answer.best is None:
        return
    yield findings_table(answer.best)
    yield decisions_table(answer.best)
    yield goals_table(answer.best)
    if answer.days is not None:
        yield from day_tables(answer.days)
    yield from plan_tables(answer.best)
