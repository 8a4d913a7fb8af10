"""How all views word dates, differences and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from lifeboat.answers.listing import MOST_NAMES, listed_most
from lifeboat.answers.option import GoalValue
from lifeboat.counted import counted
from lifeboat.days import DAY, say_drift, say_instant
from lifeboat.scenario.planned import Planned

NOBODY = "nobody"


def date(instant: datetime | None, otherwise: str = "-") -> str:
    """A date, or `otherwise` if there is none."""
    return otherwise if instant is None else say_instant(instant)


def from_to(first: datetime | None, end: datetime | None) -> str:
    """A span from one date to another; the second date is the day on which it ends."""
    if first is None:
        return f"up to {say_instant(end)}" if end else ""
    if end is None:
        return f"from {say_instant(first)}"
    if end - first <= DAY:
        return say_instant(first)
    return f"{say_instant(first)} to {say_instant(end)}"


def through(end: datetime) -> str:
    """The span up to an instant, given by its last day if the instant is the end of a day."""
    last = end - DAY
    return f"through {say_instant(last)}" if "T" not in say_instant(end) else f"up to {date(end)}"


def drift(actual: datetime | None, planned: Planned | None) -> str:
    """How far a date is from the plan of record: `+12d`, `-6h`, or empty if it is as planned."""
    if actual is None or planned is None or not planned.off(actual):
        return ""
    return say_drift(planned.off(actual))


def dated(actual: datetime | None, planned: Planned | None, otherwise: str = "-") -> str:
    """A date with its drift from the plan of record."""
    return " ".join(filter(None, [date(actual, otherwise), drift(actual, planned)]))


def names(all_of_them: Iterable[str], none: str = "-") -> str:
    """Names, separated by commas."""
    return ", ".join(all_of_them) or none


def names_of_most(people: Sequence[str]) -> str:
    """The same, with the last of many counted."""
    if len(people) <= MOST_NAMES + 1:
        return names(people)
    return listed_most(people)


def said_left_out(unknown: Iterable[str]) -> str:
    """What of a plan was left out."""
    return f"Left out, since the scenario does not know it: {names(unknown)}."


def number(value: int | float) -> str:
    """A quantity without needless digits."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def goal_in_words(goal: GoalValue) -> str:
    """A goal with its value and unit: `waived 1 day`, `reseats 4`."""
    if goal.unit == goal.name:
        return f"{goal.name} {number(goal.value)}"
    return f"{goal.name} {counted(goal.value, goal.unit, number(goal.value))}"


def ride_in_words(vehicle: str, place: str | None) -> str:
    """A ride home, and its place unless it is a nominal seat: `Crew-5, improvised`."""
    if place in (None, "nominal"):
        return vehicle
    return f"{vehicle}, {'no place' if place == 'none' else place}"
