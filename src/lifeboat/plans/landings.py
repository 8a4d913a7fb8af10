"""When a vehicle undocks and lands: at the hour, where a plan or the plan of record tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lifeboat.plans.course import Course, Voyage, planned_hour
from lifeboat.plans.plan import Flight


def undocks_at(course: Course, voyage: Voyage) -> datetime | None:
    """When a vehicle undocks: at the hour that is told, else at the beginning of a slot."""
    if voyage.undock is None:
        return None
    if voyage.flown_down is None:
        return course.situation.clock.instant(voyage.undock)
    flight = course.plan.flights.get(voyage.ship.name, Flight())
    return flight.undock or planned_hour(course.situation, voyage.ship)


def lands_at(course: Course, voyage: Voyage) -> datetime | None:
    """When a vehicle lands: at the hour that is told; else as planned, if it can, or as early as
    it can.
    """
    undock = undocks_at(course, voyage)
    if undock is None or voyage.landing is None:
        return None
    if voyage.flown_down is not None:
        return undock + course.situation.types[voyage.ship.type].flight_down
    return next(_when_planned(course, voyage), course.situation.clock.instant(voyage.landing))


def _when_planned(course: Course, voyage: Voyage) -> Iterator[datetime]:
    """When a vehicle lands for those whose plan tells in which slot of two that is."""
    clock = course.situation.clock
    for one in course.leavers(voyage):
        (first, last), returns = one.lands, one.member.returns_within
        if first is None or last is None:
            continue
        if returns is not None and returns.meets(first, last + 1):
            yield clock.instant(max(first, returns.first))
        elif first == last:
            yield clock.instant(first)
