"""Rides home on less than a nominal seat of a sound vehicle: on Wren, with two seats."""

from __future__ import annotations

from typing import Any

import pytest

from posing import counted
from tiny import jan, plan, tiny

ROOM = {"places": 3, "ride_home": True}
ALL_ON_FINCH = plan(
    {"Finch": {"undock": jan(9)}, "Wren": {"stays": True}},
    {who: {"home": "Finch", "seats": {jan(6): "Finch"}} for who in ("Ana", "Boris", "Cleo")},
)


def hit(**condition: Any) -> dict[str, Any]:
    """Wren can take no more than somebody who has to get home, from the 3rd on."""
    state = {"state": "emergency-only", "ride_home": True, **condition}
    return {"vehicles.Wren.conditions": {jan(3): state}}


def test_on_nominal_seats_of_a_sound_vehicle_nobody_counts() -> None:
    assert counted("unsafe", tiny()) == 0


def test_everybody_in_a_damaged_vehicle_counts() -> None:
    assert counted("unsafe", tiny(hit())) == 2


def test_nobody_who_left_before_it_was_damaged_counts() -> None:
    assert counted("unsafe", tiny(hit()), plan({"Wren": {"undock": jan(2)}})) == 0


def test_whoever_finds_no_nominal_seat_counts() -> None:
    """Three go home on Finch, which has two seats and improvised places."""
    assert counted("unsafe", tiny({"vehicles.Finch.improvised": ROOM}), ALL_ON_FINCH) == 1


@pytest.mark.parametrize(("needs", "unsafe"), [([], 2), (["liner"], 3)])
def test_whoever_no_nominal_seat_fits_counts(needs: list[str], unsafe: int) -> None:
    """Finch needs a suit for its seats: Cleo alone has one, or nobody has."""
    suits = {
        "vehicles.Finch.improvised": {**ROOM, "needs": []},
        "vehicles.Finch.brings": {"Cleo": ["suit"]} if not needs else {},
        "vehicle_types.boat.needs": ["suit"],
        **{f"people.{who}.gear": [] for who in ("Ana", "Boris", "Cleo")},
    }
    assert counted("unsafe", tiny(suits), ALL_ON_FINCH) == unsafe


def test_a_ride_in_a_vehicle_past_its_life_is_unsafe() -> None:
    """Wren lands 38 days after its launch; two ride in it."""
    for limit, unsafe in (("38d", 0), ("37d", 2)):
        assert counted("unsafe", tiny({"vehicles.Wren.life": {"limit": limit}})) == unsafe


def test_a_life_that_depends_on_a_launch_may_end_before_the_ride() -> None:
    """Cleo goes home on Finch on the 8th, three or four days after its launch."""
    edits = {"vehicles.Finch.life": {"limit": "4d"}, "people.Cleo.home": "Finch"}
    scenario = tiny({**edits, "vehicles.Finch.leaves": jan(8)})
    assert counted("unsafe", scenario) == 0
    early = plan({"Finch": {"launch": jan(3), "dock": jan(4)}})
    assert counted("unsafe", scenario, early) == 1
