"""Several plans side by side, one column each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from lifeboat.plans.answer import GoalValue, Option
from lifeboat.showing.table import BETWEEN, heading, table_of
from lifeboat.showing.words import number

_COLUMN = 24
"""No column is wider; titles wrap."""
_NARROW = 17
"""The width at which a title is still readable."""


def show_side_by_side(options: Sequence[Option], console: Console) -> None:
    """The goals of several plans, best first; as many next to each other as are readable."""
    heading(console, "Other kinds of plan")
    best, others = options[0], options[1:]
    fit = max(1, (console.width - _COLUMN) // (_NARROW + BETWEEN) - 1)
    for start in range(0, len(others), fit):
        if start:
            console.print()
        shown = [best, *others[start : start + fit]]
        titles = [f"best: {best.title}", *(option.title for option in shown[1:])]
        console.print(table_of(console, ["", *titles], _rows(shown), widest=_COLUMN))


def _rows(options: Sequence[Option]) -> Iterator[list[str]]:
    for goal in options[0].goals:
        yield [goal.title, *(_cell(goal, option) for option in options)]


def _cell(goal: GoalValue, option: Option) -> str:
    same = next((each for each in option.goals if each.name == goal.name), None)
    if same is None:
        return "-"
    return f"{number(same.value)} {'proven' if same.proven else 'found'}"
