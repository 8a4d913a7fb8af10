"""What is asked of a plan on the grid: who comes after it, who leaves on what, with which gear.

The horizon ends with 10 January. By plan Wren leaves on the 8th; Finch comes on the 5th and stays.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

AFTERWARDS = {
    "vehicles.Finch.planned": jan(20),
    "vehicles.Finch.modes.crewed.windows": f"{jan(2)}..{jan(25)}",
}


def course(flights: dict[str, Any], edits: dict[str, Any] | None = None) -> Course:
    return Course.of(Situation.of(tiny(edits), {}), plan(flights))


@pytest.mark.parametrize(
    ("flight", "edits", "later"),
    [
        ({}, {}, False),
        ({"later": True}, {}, False),
        ({"launch": jan(9)}, AFTERWARDS, False),
        ({"launch": jan(10)}, {}, True),
        ({"launch": jan(10), "cancelled": True}, {}, False),
        ({}, AFTERWARDS, True),
        ({"later": True}, AFTERWARDS, True),
        ({"cancelled": True}, AFTERWARDS, False),
    ],
)
def test_one_comes_after_the_horizon_if_it_is_planned_or_told_to(
    flight: dict[str, Any], edits: dict[str, Any], later: bool
) -> None:
    """Launched on the 9th Finch docks on the 10th, the last day."""
    found = course({"Finch": flight}, edits)
    assert found.comes_later(found.situation.ships["Finch"]) == later
    is_there = "Finch" in found.voyages
    assert found.is_there_or_to_come("Finch") == (is_there or later)


@pytest.mark.parametrize("undock", [8, 10, 11, None])
def test_one_at_the_station_is_not_to_come(undock: int | None) -> None:
    flight = {"stays": True} if undock is None else {"undock": jan(undock)}
    found = course({"Wren": flight})
    assert not found.comes_later(found.situation.ships["Wren"])
    assert found.is_there_or_to_come("Wren") == (undock in (11, None))


def test_one_that_nobody_knows_is_not_to_come() -> None:
    assert not course({}).is_there_or_to_come("Owl")


def test_who_leaves_on_what() -> None:
    found = course({"Finch": {"undock": jan(9)}}, {"people.Cleo.home": "Finch"})
    leavers = {
        name: [one.member.name for one in found.leavers(voyage)]
        for name, voyage in found.voyages.items()
    }
    assert leavers == {"Wren": ["Ana", "Boris"], "Finch": ["Cleo"]}


@pytest.mark.parametrize(("slot", "gear"), [(3, set()), (4, {"liner"}), (9, {"liner"})])
def test_gear_is_there_from_the_slot_in_which_its_vehicle_docks(slot: int, gear: set[str]) -> None:
    """Finch, in slot 4, delivers a liner for Ana; Boris and his wait for nothing."""
    delivers = {"vehicles.Finch.delivers_gear": {"Ana": ["liner"]}, "people.Ana.gear": []}
    found = course({}, delivers)
    ana, boris = (found.situation.members[name] for name in ("Ana", "Boris"))
    assert found.equipped(ana, slot).gear == gear
    assert found.equipped(boris, slot) == boris
