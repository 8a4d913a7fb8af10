"""How late things may be, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from lifeboat.answers.deadlines import Deadlines, Latest
from lifeboat.answers.difference import SeatChange
from lifeboat.answers.listing import listed_most
from lifeboat.counted import counted
from lifeboat.days import say_instant
from lifeboat.showing.changes import changes
from lifeboat.showing.terminal.layout import heading, paragraph
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.verdict import OUTCOMES, receipt
from lifeboat.showing.words import number

_QUALITIES = {"none": "without a place", "damaged": "damaged", "improvised": "improvised"}
_NOT_KNOWN = "How late anything may be is not known in the time given."
_BROKEN = "It breaks a rule that must hold, so nothing may be late: `lifeboat check` tells which."
_AS_NOW = "as well covered as in this plan"
_WELL = "as well covered as they can be"


def show_deadlines_of(told: Deadlines, console: Console) -> None:
    """Print how late each thing may be, what has to be decided first coming first."""
    show_asked(told, told.receipt.edits, console)
    if not told.is_of_a_plan:
        paragraph(console, OUTCOMES[told.best.outcome])
    if told.best.best is not None:
        paragraph(console, f"{'The plan: ' * told.is_of_a_plan}{told.best.best.title}.")
    if not told.is_known:
        paragraph(console, _BROKEN if told.is_of_a_plan else _NOT_KNOWN)
    limited = [it for it in told.latest if it.bound == "limited"]
    if limited:
        well = _AS_NOW if told.is_of_a_plan else _WELL
        heading(console, f"By when, for everybody to be {well}")
    for one in limited:
        _show_limited(one, console)
    _show_others(told.latest, console)
    console.print()
    paragraph(console, receipt(told.receipt), style="dim")


def _show_limited(one: Latest, console: Console) -> None:
    assert one.latest is not None
    by = say_instant(one.latest)
    order = "" if one.order_by is None else f", ordered by {say_instant(one.order_by)}"
    slack = (one.latest - one.planned).days
    late = "not a day later" if slack == 0 else f"{counted(slack, 'days')} later at most"
    paragraph(console, f"{by}  {one.what}{order}: {late}.")
    paragraph(console, f"A day more: {_a_day_more(one)}.", indent=4)


def _a_day_more(one: Latest) -> str:
    if one.impossible:
        return "no plan keeps every rule"
    if one.difference is None or one.after is None:
        return "worse; the best plan then was not found in time"
    lost = "; ".join(_worse_places(one.difference.seats))
    if one.after.outcome != "proven-best":
        return f"{lost or 'worse'}, in a plan that is found and not proven best"
    told = changes(one.difference)
    return f"{lost}; {told}" if lost else told


def _worse_places(seats: Sequence[SeatChange]) -> Iterator[str]:
    """Who has more days in which places."""
    together: dict[tuple[str, float], list[str]] = {}
    for it in seats:
        if it.days > 0:
            together.setdefault((it.quality, it.days), []).append(it.person)
    for (quality, days), people in together.items():
        many = counted(days, "days", number(days))
        yield f"{listed_most(people)} {many} more {_QUALITIES[quality]}"


def _show_others(latest: Sequence[Latest], console: Console) -> None:
    free = [it.what for it in latest if it.bound == "any-time"]
    unknown = [it for it in latest if it.bound == "not-known"]
    if free:
        heading(console, "At any time within the horizon, or not at all")
        for what in free:
            paragraph(console, f"{what}.", indent=2)
    if unknown:
        heading(console, "Not known in the time given")
    for it in unknown:
        day = "" if it.latest is None else f", at least until {say_instant(it.latest)}"
        paragraph(console, f"{it.what}{day}.", indent=2)
