"""Other plans as people read them: what each does otherwise, and what that costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from lifeboat.answers.alternatives import Alternative, Alternatives
from lifeboat.answers.listing import listed
from lifeboat.answers.option import GoalValue, one_by_one
from lifeboat.counted import counted
from lifeboat.showing.changes import changes
from lifeboat.showing.terminal.layout import heading, paragraph, table_of
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.verdict import receipt
from lifeboat.showing.words import number

_INDENT = 2
_NO_PLAN = {
    "impossible": "There is no plan at all, so there is no other: `lifeboat explain` tells why.",
    "gave-up": "No plan was found in the time given, so nothing is known of others.",
}
_AS_GOOD = "As good in every goal."
_BETTER = "Better than the best plan as it stands."
_NOT_PROVEN = "Found, and not proven the best of its kind."
_NOT_ALL = "Not everything was looked at to the end: there may be better ones, and more."
_NO_END = "The front may go on: the next plan on it was not sought, or not found in time."
_FRONT = "None of these can be improved in one goal without getting worse in the other: proven."


def show_alternatives(told: Alternatives, console: Console) -> None:
    """Print the best plan in a line, and the others, the best first."""
    show_asked(told, told.receipt.edits, console)
    if told.best.best is None:
        paragraph(
            console, _NO_PLAN["impossible" if told.best.outcome == "impossible" else "gave-up"]
        )
    else:
        sure = "Proven best" if told.best.outcome == "proven-best" else "Best found"
        paragraph(console, f"{sure}: {told.best.best.title}.")
        for it in told.slack:
            most = counted(it.most, it.unit, number(it.most))
            paragraph(console, f"Other plans, {it.counts}: at most {most}.")
        show = _show_by_choice if told.between is None else _show_front
        show(told, told.best.best.goals, console)
    console.print()
    paragraph(console, receipt(told.receipt), style="dim")


def _show_by_choice(told: Alternatives, goals: Sequence[GoalValue], console: Console) -> None:
    for place, one in enumerate(told.plans, start=1):
        _show_alternative(one, place, goals, console)
    within = " within that slack" if told.slack else ""
    _show_list(f"No plan{within}", told.impossible, console)
    _show_list("No plan found in time", told.not_known, console)
    _show_list("No option as it stands", told.left_out, console)
    if not told.are_all:
        console.print()
        paragraph(console, _NOT_ALL)


def _show_alternative(
    one: Alternative, place: int, goals: Sequence[GoalValue], console: Console
) -> None:
    console.print()
    paragraph(console, f"{place}. {'; '.join(one.makes)}", style="bold")
    paragraph(console, f"{one.option.title}.", indent=_INDENT)
    for line in _what_it_costs(one, goals):
        paragraph(console, line, indent=_INDENT)
    paragraph(console, f"Otherwise than the best: {changes(one.difference)}.", indent=_INDENT)
    for name in one.edits:
        paragraph(console, f'With the overlay "{name}".', indent=_INDENT)


def _what_it_costs(one: Alternative, goals: Sequence[GoalValue]) -> Iterator[str]:
    """What changes of each goal, the most important first."""
    if one.compared == "as-good":
        yield _AS_GOOD
        return
    if one.compared == "better":
        yield _BETTER
    mine = {it.name: it for it in one_by_one(one.option.goals)}
    told = [
        f"{it.title} {number(it.value)} -> {number(mine[it.name].value)}"
        for it in one_by_one(goals)
        if it.name in mine and mine[it.name].value != it.value
    ]
    yield f"{'; '.join(told)}."
    unsure = [it for it in one.makes if it not in one.proven_for]
    if unsure and not one.proven_for:
        yield _NOT_PROVEN
    elif unsure:
        yield f"Not proven the best where {listed(unsure)}."


def _show_list(title: str, choices: Sequence[str], console: Console) -> None:
    if choices:
        heading(console, title)
        for it in choices:
            paragraph(console, it, indent=_INDENT)


def _show_front(told: Alternatives, goals: Sequence[GoalValue], console: Console) -> None:
    """A row for each plan along the front: both goals, and what is done otherwise."""
    assert told.between is not None
    titles = list(told.counts)
    heading(console, f"Between {listed(titles)}")
    shown = {it.name for it in goals if it.name in told.between and it.title in titles}
    rows = [list(_row(one, shown, goals)) for one in told.plans]
    console.print(table_of(console, [*titles, "also", "otherwise than the best"], rows))
    console.print()
    if told.plans:
        paragraph(console, _FRONT)
    if told.held:
        paragraph(console, f"No worse in any of them than in the best plan: {listed(told.held)}.")
    if not told.are_all:
        paragraph(console, _NO_END)


def _row(one: Alternative, shown: set[str], goals: Sequence[GoalValue]) -> Iterator[str]:
    """A plan: what is traded, what else changes, and what it does otherwise."""
    mine = {it.name: it.value for it in one.option.goals}
    yield from map(number, one.traded or ())
    yield "; ".join(
        f"{it.title} {number(it.value)} -> {number(mine[it.name])}"
        for it in goals
        if it.name not in shown and mine[it.name] != it.value
    )
    yield "" if one.compared == "as-good" else changes(one.difference)
