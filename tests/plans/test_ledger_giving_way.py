"""How places are shared out where a rule about them may give way: by what that costs.

Ana and Boris have their liners in Wren and leave in it on the 8th. The rules about pins, rides home
and fit are a `should` here; a scenario's goals say what comes first.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.files.known_types import known_types
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

SHOULDS = {
    "rules.pins-hold": "should",
    "rules.home-on-a-sound-seat": "should",
    "rules.seat-fits-its-person": "should",
}
AS_PLANNED = plan()
BROKEN_FIRST = {"goals": ["broken", "no-place", "damaged", "improvised"]}


def held(day: int, edits: dict[str, Any], told: Plan = AS_PLANNED) -> dict[str, str]:
    """The quality of everybody's place on a day, Cleo's in Finch aside."""
    course = Course.of(Situation.of(tiny({**SHOULDS, **edits}), known_types()), told)
    entries = ledger_of(course).entries
    there = (it for it in entries if it.first < day <= it.end and it.ship != "Finch")
    return {it.person: it.quality for it in there}


def pinned(**more: str) -> dict[str, Any]:
    """Boris is to have the one seat of Wren, which fits Ana alone: a place not quite his."""
    return {
        "vehicle_types.boat.seats": 1,
        "people.Boris.gear": [],
        "pins.held": {"person": "Boris", "seat": "Wren", **more},
    }


ANA = {"Ana": "nominal", "Boris": "none"}
BORIS = {"Ana": "none", "Boris": "improvised"}
MOVED = plan(people={"Boris": {"seats": {jan(5): "station"}}})
"""Boris's liner leaves Wren on the 5th."""


def test_a_pin_gives_way_to_a_better_place_if_goals_say_so() -> None:
    assert held(1, pinned()) == ANA
    assert held(1, {**pinned(), **BROKEN_FIRST}) == BORIS


def test_a_pin_that_is_broken_later_anyway_gives_way_from_the_start() -> None:
    assert held(1, {**pinned(), **BROKEN_FIRST}, MOVED) == ANA


@pytest.mark.parametrize("during", [f"{jan(1)}..{jan(4)}", f"{jan(2)}..{jan(3)}"])
def test_a_pin_that_is_over_by_then_is_not_broken(during: str) -> None:
    assert held(3, {**pinned(during=during), **BROKEN_FIRST}, MOVED) == BORIS


def test_a_pin_that_could_not_hold_before_gives_way_afterwards() -> None:
    """Up to the 3rd Wren is unusable: nobody has a place, and the pin is broken."""
    mended = {jan(1): {"state": "unusable"}, jan(3): {"state": "sound"}}
    conditions = {"vehicles.Wren.conditions": mended}
    assert held(2, {**pinned(), **BROKEN_FIRST, **conditions}) == {"Ana": "none", "Boris": "none"}
    assert held(4, {**pinned(), **BROKEN_FIRST, **conditions}) == ANA


@pytest.mark.parametrize(("last", "found"), [(5, BORIS), (6, BORIS), (7, ANA)])
def test_a_pin_weighed_against_places_gives_way_where_it_lasts_too_long(
    last: int, found: dict[str, str]
) -> None:
    """It weighs as much as two and a half days in an improvised place, and begins on the 5th."""
    weighed = {"goals": ["no-place", {"improvised": 2, "broken": 5}]}
    during = pinned(during=f"{jan(5)}..{jan(last)}")
    assert held(5, {**during, **weighed}, plan({"Wren": {"stays": True}})) == found


def test_a_pin_of_somebody_who_does_not_come_costs_nothing() -> None:
    pin = {"pins.held": {"person": "Cleo", "seat": "Finch"}}
    assert held(5, pin, plan({"Finch": {"cancelled": True}})) == {
        "Ana": "nominal",
        "Boris": "nominal",
    }


IN_WREN = {"agency": "Tiny", "up": "Wren", "seat": "Wren"}
CROWDED = {
    "vehicles.Wren.improvised": {"places": 1, "ride_home": False, "needs": ["suit"]},
    "people.Ana.gear": ["liner", "suit"],
    "people.Dan": IN_WREN,
    "rules.seat-fits-its-person": "must",
}
"""Wren leaves on the 8th with Ana and Boris; Dan stays. Two seats fit all three, one improvised
place, which takes nobody home, fits Ana.
"""


@pytest.mark.parametrize(
    ("goals", "found"),
    [
        ({}, {"Ana": "improvised", "Boris": "nominal", "Dan": "nominal"}),
        (BROKEN_FIRST, {"Ana": "nominal", "Boris": "nominal", "Dan": "none"}),
    ],
)
def test_a_ride_home_gives_way_to_a_place_for_everybody_unless_goals_say_otherwise(
    goals: dict[str, Any], found: dict[str, str]
) -> None:
    assert held(7, {**CROWDED, **goals}) == found


def test_rides_home_that_are_amiss_anyway_take_no_place_from_anybody() -> None:
    """Eve is to leave in Wren as well, though her liner is on the station."""
    eve = {"people.Eve": {**IN_WREN, "seat": "station", "home": "Wren"}}
    assert held(7, {**CROWDED, **BROKEN_FIRST, **eve}) == {
        "Ana": "improvised",
        "Boris": "nominal",
        "Dan": "nominal",
        "Eve": "none",
    }


@pytest.mark.parametrize("name", ["held", "Wren"])
@pytest.mark.parametrize(("rides", "dan"), [(1, "damaged"), (2, "none")])
def test_whoever_is_held_to_a_place_has_it_where_too_few_can_go_home_anyway(
    rides: int, dan: str, name: str
) -> None:
    """Wren, damaged, has two places, and all or one of them when it leaves with Ana and Boris. Dan
    stays and is held to a place, by a pin whatever it is called. Where one thing has to give way it
    is the pin; where the rides home do anyway, the pin need not.
    """
    damaged = {"state": "emergency-only", "ride_home": True}
    conditions = {jan(1): {**damaged, "places": 2}, jan(8): {**damaged, "places": rides}}
    edits = {
        "people.Dan": IN_WREN,
        f"pins.{name}": {"person": "Dan", "seat": "Wren"},
        "vehicles.Wren.conditions": conditions,
    }
    assert held(7, {**edits, **BROKEN_FIRST})["Dan"] == dan


@pytest.mark.parametrize("goals", [["cancelled"], ["broken", "cancelled"]])
def test_where_nobody_may_be_without_a_place_no_ride_home_costs_one(goals: list[str]) -> None:
    """Wren has a seat, and an extra place for Ana alone. She would leave from the seat, and Boris,
    who moves to Finch that day, had none the day before: no goal speaks of that, but the rule does.
    """
    edits = {
        "rules.everyone-has-a-seat": "must",
        "rules.seat-fits-its-person": "must",
        "goals": goals,
        "vehicles.Wren.seats": 1,
        "vehicles.Wren.improvised": {"places": 1, "needs": ["suit"]},
        "people.Ana.gear": ["liner", "suit"],
        "vehicles.Finch.seats": 3,
    }
    boris = {"seats": {jan(8): "Finch"}}
    told = plan({"Wren": {"undock": jan(8)}}, {"Ana": {"home": "Wren"}, "Boris": boris})
    assert held(7, edits, told) == {"Ana": "improvised", "Boris": "nominal"}
