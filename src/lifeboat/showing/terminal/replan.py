"""An earlier plan, and the least that has to change in it."""

from __future__ import annotations

from rich.console import Console

from lifeboat.answers.option import one_by_one
from lifeboat.answers.replan import Replanned
from lifeboat.answers.solve import Answer
from lifeboat.days import say_instant
from lifeboat.showing.terminal.diff import show_difference
from lifeboat.showing.terminal.findings import Where, by_its_keys, show_findings
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.solve import show_answer
from lifeboat.showing.words import said_left_out


def show_replanned(
    told: Replanned,
    console: Console,
    where: Where = by_its_keys,
    *,
    brief: bool = False,
    full: bool = False,
) -> None:
    """Print what no longer holds, what changes, and the plan: `brief` its gist alone, `full` every
    table of it.
    """
    paragraph(console, f"{told.record}, from {say_instant(told.since)} on", style="bold")
    paragraph(console, _replan_verdict(told))
    if told.unknown:
        paragraph(console, said_left_out(told.unknown))
    show_findings(told.holds_no_longer, console, where, "What no longer holds")
    if told.difference is not None and not told.stands:
        show_difference(told.difference, console)
    console.print()
    show_answer(told.answer, console, where, brief=brief, full=full)


def _replan_verdict(told: Replanned) -> str:
    if told.stands:
        return "The plan stands: nothing in it has to change."
    if told.answer.best is None:
        return "There is no plan to change to; see below."
    counts = [
        (_goal_before_and_after(told.answer, name), one, many) for name, one, many in _COUNTED
    ]
    said = [f"{value} {one if value == 1 else many}" for value, one, many in counts if value]
    return f"The plan changes: {', '.join(said) or 'in ports and places only'}."


_COUNTED = (
    ("rides", "person on another vehicle", "people on another vehicle"),
    ("cancelled", "flight or person cancelled", "flights and people cancelled"),
    ("flights", "flight moved", "flights moved"),
)


def _goal_before_and_after(answer: Answer, name: str) -> int:
    assert answer.best is not None
    return next((int(goal.value) for goal in one_by_one(answer.best.goals) if goal.name == name), 0)
