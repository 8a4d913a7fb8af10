"""When a vehicle docks, undocks and lands: at the hour, where it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from lifeboat.plans.course import Course, Stop, Voyage, docking_hour, planned_hour
from lifeboat.plans.plan import Flight
from lifeboat.situation.ship import Ship


@dataclass(frozen=True, slots=True)
class Stay:
    """A vehicle at one port, by the hours where they are told, else by its slots."""

    ship: Ship
    stop: Stop
    begins: datetime
    ends: datetime
    begins_by_the_hour: bool
    ends_by_the_hour: bool
    is_last: bool
    """Whether it ends with the undocking, not with a move to another port."""


def stay_of(course: Course, voyage: Voyage, stop: Stop) -> Stay:
    """One of a vehicle's stays at a port."""
    clock, moves = course.situation.clock, _flight_told(course, voyage).relocations
    # The hour of a move that only the scenario states counts only beside hours of the plan.
    moves_told = moves is not None
    if moves is None:
        moves = course.situation.scenario.vehicles[voyage.ship.name].relocations
    is_first, is_last = stop is voyage.stops[0], stop is voyage.stops[-1]
    begins = docks_at(course, voyage) if is_first else _moved(course, moves, stop.first)
    ends = undocks_at(course, voyage) if is_last else _moved(course, moves, stop.end)
    ends = ends or clock.instant(stop.end)
    return Stay(
        voyage.ship,
        stop,
        begins,
        ends,
        begins_by_the_hour=not clock.is_whole(begins) and (is_first or moves_told),
        ends_by_the_hour=not clock.is_whole(ends) and (is_last or moves_told),
        is_last=is_last,
    )


def _moved(course: Course, moves: Mapping[datetime, str], slot: int) -> datetime:
    clock = course.situation.clock
    return next((day for day in moves if clock.at(day) == slot), clock.instant(slot))


def _flight_told(course: Course, voyage: Voyage) -> Flight:
    return course.plan.flights.get(voyage.ship.name, Flight())


def docks_at(course: Course, voyage: Voyage) -> datetime:
    """When a vehicle docks: at the hour that is told, else at the beginning of a slot; so does one
    that is on its way, whose docking cannot be chosen.
    """
    docks = course.situation.clock.instant(voyage.dock)
    if voyage.ship.is_on_its_way:
        return docks
    if voyage.way is None:
        docked = course.situation.scenario.vehicles[voyage.ship.name].docked
        assert docked is not None, "what was not launched is there"
        return docked
    told = _flight_told(course, voyage)
    return told.dock or docking_hour(course.situation, voyage.ship, told, voyage.way) or docks


def undocks_at(course: Course, voyage: Voyage) -> datetime | None:
    """When a vehicle undocks: at the hour that is told, else at the beginning of a slot."""
    if voyage.undock is None:
        return None
    if voyage.flown_down is None:
        return course.situation.clock.instant(voyage.undock)
    return _flight_told(course, voyage).undock or planned_hour(course.situation, voyage.ship)


def lands_at(course: Course, voyage: Voyage) -> datetime | None:
    """When a vehicle lands: at the hour that is told; else as planned, if it can, or as early as
    it can.
    """
    undock, landing = undocks_at(course, voyage), voyage.landing
    if undock is None:
        return None
    if voyage.flown_down is not None:
        return undock + course.situation.types[voyage.ship.type].flight_down
    assert landing is not None, "what undocks lands"
    return next(_when_planned(course, voyage), course.situation.clock.instant(landing))


def _when_planned(course: Course, voyage: Voyage) -> Iterator[datetime]:
    """When a vehicle lands for those whose plan tells in which slot of two that is."""
    for one in course.leavers(voyage):
        lands, returns = {it for it in one.lands if it is not None}, one.member.returns_within
        planned = {it for it in lands if returns is not None and it in returns}
        if len(told := planned or lands) == 1:
            yield course.situation.clock.instant(*told)
