"""Why something is so in the best plan, as people read it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from lifeboat.answers.difference import GoalChange
from lifeboat.answers.option import GoalValue, one_by_one
from lifeboat.answers.why import Why
from lifeboat.showing.terminal.conflicts import show_conflicts
from lifeboat.showing.terminal.diff import show_difference
from lifeboat.showing.terminal.findings import Where, by_its_keys
from lifeboat.showing.terminal.layout import heading, paragraph
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.verdict import receipt
from lifeboat.showing.words import number

_OUTCOMES = {
    "worse": "the plan is worse",
    "as-good": "the plan is as good in every goal; which of the two is told is settled by name",
    "better": "there is a better plan, which the first search had not found in its time",
    "impossible": "there is no plan that keeps every rule that must hold; that is proven",
    "gave-up": "no plan was found in the time given; whether there is one is not known",
}
_WITHOUT = {
    "no-plan": "There is no plan at all: `lifeboat explain` tells why.",
    "gave-up": "No plan was found in the time given, so nothing can be said of the best one.",
    "no-such-date": "In the best plan that does not happen: it can be neither earlier nor later.",
}
_NOT_PROVEN = "What is marked with ? is found and not proven to be the least; more time may help."
_THERE_MAY_BE_MORE = "There may be more that stands in the way."


def show_why(told: Why, console: Console, where: Where = by_its_keys) -> None:
    """Print whether it is so, and what becomes of the plan if it is otherwise."""
    show_asked(told, told.receipt.edits, console)
    paragraph(console, f"Claim: {told.claim}")
    if told.holds is None:
        paragraph(console, _WITHOUT[told.outcome])
    else:
        paragraph(console, _as_it_is(told))
        paragraph(console, f"With {'; '.join(told.forced)}: {_OUTCOMES[told.outcome]}.")
        _show_other(told, console, where)
    console.print()
    paragraph(console, receipt(told.receipt), style="dim")


def _as_it_is(told: Why) -> str:
    proven = "" if told.best.outcome == "proven-best" else ", which is found and not proven,"
    so = "so" if told.holds else "not so"
    return f"In the best plan{proven} it is {so}: {told.as_it_is}."


def _show_other(told: Why, console: Console, where: Where) -> None:
    def place(path: tuple[str, ...]) -> str:
        is_claim = path[:1] == ("pins",) and path[1:] and path[1] in told.forced
        return "the claim" if is_claim else where(path)

    show_conflicts(told.conflicts, console, place)
    if not told.are_all:
        console.print()
        paragraph(console, _THERE_MAY_BE_MORE)
    if told.difference is None or told.other is None or told.other.best is None:
        return
    known = {goal.name: goal for goal in one_by_one(told.other.best.goals)}
    told_goals = list(_goals(told.difference.goals, known))
    if told_goals:
        heading(console, "What it costs" if told.outcome == "worse" else "What differs")
        for line in told_goals:
            paragraph(console, line, indent=2)
        if told.other.outcome != "proven-best":
            paragraph(console, _NOT_PROVEN)
    show_difference(told.difference.model_copy(update={"goals": ()}), console)


def _goals(changes: tuple[GoalChange, ...], known: dict[str, GoalValue]) -> Iterator[str]:
    """What changes of each goal, in their order, in its unit."""
    for it in changes:
        goal = known.get(it.name)
        if goal is None or it.before is None or it.after is None or it.before == it.after:
            continue
        more = it.after - it.before
        sure = "" if goal.is_settled else "?"
        least = "" if goal.is_settled or not goal.bound else f", at least {number(goal.bound)}"
        yield (
            f"{it.title}: {number(it.before)} -> {number(it.after)}{sure} {goal.unit} "
            f"({'+' if more > 0 else '-'}{number(abs(more))}{least})"
        )
