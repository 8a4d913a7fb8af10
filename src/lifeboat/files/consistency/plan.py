"""Contradictions between a plan and its scenario; what was over before `as_of` may differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice

from lifeboat.errors import MOST_MISTAKES, Mistake
from lifeboat.files.consistency.view import STATION, View
from lifeboat.files.source import Source
from lifeboat.files.yaml.nodes import Path
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.situation.clock import Clock


def mistakes_in_plan(source: Source, plan: Plan, scenario: Scenario) -> list[Mistake]:
    """Every name in a plan that its scenario does not have, and every contradiction."""
    view = View(source, scenario, {}, (), ())
    now = _now(scenario)
    gone = {name for name, flight in plan.flights.items() if _is_past(_dates(flight), now)}
    found = chain(_in_flights(view, plan, gone), _in_people(view, plan, gone, now))
    return list(islice(found, MOST_MISTAKES))


def _now(scenario: Scenario) -> datetime:
    """The end of the slot that holds `as_of`: a scenario may know what happened on its own day."""
    clock = Clock.of(scenario.as_of, scenario.as_of, RESOLUTIONS[scenario.resolution])
    return clock.instant(1)


def _dates(flight: Flight) -> list[datetime]:
    given = [flight.launch, flight.dock, flight.undock, *(flight.relocations or ())]
    return [date for date in given if date is not None]


def _is_past(dates: Iterable[datetime], now: datetime) -> bool:
    dates = list(dates)
    return bool(dates) and max(dates) < now


def _in_flights(view: View, plan: Plan, gone: set[str]) -> Iterator[Mistake]:
    vehicles = view.scenario.vehicles
    for name, flight in plan.flights.items():
        here = ("flights", name)
        if name not in vehicles:
            if name not in gone:
                yield from view.unknown("vehicle", name, here, vehicles, key=True)
            continue
        yield from _in_flight(view, here, flight)
        if vehicles[name].modes:
            yield from view.unknown("mode", flight.mode, (*here, "mode"), vehicles[name].modes)


def _in_flight(view: View, here: Path, flight: Flight) -> Iterator[Mistake]:
    ports = view.scenario.ports
    yield from view.unknown("port", flight.port, (*here, "port"), ports)
    for path, _, port in view.dated((*here, "relocations"), flight.relocations or {}):
        yield from view.unknown("port", port, path, ports)
    if flight.cancelled:
        yield from _idle(view, here, flight, "does not fly")
    elif flight.stays and flight.undock:
        message = f"'{here[-1]}' stays, and undocks: give one of `stays` and `undock`"
        yield view.wrong("contradiction", (*here, "undock"), message, key=True)


def _idle(view: View, here: Path, flight: Flight, why: str) -> Iterator[Mistake]:
    for key in flight.model_fields_set - {"cancelled"}:
        if getattr(flight, key):
            message = f"`{key}` cannot hold for '{here[-1]}', which {why}"
            yield view.wrong("contradiction", (*here, key), message, key=True)


def _in_people(view: View, plan: Plan, gone: set[str], now: datetime) -> Iterator[Mistake]:
    for name, ride in plan.people.items():
        here = ("people", name)
        if name not in view.scenario.people:
            if not _has_left(plan, ride, now):
                yield from view.unknown("person", name, here, view.scenario.people, key=True)
            continue
        yield from _in_ride(view, here, ride, gone, now)


def _has_left(plan: Plan, ride: Ride, now: datetime) -> bool:
    """Whether somebody had left the station by the date of the scenario."""
    way_home = plan.flights.get(ride.home or "")
    landing = [way_home.undock] if way_home and way_home.undock else []
    return not ride.stays and _is_past([*ride.seats, *landing], now)


def _in_ride(
    view: View, here: Path, ride: Ride, gone: set[str], now: datetime
) -> Iterator[Mistake]:
    vehicles = view.scenario.vehicles
    for key, name in (("up", ride.up), ("home", ride.home)):
        if name not in gone:
            yield from view.unknown("vehicle", name, (*here, key), vehicles)
    for path, date, name in view.dated((*here, "seats"), ride.seats):
        if date >= now:
            yield from view.unknown("vehicle", name, path, [*vehicles, STATION])
    if ride.stays and ride.home:
        message = f"'{here[-1]}' stays, and goes home: give one of `stays` and `home`"
        yield view.wrong("contradiction", (*here, "home"), message, key=True)
