"""What a plan costs, goal by goal, and how sure it is that no other plan costs less."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from lifeboat.answers.option import GoalValue, Option, one_by_one
from lifeboat.showing.digest.section import Section
from lifeboat.showing.words import goal_in_words, number

MOST_SHARES = 3


def costs(option: Option, *, elsewhere: str, searched: bool) -> Section:
    """The section about goals: each that is not nought, or whose least value is not proven."""
    told, nought = [], []
    for goal in option.goals:
        doubt = _doubt(goal) if searched and not goal.is_settled else ""
        for part in one_by_one([goal]):
            if part.value or doubt:
                told.append(f"{goal_in_words(part)}{_whose(part, elsewhere)}{doubt}")
            else:
                nought.append(part.name)
    said = ", ".join(told) or "nothing"
    said = f"By priority: {said}" if len(told) > 1 else said
    notes = [f"{said}; nought: {', '.join(nought)}." if nought and not elsewhere else f"{said}."]
    is_open = searched and not all(goal.is_settled for goal in option.goals)
    notes += [how_sure(option.goals)] if is_open else []
    return Section("cost", notes=tuple(notes))


def _whose(goal: GoalValue, elsewhere: str) -> str:
    """` (MS-23)`, ` (Ana 3, Boris 2)`, the most important of many."""
    if len(goal.shares) < 2:
        return "".join(f" ({it.who})" for it in goal.shares)
    each = [f"{it.who} {number(it.value)}" for it in goal.shares]
    if elsewhere and len(each) > MOST_SHARES + 1:
        each[MOST_SHARES:] = [f"{len(each) - MOST_SHARES} more"]
    return f" ({', '.join(each)})"


def _doubt(goal: GoalValue) -> str:
    """What is known of the least there could be, where that is not the value."""
    if goal.bound is None:
        return " (found, not proven)"
    return f" (found; at least {number(goal.bound)}{' weighed days' if goal.parts else ''})"


def how_sure(goals: Sequence[GoalValue]) -> str:
    """How far the values are proven, in a sentence."""
    settled = list(takewhile(lambda goal: goal.is_settled, goals))
    if len(settled) < len(goals):
        found = goals[len(settled)].title
        if not settled:
            return f"Found, not proven: {found} and all that follows."
        return f"Proven the least possible up to: {settled[-1].title}. From there on found."
    return "Every value is proven the least possible."
