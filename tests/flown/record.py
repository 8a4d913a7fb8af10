"""The record of crewed visits to the ISS, 2000 to 2020, as scenarios and plans of any part of it.

`iss.csv` has a row for each visit: dockings, ports, moves and undockings from the General Catalog
of Artificial Space Objects (J. McDowell, planet4589.org, CC-BY); who came up on what, and went home
on what else (`> vehicle`), from public crew lists. Who sat where is nobody's record: everybody sits
in their vehicle home once it is there, until then where they sat before, or else on any free seat.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from lifeboat.plans.plan import Plan
from lifeboat.scenario.scenario import Scenario
from tiny import as_plan, as_scenario

SEATS = {"soyuz": 3, "shuttle": 7, "dragon": 4}
UP = {"soyuz": "2d", "shuttle": "2d", "dragon": "1d"}
DOWN = {"soyuz": "3h 23min", "shuttle": "2d", "dragon": "18h"}
MECHANISM = {"soyuz": "ssvp", "shuttle": "apas", "dragon": "nds"}
OPEN = {
    "zarya-nadir": ("ssvp", None, "2010-05-18"),
    "zvezda-aft": ("ssvp", None, None),
    "pirs": ("ssvp", "2001-09-17", None),
    "poisk": ("ssvp", "2009-11-13", None),
    "rassvet": ("ssvp", "2010-05-19", None),
    "pma-2": ("apas", None, None),
    "pma-3": ("apas", None, None),
    "harmony-forward": ("nds", None, None),
}
"""By port: its mechanism, and the days from which it is there and from which it is not."""


@dataclass(frozen=True)
class Visit:
    """A vehicle at the station."""

    name: str
    type: str
    launched: str
    docked: datetime
    port: str
    undocked: datetime
    moves: dict[datetime, str]


@dataclass(frozen=True)
class Stay:
    """Somebody's stay at the station: up, home, and the seats between, each from an instant on."""

    name: str
    up: Visit
    home: Visit
    seats: dict[datetime, Visit] = field(default_factory=dict)


@cache
def visits() -> dict[str, Visit]:
    """Every visit, in order of docking."""
    return {row["vehicle"]: _visit(row) for row in _rows()}


@cache
def stays() -> tuple[Stay, ...]:
    """Every stay; somebody's second stay is another name."""
    known, found, times = visits(), [], Counter[str]()
    for row in _rows():
        for said in filter(None, row["crew"].split("; ")):
            name, _, home = said.partition(" > ")
            times[name] += 1
            title = name if times[name] == 1 else f"{name} ({times[name]})"
            found.append(Stay(title, known[row["vehicle"]], known[home or row["vehicle"]]))
    _seat(found)
    return tuple(found)


def _rows() -> list[dict[str, str]]:
    path = Path(__file__).with_name("iss.csv")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def _visit(row: dict[str, str]) -> Visit:
    moves = (move.split(" ") for move in row["moves"].split("; ") if move)
    return Visit(
        row["vehicle"],
        row["type"],
        row["launched"],
        _instant(row["docked"]),
        row["port"],
        _instant(row["undocked"]),
        {_instant(day): port for day, port in moves},
    )


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _seat(found: list[Stay]) -> None:
    """Give everybody a seat at every docking and undocking."""
    marks = {it.docked for it in visits().values()} | {it.undocked for it in visits().values()}
    for mark in sorted(marks):
        here = {it.name: it for it in visits().values() if it.docked <= mark < it.undocked}
        aboard = [it for it in found if it.up.docked <= mark < it.home.undocked]
        _seat_all(aboard, here, mark)


def _seat_all(aboard: list[Stay], here: dict[str, Visit], mark: datetime) -> None:
    free = {name: SEATS[it.type] for name, it in here.items()}
    waiting = []
    for one in aboard:
        if one.home.name in here:
            _sit(one, one.home, mark, free)
        else:
            waiting.append(one)
    waiting.sort(key=lambda one: last_seat(one).name not in here)
    for one in waiting:
        before = last_seat(one)
        kept = before.name in here and free[before.name] > 0
        _sit(one, before if kept else here[max(free, key=free.__getitem__)], mark, free)


def _sit(one: Stay, seat: Visit, mark: datetime, free: dict[str, int]) -> None:
    free[seat.name] -= 1
    if last_seat(one) != seat:
        one.seats[mark] = seat


def last_seat(one: Stay) -> Visit:
    """Where somebody sat last."""
    return list(one.seats.values())[-1] if one.seats else one.up


def window(first: datetime, last: datetime) -> tuple[Scenario, Plan]:
    """The scenario and the plan of a part of the record, both days included."""
    within = [it for it in visits().values() if it.undocked > first and it.docked <= last]
    names = {it.name for it in within}
    who = [it for it in stays() if it.home.undocked > first and it.up.docked <= last]
    tree: dict[str, Any] = {
        "lifeboat": 2,
        "name": "The ISS as flown",
        "as_of": _say(first),
        "horizon": f"..{last:%Y-%m-%d}",
        "station": {"name": "ISS", "crew": {"least": 2, "most": 13}},
        "ports": {name: _port(*it) for name, it in OPEN.items()},
        "vehicle_types": {name: _type(name) for name in SEATS},
        "vehicles": {it.name: _vehicle(it, first, who) for it in within},
        "people": {it.name: _person(it, first, names) for it in who},
        "rules": {"vehicle-within-its-life": "must", "everyone-has-a-seat": "must"},
    }
    flights = {it.name: _flight(it, first) for it in within}
    people = {it.name: _ride(it, first, last, names) for it in who}
    return as_scenario(tree), as_plan({"flights": flights, "people": people})


def _port(mechanism: str, since: str | None, until: str | None) -> dict[str, Any]:
    closures = {}
    if since is not None:
        closures["not there yet"] = {"during": f"..{_say(_day(since))}"}
    if until is not None:
        closures["taken"] = {"during": f"{until}.."}
    return {"accepts": [mechanism], "closures": closures}


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _type(name: str) -> dict[str, Any]:
    said: dict[str, Any] = {"family": name, "mechanism": MECHANISM[name], "seats": SEATS[name]}
    said |= {"flight_up": UP[name], "flight_down": DOWN[name], "flies_empty": ["up", "down"]}
    return {**said, "life": {"limit": "216d"}} if name == "soyuz" else said


def _vehicle(it: Visit, first: datetime, who: list[Stay]) -> dict[str, Any]:
    leaves = {"type": it.type, "leaves": _say(it.undocked)}
    if it.docked <= first:
        here = {"port": it.port, "docked": _say(it.docked), "launched": it.launched}
        return {**leaves, **here, "port": list(_ports_before(it, first))[-1]}
    flight = it.docked.date() - datetime.fromisoformat(it.launched).date()
    mode = {"windows": it.launched, "crew": [one.name for one in who if one.up == it]}
    mode["flight_up"] = f"{flight.days}d"
    return {**leaves, "planned": it.launched, "modes": {"flown": mode}}


def _ports_before(it: Visit, first: datetime) -> Iterator[str]:
    yield it.port
    yield from (port for day, port in it.moves.items() if day <= first)


def _person(it: Stay, first: datetime, names: set[str]) -> dict[str, Any]:
    said: dict[str, Any] = {"agency": "ISS", "gear": []}
    if it.home.name in names:
        said["home"] = it.home.name
    if it.up.docked > first:
        return {**said, "up": it.up.name}
    seats = [seat for day, seat in it.seats.items() if day <= first]
    return {**said, "launched": it.up.launched, "seat": (seats[-1] if seats else it.up).name}


def _flight(it: Visit, first: datetime) -> dict[str, Any]:
    moves = {_say(day): port for day, port in it.moves.items() if day > first}
    said: dict[str, Any] = {"undock": _say(it.undocked), "relocations": moves}
    if it.docked <= first:
        return said
    return {**said, "launch": it.launched, "dock": _say(it.docked), "port": it.port}


def _ride(it: Stay, first: datetime, last: datetime, names: set[str]) -> dict[str, Any]:
    seats = {_say(day): seat.name for day, seat in it.seats.items() if day > first}
    seats = {day: name for day, name in seats.items() if name in names}
    if it.home.name not in names or it.home.undocked.date() > last.date():
        return {"stays": True, "seats": seats}
    return {"home": it.home.name, "seats": seats}


def _say(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
