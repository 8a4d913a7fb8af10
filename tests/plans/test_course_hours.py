"""A plan that tells hours: when a vehicle docks then, and how long it flies down.

Finch is launched on 4 January, in slot 3, and flies up in a day unless it is said otherwise.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course, Voyage
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny


def voyage(name: str, edits: dict[str, Any], flight: dict[str, Any]) -> Voyage:
    situation = Situation.of(tiny(edits), {})
    return Course.of(situation, plan({name: flight})).voyages[name]


@pytest.mark.parametrize(
    ("launch", "flies", "dock"),
    [
        (jan(4), "20h", 4),
        (jan(4), "6h", 3),
        ("2030-01-04T01:00Z", "20h", 3),
        ("2030-01-04T12:00Z", "6h", 3),
        ("2030-01-04T20:00Z", "6h", 4),
    ],
)
@pytest.mark.parametrize("where", ["vehicle_types.boat", "vehicles.Finch.modes.crewed"])
@pytest.mark.parametrize("by", ["plan", "record"])
def test_launched_at_an_hour_it_docks_its_flight_later(
    launch: str, flies: str, dock: int, where: str, by: str
) -> None:
    """Where only the day is told, a flight of 20 hours takes a day, and one of six none. It is a
    flight of its type, or one of its own mode.
    """
    edits = {
        f"{where}.flight_up": flies,
        **({"vehicles.Finch.planned": launch} if by == "record" else {}),
    }
    found = voyage("Finch", edits, {"launch": launch} if by == "plan" else {})
    assert (found.launch, found.dock) == (3, dock)


def test_the_hour_of_a_plan_comes_before_that_of_the_plan_of_record() -> None:
    """Launched at 20:00, as planned, it would dock a day later."""
    edits = {"vehicle_types.boat.flight_up": "6h", "vehicles.Finch.planned": "2030-01-04T20:00Z"}
    assert voyage("Finch", edits, {"launch": "2030-01-04T12:00Z"}).dock == 3


def test_a_launch_told_where_none_is_planned() -> None:
    edits = {"vehicle_types.boat.flight_up": "6h", "vehicles.Finch.planned": None}
    assert voyage("Finch", edits, {"launch": "2030-01-04T20:00Z"}).dock == 4


@pytest.mark.parametrize(
    ("leaves", "undock", "landing"),
    [
        (jan(8), None, (7, 8)),
        ("2030-01-08T20:00Z", None, (8, 8)),
        ("2030-01-08T12:00Z", None, (7, 7)),
        (jan(8), "2030-01-08T20:00Z", (8, 8)),
        ("2030-01-08T20:00Z", "2030-01-08T12:00Z", (7, 7)),
        ("2030-01-08T20:00Z", jan(9), (8, 9)),
        ("2030-01-08T20:00Z", "2030-01-09T21:00Z", (9, 9)),
    ],
)
def test_it_lands_six_hours_after_an_hour_that_is_told(
    leaves: str, undock: str | None, landing: tuple[int, int]
) -> None:
    """By days alone, Wren lands on the day it undocks or on the next."""
    edits = {"vehicles.Wren.leaves": leaves}
    found = voyage("Wren", edits, {} if undock is None else {"undock": undock})
    assert (found.landing, found.latest_landing) == landing


@pytest.mark.parametrize(("docked", "slot"), [(jan(6), 2), (jan(10), 6), (jan(11), None)])
def test_one_on_its_way_docks_when_it_does_whatever_a_plan_says(
    docked: str, slot: int | None
) -> None:
    """The 4th is slot 0 here, and the horizon ends with the 10th: slot 6."""
    flown = {"type": "boat", "pad": "beach", "launched": jan(3), "docked": docked}
    situation = Situation.of(tiny({"as_of": jan(4), "vehicles.Finch": flown}), {})
    for told in ({"launch": jan(8), "dock": jan(9)}, {"cancelled": True}, {"later": True}):
        found = Course.of(situation, plan({"Finch": told})).voyages.get("Finch")
        launched = None if found is None else (found.launch, found.dock)
        assert launched == (None if slot is None else (-1, slot))
