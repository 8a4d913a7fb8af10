"""A station known by heart: two vehicles, three people, ten days of January 2030.

    day       1  2  3  4  5  6  7  8  9 10
    Wren      =  =  =  =  =  =  =  |           docked at north; Ana and Boris leave in it on 8 Jan
    Finch              ^  =  =  =  =  =  =     launched on 4 Jan, docks on 5 Jan, brings Cleo
    aboard    2  2  2  2  3  3  3  1  1  1

A vehicle has two seats, flies up in one day and lands on the day it undocks. Wren was launched on
1 December 2029, so that it lands 38 days after its launch. Every rule is kept.
"""

from __future__ import annotations

import copy
import json
from typing import Any

from lifeboat.plans.plan import Plan
from lifeboat.scenario.scenario import Scenario

PERSON = {"agency": "Tiny", "up": "Wren", "seat": "Wren", "home": "Wren", "returns": "2030-01-08"}

TINY: dict[str, Any] = {
    "lifeboat": 2,
    "name": "Tiny",
    "as_of": "2030-01-01",
    "horizon": "..2030-01-10",
    "station": {"name": "Tiny Station"},
    "ports": {"north": {"accepts": ["ring"]}, "south": {"accepts": ["ring"]}},
    "pads": {"beach": {}},
    "vehicle_types": {
        "boat": {
            "family": "boat",
            "mechanism": "ring",
            "seats": 2,
            "flight_up": "1d",
            "flight_down": "6h",
            "needs": ["liner"],
        }
    },
    "vehicles": {
        "Wren": {
            "type": "boat",
            "port": "north",
            "docked": "2029-12-02",
            "launched": "2029-12-01",
            "leaves": "2030-01-08",
        },
        "Finch": {
            "type": "boat",
            "pad": "beach",
            "planned": "2030-01-04",
            "modes": {"crewed": {"windows": "2030-01-02..2030-01-09", "crew": ["Cleo"]}},
        },
    },
    "people": {
        "Ana": {**PERSON},
        "Boris": {**PERSON},
        "Cleo": {"agency": "Tiny", "up": "Finch"},
    },
}


def jan(day: int) -> str:
    """A day of January 2030."""
    return f"2030-01-{day:02}"


def tiny(edits: dict[str, Any] | None = None) -> Scenario:
    """The tiny station with some values changed, each named by its path: `station.crew.most`."""
    return as_scenario(tiny_tree(edits))


def tiny_tree(edits: dict[str, Any] | None = None) -> dict[str, Any]:
    """The same as plain values."""
    tree = copy.deepcopy(TINY)
    for path, value in (edits or {}).items():
        *owners, key = path.split(".")
        part = tree
        for owner in owners:
            part = part.setdefault(owner, {})
        part[key] = copy.deepcopy(value)
    return tree


def as_scenario(tree: dict[str, Any]) -> Scenario:
    """A scenario from plain values."""
    return Scenario.model_validate_json(json.dumps(tree))


def plan(
    flights: dict[str, dict[str, Any]] | None = None,
    people: dict[str, dict[str, Any]] | None = None,
) -> Plan:
    """A plan; what it leaves out follows the plan of record."""
    return as_plan({"flights": flights or {}, "people": people or {}})


def as_plan(tree: dict[str, Any]) -> Plan:
    """A plan from plain values."""
    return Plan.model_validate_json(json.dumps(tree))
