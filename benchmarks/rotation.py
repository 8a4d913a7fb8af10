"""Makes a scenario of some years, five by default: in each, twelve vehicles and sixteen people,
rotating as on a real station.

    python benchmarks/rotation.py [--years N] [--damaged] > rotation.yaml

Two kinds of crewed ships, with three and with four seats, relieve each other every half year, each
with a few days of overlap; cargo ships come and go between them. The plan of record keeps every
rule, so there is always a plan. With `--damaged` the three-seat ship at the station is hit on the
first day, and the next one may be sent up empty to fetch its crew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml

START = date(2026, 1, 1)
YEARS = 5
IN_WORDS = {1: "One", 2: "Two", YEARS: "Five", 10: "Ten", 20: "Twenty"}
HALF_YEAR = 182
EARLIER, LATER = 14, 21
"""How many days before and after its planned date a launch may be moved."""

Tree = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """Crewed ships of one type that relieve one another."""

    name: str
    type: str
    first: int
    """The day on which the ship at the station on the first day, day 0, was launched."""
    flight: int
    overlap: int
    pad: str
    crew: tuple[str, ...]
    """The skill of the person in each seat."""


@dataclass(frozen=True)
class Cargo:
    """Cargo ships of one type, one after another."""

    name: str
    type: str
    in_five_years: int
    first: int
    every: int
    stay: int
    pad: str


SOYUZ = Line("Soyuz", "soyuz-ms", -92, 0, 6, "steppe", ("russian", "russian", "american"))
DRAGON = Line(
    "Dragon", "crew-dragon", -30, 1, 5, "cape", ("american", "american", "american", "russian")
)
CARGO = (
    Cargo("Progress", "progress-ms", 15, 30, 120, 150, "steppe"),
    Cargo("Cygnus", "cygnus", 11, 60, 160, 90, "island"),
    Cargo("Cargo Dragon", "cargo-dragon", 11, 40, 160, 30, "cape"),
)
GAPS = {"steppe": 2, "cape": 3, "island": 10}
"""By pad: the least days from one launch to the next. A cargo ship planned for a date too near that
of a crewed one is left out.
"""
VISIT = 290
"""The day on which three people are launched for a short visit."""


def scenario(damaged: bool = False, years: int = YEARS) -> Tree:
    """The whole scenario, as plain values."""
    vehicles: Tree = {}
    people: Tree = {}
    for line in (SOYUZ, DRAGON):
        for number in range(2 * years + 1):
            _crewed(line, number, vehicles, people)
    _visit(vehicles, people)
    for cargo in CARGO:
        vehicles.update(_cargo(cargo, years))
    if damaged:
        _damage(vehicles)
    return {**_station(years), "vehicles": vehicles, "people": people}


def _station(years: int) -> Tree:
    return {
        "lifeboat": 2,
        "name": f"{IN_WORDS.get(years, years)} year{'s' * (years > 1)} of rotation",
        "as_of": _day(0),
        "horizon": f"..{_day(365 * years)}",
        "station": {
            "name": "Rotation",
            "crew": {
                "least": 3,
                "wanted": 7,
                "long_term": 7,
                "above_long_term": f"{73 * years}d",
                "most": 13,
            },
            "skills": {
                "russian": {"least": 1, "after_departure": 1},
                "american": {"least": 1, "after_departure": 1},
            },
            "supplies": {"water": {"unit": "l", "stock": 4000, "use": 3, "reserve": 500}},
        },
        "ports": {
            **{f"probe {number}": {"accepts": ["ssvp"]} for number in range(1, 5)},
            **{f"ring {number}": {"accepts": ["nds"]} for number in range(1, 4)},
            **{f"berth {number}": {"accepts": ["cbm"]} for number in range(1, 3)},
        },
        "pads": {pad: {"gap": f"{days}d"} for pad, days in GAPS.items()},
    }


def _crewed(line: Line, number: int, vehicles: Tree, people: Tree) -> None:
    name, launch = f"{line.name} {number}", line.first + HALF_YEAR * number
    leaves = launch + HALF_YEAR + line.flight + line.overlap
    crew = [f"{name} {letter}" for letter in "ABCD"[: len(line.crew)]]
    ship: Tree = {"type": line.type, "leaves": _day(leaves)}
    if number == 0:
        docked = _day(launch + line.flight)
        ship |= {"port": _first_port(line), "docked": docked, "launched": _day(launch)}
    else:
        relieved = f"{line.name} {number - 1}"
        ship |= {"pad": line.pad, "planned": _day(launch)}
        ship |= {"modes": {"crewed": {"windows": _window(launch), "crew": crew}}}
        ship |= {"relieves": {relieved: {"overlap": "3d"}}}
    vehicles[name] = ship
    for person, skill in zip(crew, line.crew, strict=True):
        people[person] = _person(name, skill, leaves, aboard=number == 0)


def _person(ship: str, skill: str, returns: int, aboard: bool) -> Tree:
    person: Tree = {
        "agency": skill,
        "up": ship,
        "home": ship,
        "returns": _day(returns + ("Dragon" in ship)),
        "skills": [skill],
        "stay": {"limit": "200d", "waived_to": "380d"},
    }
    return {**person, "seat": ship} if aboard else person


def _visit(vehicles: Tree, people: Tree) -> None:
    crew = [f"Visitor {letter}" for letter in "ABC"]
    vehicles["Visit Dragon"] = {
        "type": "crew-dragon",
        "pad": "cape",
        "planned": _day(VISIT),
        "leaves": _day(VISIT + 11),
        "may_cancel": True,
        "modes": {"crewed": {"windows": _window(VISIT), "crew": crew}},
    }
    guest = {**_person("Visit Dragon", "guest", VISIT + 11, aboard=False), "skills": []}
    people.update(dict.fromkeys(crew, guest))


def _crewed_launches(pad: str, years: int) -> Iterator[int]:
    for line in (SOYUZ, DRAGON):
        if line.pad == pad:
            yield from range(line.first, 365 * years, HALF_YEAR)


def _cargo(cargo: Cargo, years: int) -> Iterator[tuple[str, Tree]]:
    for number in range(1, cargo.in_five_years * years // YEARS + 1):
        launch = cargo.first + cargo.every * (number - 1)
        if any(abs(launch - day) < GAPS[cargo.pad] for day in _crewed_launches(cargo.pad, years)):
            continue
        yield (
            f"{cargo.name} {number}",
            {
                "type": cargo.type,
                "pad": cargo.pad,
                "planned": _day(launch),
                "leaves": _day(launch + cargo.stay),
                "modes": {"cargo": {"windows": _window(launch)}},
                "delivers": {"water": 1200},
            },
        )


def _damage(vehicles: Tree) -> None:
    vehicles["Soyuz 0"]["conditions"] = {_day(0): {"state": "emergency-only", "places": 2}}
    empty = {"windows": f"{_day(20)}..{_day(120)}", "lead": "30d"}
    vehicles["Soyuz 1"]["modes"]["empty"] = empty
    after = vehicles["Soyuz 2"]
    after["modes"]["with the crew before"] = {
        "windows": _window(SOYUZ.first + 2 * HALF_YEAR),
        "crew": vehicles["Soyuz 1"]["modes"]["crewed"]["crew"],
    }


def _first_port(line: Line) -> str:
    return "probe 1" if line is SOYUZ else "ring 1"


def _window(launch: int) -> str:
    return f"{_day(launch - EARLIER)}..{_day(launch + LATER)}"


def _day(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


def _years() -> int:
    """As many as the command line says."""
    return int(sys.argv[sys.argv.index("--years") + 1]) if "--years" in sys.argv else YEARS


if __name__ == "__main__":
    made = scenario("--damaged" in sys.argv, _years())
    yaml.safe_dump(made, sys.stdout, sort_keys=False, allow_unicode=True)
