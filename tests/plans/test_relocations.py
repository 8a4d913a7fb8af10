"""Moves to another port: by choice, and those that are stated in vain."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.plans.relocations import Relocation, chosen_relocations, lost_relocations
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

TO_SOUTH = {jan(6): "south"}


def sailed(edits: dict[str, Any], flown: Plan) -> Course:
    return Course.of(Situation.of(tiny(edits), {}), flown)


def test_a_move_that_the_scenario_does_not_state_is_a_choice() -> None:
    course = sailed({}, plan({"Wren": {"relocations": TO_SOUTH}}))
    found = chosen_relocations(course.voyages["Wren"])
    assert found == [Relocation("Wren", 5, "north", "south")]


def test_a_stated_move_is_no_choice() -> None:
    course = sailed({"vehicles.Wren.relocations": TO_SOUTH}, plan())
    assert chosen_relocations(course.voyages["Wren"]) == []
    assert list(lost_relocations(course, course.voyages["Wren"])) == []


@pytest.mark.parametrize(
    ("ship", "flown", "why"),
    [
        ("Finch", plan({"Finch": {"launch": jan(6), "dock": jan(7)}}), "it docks on 2030-01-07"),
        ("Wren", plan({"Wren": {"undock": jan(6)}}), "it undocks on 2030-01-06"),
        ("Wren", plan({"Wren": {"relocations": {}}}), "it is moved nowhere"),
        ("Wren", plan({"Wren": {"relocations": {}, "stays": True}}), "it is moved nowhere"),
        (
            "Wren",
            plan({"Wren": {"relocations": {jan(3): "south"}}}),
            "it is moved to south on 2030-01-03 instead",
        ),
    ],
)
def test_a_stated_move_that_is_lost_has_its_reason(ship: str, flown: Plan, why: str) -> None:
    course = sailed({f"vehicles.{ship}.relocations": TO_SOUTH}, flown)
    assert list(lost_relocations(course, course.voyages[ship])) == [(5, "south", why)]


def test_a_plan_may_move_a_vehicle_twice() -> None:
    """Both are choices; in the way of a stated move comes the first."""
    there_and_back = {jan(3): "south", jan(6): "north"}
    course = sailed({}, plan({"Wren": {"relocations": there_and_back}}))
    assert chosen_relocations(course.voyages["Wren"]) == [
        Relocation("Wren", 2, "north", "south"),
        Relocation("Wren", 5, "south", "north"),
    ]
    course = sailed({"vehicles.Wren.relocations": TO_SOUTH}, course.plan)
    (lost,) = lost_relocations(course, course.voyages["Wren"])
    assert lost == (5, "south", "it is moved to south on 2030-01-03 instead")


def test_a_move_stated_for_the_day_of_the_docking_is_lost() -> None:
    flown = plan({"Finch": {"port": "north", "launch": jan(5)}})
    course = sailed({"vehicles.Finch.relocations": TO_SOUTH}, flown)
    lost = list(lost_relocations(course, course.voyages["Finch"]))
    assert lost == [(5, "south", "it docks on 2030-01-06")]


@pytest.mark.parametrize(
    ("day", "lost"), [("2029-12-31", []), (jan(1), [0]), (jan(10), [9]), (jan(11), [])]
)
def test_what_the_horizon_holds_can_be_lost(day: str, lost: list[int]) -> None:
    edits = {"vehicles.Wren.relocations": {day: "south"}}
    course = sailed(edits, plan({"Wren": {"relocations": {}, "stays": True}}))
    assert [slot for slot, _, _ in lost_relocations(course, course.voyages["Wren"])] == lost


def test_what_lies_before_or_beyond_the_horizon_is_not_lost() -> None:
    moves = {"2029-12-20": "south", "2030-01-15": "south"}
    course = sailed({"vehicles.Wren.relocations": moves}, plan({"Wren": {"stays": True}}))
    assert list(lost_relocations(course, course.voyages["Wren"])) == []
