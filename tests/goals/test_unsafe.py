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


@pytest.mark.parametrize(("day", "unsafe"), [(2, 0), (3, 2), (5, 2), (6, 2), (7, 0)])
def test_who_leaves_while_it_is_damaged_counts(day: int, unsafe: int) -> None:
    """From the 3rd on, until it is sound again on the 6th: who leaves then still waited in it while
    it was damaged.
    """
    cleared = {**hit()["vehicles.Wren.conditions"], jan(6): {"state": "sound"}}
    scenario = tiny({"vehicles.Wren.conditions": cleared})
    assert counted("unsafe", scenario, plan({"Wren": {"undock": jan(day)}})) == unsafe


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


@pytest.mark.parametrize(("launch", "unsafe"), [(4, 0), (3, 1), (2, 1)])
def test_who_leaves_past_a_life_that_depends_on_a_launch_counts_once(
    launch: int, unsafe: int
) -> None:
    """Cleo goes home on Finch on the 8th: four days after its launch, a day late, or two."""
    edits = {"vehicles.Finch.life": {"limit": "4d"}, "people.Cleo.home": "Finch"}
    scenario = tiny({**edits, "vehicles.Finch.leaves": jan(8)})
    early = plan({"Finch": {"launch": jan(launch)}})
    assert counted("unsafe", scenario, early) == unsafe


LAX = {"home-on-a-sound-seat": "should", "seat-fits-its-person": "should"}
TERN = {
    "type": "boat",
    "seats": 0,
    "planned": jan(6),
    "modes": {"cargo": {"windows": jan(6)}},
    "leaves": jan(8),
}
"""A boat without seats, which docks on the 7th and leaves as soon as it can."""


def waiting(**more: Any) -> dict[str, Any]:
    """Seats need a suit too, which Boris has; Ana's comes on Finch, on the 5th. People may go home
    all the same.
    """
    return {
        "rules": LAX,
        "vehicle_types.boat.needs": ["liner", "suit"],
        "vehicle_types.boat.flies_empty": ["up", "down"],
        "ports.west": {"accepts": ["ring"]},
        "people.Ana.gear": ["liner"],
        "people.Boris.gear": ["liner", "suit"],
        "vehicles.Finch.delivers_gear": {"Ana": ["suit"]},
        **more,
    }


@pytest.mark.parametrize(("day", "unsafe"), [(4, 1), (5, 1), (6, 0), (8, 0)])
def test_who_leaves_before_the_gear_is_there_counts(day: int, unsafe: int) -> None:
    """On the 5th nobody has had the time to put it on."""
    leaves = plan({"Wren": {"undock": jan(day)}})
    assert counted("unsafe", tiny(waiting()), leaves) == unsafe


def test_gear_that_comes_after_they_have_left_is_of_no_use() -> None:
    late = plan({"Finch": {"launch": jan(8)}})
    assert counted("unsafe", tiny(waiting()), late) == 1


@pytest.mark.parametrize(("day", "unsafe"), [(4, 2), (5, 2), (6, 0)])
def test_all_who_wait_for_the_same_gear_count(day: int, unsafe: int) -> None:
    both = waiting(
        **{
            "people.Boris.gear": ["liner"],
            "vehicles.Finch.delivers_gear": {"Ana": ["suit"], "Boris": ["suit"]},
        }
    )
    leaves = plan({"Wren": {"undock": jan(day)}})
    assert counted("unsafe", tiny(both), leaves) == unsafe


@pytest.mark.parametrize(("day", "unsafe"), [(4, 1), (6, 1), (7, 1), (8, 0)])
def test_who_waits_for_two_things_counts_once(day: int, unsafe: int) -> None:
    """Ana's suit comes on the 5th, her liner on the 7th."""
    tern = {**TERN, "delivers_gear": {"Ana": ["liner"]}}
    scenario = tiny(waiting(**{"people.Ana.gear": [], "vehicles.Tern": tern}))
    leaves = plan({"Wren": {"undock": jan(day)}})
    assert counted("unsafe", scenario, leaves) == unsafe


@pytest.mark.parametrize(("day", "unsafe"), [(6, 1), (7, 2), (8, 2)])
def test_who_waits_for_gear_in_a_damaged_vehicle_counts_once(day: int, unsafe: int) -> None:
    """Wren is hit on the 7th; Finch with the suit docks only on the 9th."""
    hit_later = {jan(7): {"state": "emergency-only", "ride_home": True}}
    scenario = tiny(waiting(**{"vehicles.Wren.conditions": hit_later}))
    leaves = plan({"Wren": {"undock": jan(day)}, "Finch": {"launch": jan(8)}})
    assert counted("unsafe", scenario, leaves) == unsafe


@pytest.mark.parametrize(("suits", "unsafe"), [([], 2), (["suit"], 1)])
def test_a_seat_left_by_who_waits_for_gear_is_no_other_persons(
    suits: list[str], unsafe: int
) -> None:
    """Three go home on Finch, which has two nominal seats and improvised places: Cleo has a suit,
    Boris has one or waits for none; Ana's comes on Tern, too late.
    """
    tern = {**TERN, "planned": jan(9), "modes": {"cargo": {"windows": jan(9)}}, "leaves": "TBD"}
    scenario = tiny(
        waiting(
            **{
                "vehicles.Finch.improvised": {**ROOM, "needs": []},
                "vehicles.Finch.delivers_gear": {},
                "vehicles.Tern": {**tern, "delivers_gear": {"Ana": ["suit"]}},
                "people.Boris.gear": ["liner", *suits],
            }
        )
    )
    assert counted("unsafe", scenario, ALL_ON_FINCH) == unsafe
