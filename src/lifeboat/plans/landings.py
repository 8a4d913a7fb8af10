"""When a vehicle docks, undocks and lands: at the hour, where it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from lifeboat.plans.course import Course, Stop, Voyage, planned_hour
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
    clock, told = course.situation.clock, _flight_told(course, voyage)
    moves = told.relocations
    if moves is None:
        moves = course.situation.scenario.vehicles[voyage.ship.name].relocations
    # The hour of a move that only the scenario states counts only beside hours of the plan.
    moves_told = told.relocations is not None
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
    vehicle, clock = course.situation.scenario.vehicles[voyage.ship.name], course.situation.clock
    if voyage.ship.is_on_its_way:
        return clock.instant(voyage.dock)
    told = vehicle.docked if voyage.way is None else _flight_told(course, voyage).dock
    if told is None and voyage.way is not None:
        planned = None if vehicle.planned is None else vehicle.planned.hour
        told = _flight_told(course, voyage).launch or planned
        own = vehicle.modes[voyage.way.name].flight_up
        up = course.situation.types[voyage.ship.type].flight_up if own is None else own
        told = None if told is None or clock.is_whole(told) else told + up
    return clock.instant(voyage.dock) if told is None else told


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
