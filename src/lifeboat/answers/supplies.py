"""Supplies at their scarcest: what a plan leaves above the reserve, and for how long that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lifeboat.days import DAY, Moment
from lifeboat.plans.course import Course
from lifeboat.plans.supplies import levels
from lifeboat.scenario.facilities import Supply
from lifeboat.scenario.part import Part


class SupplyView(Part):
    """One supply on the day on which least of it is left."""

    supply: str
    unit: str
    reserve: float
    """What must remain."""
    least: float
    """The least that is left above the reserve, in its unit; negative where it is broken into."""
    on: Moment
    """The first day at whose end no more is left."""
    aboard: int
    """How many people are aboard on that day."""
    lasts: float | None
    """For how many days more that is enough for them; none where nobody uses any."""
    gone_from: Moment | None = None
    """From this day on there is none, whatever is left: nobody may be aboard."""
    spare: float | None = None
    """How many days before it is gone the last person leaves, negative for after; none where people
    are aboard up to the end of the horizon.
    """


def supplies(course: Course) -> Iterator[SupplyView]:
    """Every supply of the station at its scarcest, in the scenario's order."""
    for name, supply in course.situation.scenario.station.supplies.items():
        yield _supply(course, name, supply)


def _supply(course: Course, name: str, supply: Supply) -> SupplyView:
    left = levels(course, name)
    least = min(left)
    slot = left.index(least)
    aboard = sum(1 for _ in course.aboard(slot))
    used = supply.use * aboard
    return SupplyView(
        supply=name,
        unit=supply.unit,
        reserve=supply.reserve,
        least=round(least, 3),
        on=course.situation.clock.instant(slot),
        aboard=aboard,
        lasts=round(least / used, 1) if used else None,
        gone_from=supply.gone_from,
        spare=None if supply.gone_from is None else _spare(course, supply.gone_from),
    )


def _spare(course: Course, gone_from: datetime) -> float | None:
    clock, last = course.situation.clock, course.situation.end
    while last > 0 and not any(course.aboard(last - 1)):
        last -= 1
    if last == course.situation.end:
        return None
    return round((gone_from - clock.instant(last)) / DAY, 1)
