"""Copies of the record with one thing spoiled, each with the findings that it must give.

What a copy must give is worked out from the table, not from the audit.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from flown.record import DOWN, MECHANISM, OPEN, SEATS, Stay, Visit, stays, visits, window
from lifeboat.days import read_span
from lifeboat.plans.plan import Plan
from lifeboat.scenario.part import Limit
from lifeboat.scenario.scenario import Scenario

DAY = timedelta(days=1)
START = datetime(2001, 6, 1, tzinfo=UTC)
SPAN = 300 * DAY
"""How much of the record a copy has."""

Told = tuple[str, str]
"""A rule and what it is broken for."""


@dataclass(frozen=True)
class Spoiled:
    """A copy, and what is to be found in it: each rule with its subject, and how long."""

    scenario: Scenario
    plan: Plan
    found: tuple[Told, ...]
    days: tuple[int, int] | None = None
    """From which day of the copy to which, where that is told in days."""


def copies(kind: str, seed: int, count: int) -> Iterator[Spoiled]:
    """A number of copies with that kind of thing spoiled."""
    chance, made = random.Random(f"{kind} {seed}"), 0
    while made < count:
        first = _quiet(START + chance.randrange(6700) * DAY)
        copy = KINDS[kind](chance, first, first + SPAN)
        if copy is not None:
            made += 1
            yield copy


def _quiet(day: datetime) -> datetime:
    """The first day from this one on on which nothing comes, goes or is on its way."""
    busy = any(
        it.launched <= f"{day:%Y-%m-%d}" <= f"{it.docked:%Y-%m-%d}"
        or it.undocked.date() == day.date()
        for it in visits().values()
    )
    return _quiet(day + DAY) if busy else day


def _gap(chance: random.Random, first: datetime, last: datetime) -> Spoiled | None:
    """Somebody's liner waits for a day on the station, from a move on."""
    moves = [
        (one, day)
        for one in stays()
        for day in one.seats
        if first + DAY < day < last - 3 * DAY and _rests(one, day)
    ]
    if not moves:
        return None
    one, day = chance.choice(moves)
    scenario, plan = window(first, last)
    seats = dict(plan.people[one.name].seats)
    seats = {**seats, day: "station", day + DAY: seats[day]}
    slot = (day - first) // DAY
    return Spoiled(
        scenario, _riding(plan, one, seats), (("everyone-has-a-seat", one.name),), (slot, slot + 1)
    )


def _rests(one: Stay, day: datetime) -> bool:
    """Whether nothing else happens to somebody's seat on the two days after a move."""
    marks = [*one.seats, one.home.undocked, one.seats[day].undocked]
    return all(mark <= day or mark > day + 3 * DAY for mark in marks)


def _riding(plan: Plan, one: Stay, seats: dict[datetime, str]) -> Plan:
    ride = plan.people[one.name].model_copy(update={"seats": seats})
    return plan.model_copy(update={"people": {**plan.people, one.name: ride}})


def _seat_too_few(chance: random.Random, first: datetime, last: datetime) -> Spoiled | None:
    """A full ship has one seat less: one of those in it has none, and does not go home in it."""
    full = [it for it in _inside(first, last) if len(_riders(it)) == SEATS[it.type] == 3]
    full = [it for it in full if not _others(it)]
    if not full:
        return None
    ship = chance.choice(full)
    scenario, plan = window(first, last)
    vehicle = scenario.vehicles[ship.name].model_copy(update={"seats": SEATS[ship.type] - 1})
    vehicles = {**scenario.vehicles, ship.name: vehicle}
    unseated = _riders(ship)[-1].name
    found = (("everyone-has-a-seat", unseated), ("home-on-a-sound-seat", ship.name))
    days = (ship.docked - first) // DAY, (ship.undocked - first) // DAY
    return Spoiled(scenario.model_copy(update={"vehicles": vehicles}), plan, found, days)


def _riders(ship: Visit) -> list[Stay]:
    return [one for one in stays() if one.up == one.home == ship]


def _others(ship: Visit) -> list[Stay]:
    """Who else ever sits in a ship."""
    every = (one for one in stays() if ship in (one.up, one.home, *one.seats.values()))
    return [one for one in every if not one.up == one.home == ship]


def _on_two_ships(chance: random.Random, first: datetime, last: datetime) -> Spoiled | None:
    """Somebody is in the crew of a second ship, which docks while they are aboard."""
    pairs = [
        (one, ship)
        for one in stays()
        if first < one.up.docked - 20 * DAY
        for ship in _inside(first, last)
        if one.up.docked < ship.docked < one.home.undocked
    ]
    if not pairs:
        return None
    one, ship = chance.choice(pairs)
    scenario, plan = window(first, last)
    vehicle = scenario.vehicles[ship.name]
    mode = vehicle.modes["flown"]
    mode = mode.model_copy(update={"crew": [*mode.crew, one.name]})
    vehicle = vehicle.model_copy(update={"modes": {"flown": mode}})
    scenario = scenario.model_copy(update={"vehicles": {**scenario.vehicles, ship.name: vehicle}})
    return Spoiled(scenario, plan, (("flights-keep-their-windows", one.name),))


def _port_used_twice(chance: random.Random, first: datetime, last: datetime) -> Spoiled | None:
    """A ship docks where another one is."""
    pairs = [
        (ship, port)
        for ship in _inside(first, last)
        if not ship.moves
        for port in OPEN
        if OPEN[port][0] == MECHANISM[ship.type] and len(_there(port, ship)) == 1
    ]
    pairs = [(ship, port) for ship, port in pairs if _is_open(port, ship)]
    if not pairs:
        return None
    ship, port = chance.choice(pairs)
    scenario, plan = window(first, last)
    flight = plan.flights[ship.name].model_copy(update={"port": port})
    plan = plan.model_copy(update={"flights": {**plan.flights, ship.name: flight}})
    return Spoiled(scenario, plan, (("one-vehicle-per-port", port),))


def _there(port: str, ship: Visit) -> list[str]:
    """The ships at a port while another one is at the station, each as often as it is there."""
    return [
        other.name
        for other in visits().values()
        if other != ship
        for at, begins, ends in _stops(other)
        if at == port and begins < ship.undocked and ship.docked < ends
    ]


def _stops(ship: Visit) -> Iterator[tuple[str, datetime, datetime]]:
    marks = [(ship.docked, ship.port), *sorted(ship.moves.items()), (ship.undocked, "")]
    for (begins, port), (ends, _) in pairwise(marks):
        yield port, begins, ends


def _is_open(port: str, ship: Visit) -> bool:
    _, since, until = OPEN[port]
    is_there = since is None or f"{ship.docked:%Y-%m-%d}" > since
    return is_there and (until is None or f"{ship.undocked:%Y-%m-%d}" < until)


def _life_overrun(chance: random.Random, first: datetime, last: datetime) -> Spoiled | None:
    """A ship's life ends some days before it lands."""
    inside = _inside(first, last)
    if not inside:
        return None
    ship = chance.choice(inside)
    scenario, plan = window(first, last)
    launched = datetime.fromisoformat(ship.launched).replace(tzinfo=UTC)
    lands = ship.undocked + read_span(DOWN[ship.type])
    flown, late = (lands - launched) // DAY, chance.randint(1, 5)
    vehicle = scenario.vehicles[ship.name]
    vehicle = vehicle.model_copy(update={"life": Limit(limit=(flown - late) * DAY)})
    scenario = scenario.model_copy(update={"vehicles": {**scenario.vehicles, ship.name: vehicle}})
    landed = (lands - first) // DAY
    return Spoiled(
        scenario, plan, (("vehicle-within-its-life", ship.name),), (landed - late, landed)
    )


def _inside(first: datetime, last: datetime) -> list[Visit]:
    """The visits that begin and end well within a part of the record."""
    every = visits().values()
    return [it for it in every if first + 5 * DAY < it.docked and it.undocked < last - 5 * DAY]


KINDS = {
    "a day's gap between two ships": _gap,
    "a seat too few": _seat_too_few,
    "a person on two ships": _on_two_ships,
    "a port used twice": _port_used_twice,
    "a life overrun": _life_overrun,
}
