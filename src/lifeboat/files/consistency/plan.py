"""Contradictions between a plan and its scenario; what was over before `as_of` may differ."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import datetime
from itertools import chain, islice

from lifeboat.errors import MOST_MISTAKES, Mistake
from lifeboat.files.consistency.view import STATION, View
from lifeboat.files.source import Source
from lifeboat.files.yaml.nodes import Path
from lifeboat.plans.past import end_of_today, gone_by, has_left
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.scenario import Scenario


def mistakes_in_plan(source: Source, plan: Plan, scenario: Scenario) -> list[Mistake]:
    """Every name in a plan that its scenario does not have, and every contradiction."""
    view = View(source, scenario, {}, (), ())
    now = end_of_today(scenario)
    gone = gone_by(plan, now)
    found = chain(_in_flights(view, plan, gone), _in_people(view, plan, gone, now))
    return list(islice(found, MOST_MISTAKES))


def _in_flights(view: View, plan: Plan, gone: Set[str]) -> Iterator[Mistake]:
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


def _in_people(view: View, plan: Plan, gone: Set[str], now: datetime) -> Iterator[Mistake]:
    for name, ride in plan.people.items():
        here = ("people", name)
        if name not in view.scenario.people:
            if not has_left(plan, ride, now):
                yield from view.unknown("person", name, here, view.scenario.people, key=True)
            continue
        yield from _in_ride(view, here, ride, gone, now)


def _in_ride(
    view: View, here: Path, ride: Ride, gone: Set[str], now: datetime
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
