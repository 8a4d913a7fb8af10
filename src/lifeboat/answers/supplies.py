"""Supplies at their scarcest: what a plan leaves above the reserve, and for how long that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from math import floor

from lifeboat.days import DAY, Moment
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.supplies import brought, levels
from lifeboat.scenario.facilities import Supply
from lifeboat.scenario.part import Part


class SupplyView(Part):
    """One supply where least of it is left above its reserve."""

    supply: str
    unit: str
    reserve: float
    """What must remain."""
    least: float
    """The least that is left above the reserve, in its unit; negative where it is broken into."""
    on: Moment
    """The first day, or slot, at whose end it is that little."""
    aboard: int
    """How many people are aboard then."""
    lasts: float | None
    """For how many days more that is enough for them, rounded down to a tenth; none where they use
    none.
    """
    gone_from: Moment | None = None
    """From this day on there is none, whatever is left: nobody may be aboard."""
    too_late: bool = False
    """That somebody is aboard then."""
    spare: float | None = None
    """How many days before that the last person leaves, rounded down to a tenth; none where people
    are aboard up to the end of the horizon, or nobody ever is.
    """


def supplies(course: Course) -> Iterator[SupplyView]:
    """Every supply of the station where least of it is left, in the scenario's order."""
    for name, supply in course.situation.scenario.station.supplies.items():
        yield _view_of(course, name, supply)


def cargo_in_words(course: Course, voyage: Voyage) -> dict[str, str]:
    """What a vehicle that comes brings of each supply: `20 kg of food`."""
    known = course.situation.scenario.station.supplies
    return {
        name: f"{amount:,.10g} {known[name].unit} of {name}"
        for name, amount in brought(course, voyage).items()
    }


def _view_of(course: Course, name: str, supply: Supply) -> SupplyView:
    left = levels(course, name)
    least = min(left)
    slot = left.index(least)
    aboard = sum(1 for _ in course.aboard(slot))
    used = supply.use * aboard
    view = SupplyView(
        supply=name,
        unit=supply.unit,
        reserve=supply.reserve,
        least=round(least, 3) + 0.0,
        on=course.situation.clock.instant(slot),
        aboard=aboard,
        lasts=_tenths(least / used) if used else None,
    )
    if supply.gone_from is None:
        return view
    return view.model_copy(update=_until_gone(course, supply.gone_from))


def _until_gone(course: Course, gone_from: datetime) -> dict[str, object]:
    clock, slots = course.situation.clock, range(course.situation.end)
    manned = [slot for slot in slots if any(course.aboard(slot))]
    last = manned[-1] + 1 if manned else None
    too_late = last is not None and last > max(0, clock.at(gone_from))
    spare = None
    if last is not None and last < course.situation.end and not too_late:
        spare = _tenths((gone_from - clock.instant(last)) / DAY)
    return {"gone_from": gone_from, "too_late": too_late, "spare": spare}


def _tenths(days: float) -> float:
    """Rounded down: nobody is told of a day that is not there."""
    return floor(round(days * 10, 6)) / 10
