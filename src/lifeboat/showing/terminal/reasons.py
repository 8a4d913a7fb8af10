"""Why a plan is not as planned, change by change, as people read it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from lifeboat.answers.reason import Reason
from lifeboat.showing.terminal.layout import heading, paragraph
from lifeboat.showing.words import number

_OTHERWISE = {
    "impossible": "else there is no plan that keeps every rule",
    "as-good": "as good either way",
    "better": "not the best: time ran out before it was found",
    "not-examined": "why was not examined in time",
    "worse": "else worse",
}


def show_reasons(found: Sequence[Reason], console: Console) -> None:
    """Print each change with what would be worse without it."""
    if not found:
        return
    heading(console, "Why it is not as planned")
    for it in found:
        paragraph(console, f"{it.change}: {_otherwise(it)}.", indent=2)


def _otherwise(reason: Reason) -> str:
    goal = reason.goal
    if goal is None or goal.before is None or goal.after is None:
        return _OTHERWISE[reason.otherwise]
    if reason.at_least is not None:
        return f"else {goal.title}: {number(goal.before)} -> at least {number(reason.at_least)}"
    return f"else {goal.title}: {number(goal.before)} -> {number(goal.after)}"
