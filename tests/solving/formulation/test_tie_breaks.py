"""Of plans as good in every goal, the one in which people go home on what they came in."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.answers.option import Option
from tiny import as_scenario

BIRD = {
    "family": "bird",
    "mechanism": "ring",
    "seats": 3,
    "flies_empty": ["up", "down"],
    "flight_up": "1d",
    "flight_down": "4h",
    "needs": ["liner"],
}
RELIEF = {
    "type": "bird",
    "pad": "seaside",
    "planned": "2030-03-08",
    "leaves": "2030-03-18",
    "modes": {"empty": {"windows": "2030-03-05..2030-03-12", "lead": "4d"}},
}


def crew_of(ship: str, returns: str, *names: str) -> dict[str, object]:
    home = {"agency": "S", "up": ship, "seat": ship, "home": ship, "returns": returns}
    return dict.fromkeys(names, home)


def two_crews(pins: dict[str, object]) -> Option:
    """Sparrow's crew needs one of two equal ships to come; Gull's crew has a sound ship."""
    sparrow = {"port": "north", "docked": "2029-12-02", "launched": "2029-12-01"}
    gull = {"port": "east", "docked": "2029-12-12", "launched": "2029-12-11"}
    hit = {"2030-02-28": {"state": "emergency-only", "places": 3}}
    tree = {
        "lifeboat": 2,
        "name": "Two crews",
        "as_of": "2030-03-01",
        "horizon": "..2030-03-20",
        "station": {"name": "S", "crew": {"least": 0, "most": 8}},
        "ports": {it: {"accepts": ["ring"]} for it in ("north", "south", "east", "west")},
        "pads": {"seaside": {}},
        "vehicle_types": {"bird": BIRD},
        "vehicles": {
            "Sparrow": {"type": "bird", **sparrow, "leaves": "2030-03-18", "conditions": hit},
            "Gull": {"type": "bird", **gull, "leaves": "2030-03-14", "improvised": {"places": 1}},
            "Heron": RELIEF,
            "Egret": {**RELIEF, "may_cancel": True},
        },
        "people": {
            **crew_of("Sparrow", "2030-03-18", "Ana", "Boris", "Chen"),
            **crew_of("Gull", "2030-03-14", "Dora", "Emil", "Fay"),
        },
        "pins": pins,
    }
    best = lifeboat.solve(as_scenario(tree)).best
    assert best is not None
    return best


@pytest.mark.parametrize(
    "pins",
    [
        {},
        {"p": {"vehicle": "Gull", "undock": "2030-03-14"}},
        {"p": {"vehicle": "Sparrow", "undock": "2030-03-18"}},
        {"p": {"vehicle": "Heron", "launch": "2030-03-08"}},
    ],
)
def test_the_crew_of_a_sound_ship_goes_home_in_it(pins: dict[str, object]) -> None:
    """Sparrow's three move once each, one of them by way of Gull; nobody of Gull's crew does.

    The pins say nothing that such a plan does not do anyway.
    """
    best = two_crews(pins)
    homes = {person.person: person.home for person in best.people}
    assert {homes[who] for who in ("Dora", "Emil", "Fay")} == {"Gull"}
    assert {goal.name: goal.value for goal in best.goals}["reseats"] == 4
    leaves = {flight.vehicle: flight.undock for flight in best.flights}
    planned = {it.vehicle: it.planned_undock.opens for it in best.flights if it.planned_undock}
    assert leaves == planned
