"""Repairs as people read them: what to change, what that costs, what it buys."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from rich.console import Console

from lifeboat.answers.option import one_by_one
from lifeboat.answers.repair import Repair, Repaired
from lifeboat.answers.solve import Answer
from lifeboat.counted import counted
from lifeboat.showing.terminal.layout import heading, paragraph
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.verdict import receipt
from lifeboat.showing.words import names, number

_INDENT = 2
_OUTCOMES = {
    "nothing-to-repair": "The best plan keeps {wanted}: there is nothing to repair.",
    "beyond-repair": "Not even all measures together make that possible.",
    "gave-up": "No repair was found in the time given; there may be one.",
}
_NOT_SURE = "There may be cheaper ones: not all that was asked had an answer in time."
_ALL = "There is no other that could not be less."


def show_repaired(told: Repaired, console: Console) -> None:
    """Print every repair, the cheapest first."""
    show_asked(told, told.receipt.edits, console)
    paragraph(console, _as_it_stands(told))
    if told.outcome in _OUTCOMES:
        paragraph(console, _OUTCOMES[told.outcome].format(wanted=names(told.wanted)))
    for place, one in enumerate(told.repairs, start=1):
        _show_repair(one, place, told.best, console)
    if told.repairs and (told.are_all or not told.is_cheapest):
        console.print()
        paragraph(console, _ALL if told.are_all else _NOT_SURE)
    console.print()
    paragraph(console, receipt(told.receipt), style="dim")


def _as_it_stands(told: Repaired) -> str:
    if not told.wanted:
        return "There is no plan as it stands." if told.outcome != "gave-up" else ""
    if told.best is None or told.best.best is None:
        return ""
    return f"As it stands: {told.best.best.title}."


def _show_repair(one: Repair, place: int, before: Answer | None, console: Console) -> None:
    heading(console, f"Repair {place}, price {number(one.price)}")
    for step in one.steps:
        paragraph(console, f"{step.says} ({number(step.price)}).", indent=_INDENT)
    for edit in one.edits:
        flag, _, said = edit.partition(" ")
        paragraph(console, f"{flag} {quote(said)}", indent=_INDENT, style="dim")
    if one.answer.best is None:
        paragraph(console, "Its best plan was not found in the time left.", indent=_INDENT)
        return
    sure = "Proven best" if one.answer.outcome == "proven-best" else "Best found"
    paragraph(console, f"{sure} then: {one.answer.best.title}.", indent=_INDENT)
    buys = "; ".join(_bought(one.answer, before))
    if buys:
        paragraph(console, f"{buys}.", indent=_INDENT)
    if not one.gives:
        kept = "That plan still breaks what was asked to hold: other goals come before."
        paragraph(console, kept, indent=_INDENT)


def _bought(after: Answer, before: Answer | None) -> Iterator[str]:
    """Goals of the plan; where there was one before, what has changed."""
    best = after.best
    known = {} if before is None or before.best is None else dict(_values_by_goal(before))
    for goal in () if best is None else one_by_one(best.goals):
        value, unit = goal.value, goal.unit
        if goal.name not in known and value:
            said = number(value) if unit == goal.title else counted(value, unit, number(value))
            yield f"{goal.title}: {said}"
        elif goal.name in known and known[goal.name] != value:
            yield f"{goal.title}: {number(known[goal.name])} -> {number(value)} {unit}"


def _values_by_goal(answer: Answer) -> Iterator[tuple[str, float]]:
    assert answer.best is not None
    return ((goal.name, goal.value) for goal in one_by_one(answer.best.goals))
