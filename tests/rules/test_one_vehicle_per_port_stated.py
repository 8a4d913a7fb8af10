"""One vehicle per port: there from the start, stated moves and chosen ones, like ports, a `should`.

Wren is at the north port and leaves on the 8th; Barge, where there is one, is at the south port.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from lifeboat.questions.solve import solve
from posing import counted, judged, only, possible
from tiny import TINY, jan, plan, tiny

RULE = "one-vehicle-per-port"
SHOULD = {f"rules.{RULE}": "should"}
FLIES_EMPTY = {"vehicle_types.boat.flies_empty": ["up", "down"]}
EMPTY: dict[str, Any] = {**FLIES_EMPTY, "people": {}}


def barge(**more: Any) -> dict[str, Any]:
    """A boat that is at the south port from the start."""
    return {"type": "boat", "port": "south", "docked": "2029-12-05", **more}


def moved(day: str, barge_leaves: int, **more: Any) -> list[tuple[object, ...]]:
    """The findings where Wren is moved to the south port on a day; nobody comes."""
    wren = {**TINY["vehicles"]["Wren"], "relocations": {day: "south"}}
    ships = {"Wren": wren, "Barge": barge(leaves=jan(barge_leaves))}
    return judged(RULE, tiny({**EMPTY, "vehicles": ships, **more}))


@pytest.mark.parametrize(
    ("day", "barge_leaves", "found"),
    [
        (jan(5), 4, []),
        (jan(5), 5, [("south", 5, 6)]),
        (jan(5), 6, [("south", 5, 6)]),
        (jan(5), 7, [("south", 5, 7)]),
        (jan(1), 2, [("south", 1, 2)]),
        ("2029-12-31", 2, []),
    ],
)
def test_a_stated_move_waits_for_the_port(
    day: str, barge_leaves: int, found: list[tuple[object, ...]]
) -> None:
    """Until the day after Barge has left; one before the horizon has led to the north port."""
    assert moved(day, barge_leaves) == found


@pytest.mark.parametrize(("barge_leaves", "found"), [(3, []), (4, [("south", 5, 6)])])
def test_a_stated_move_keeps_the_turn_round(
    barge_leaves: int, found: list[tuple[object, ...]]
) -> None:
    assert moved(jan(5), barge_leaves, **{"station.turn_round": "2d"}) == found


@pytest.mark.parametrize(("barge_leaves", "makes_room"), [(jan(5), True), (jan(9), False)])
def test_a_vehicle_makes_room_only_if_there_is_a_port_for_it(
    barge_leaves: str, makes_room: bool
) -> None:
    """Tern is to dock at north on the 8th, which Wren leaves on the 9th, or for Barge's port."""
    tern = {"type": "boat", "ports": ["north"], "modes": {"empty": {"windows": jan(7)}}}
    wren = {**TINY["vehicles"]["Wren"], "undock": jan(9), "may_relocate": {}}
    ships = {"Wren": wren, "Tern": tern, "Barge": barge(undock=barge_leaves, leaves=barge_leaves)}
    best = solve(tiny({**EMPTY, "vehicles": ships}), plans=1).best
    assert (best is not None) == makes_room


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({jan(1): "empty-return-only"}, []),
        ({jan(2): "empty-return-only"}, [("north", 8, 9)]),
        ({jan(1): "empty-return-only", jan(10): "sound"}, [("north", 8, 9)]),
        ({jan(1): "empty-return-only", jan(11): "sound"}, []),
    ],
)
def test_what_has_places_on_no_day_of_the_horizon_is_followed_within_a_day(
    conditions: dict[str, str], found: list[tuple[object, ...]]
) -> None:
    """Finch docks on the 8th, on which Wren leaves."""
    told = {day: {"state": state} for day, state in conditions.items()}
    modes = {"empty": {"windows": f"{jan(2)}..{jan(9)}"}}
    edits = {**EMPTY, "vehicles.Wren.conditions": told, "vehicles.Finch.modes": modes}
    assert judged(RULE, tiny(edits), at("north", launch=7)) == found


FINCH_ON_THE_8TH = plan({"Finch": {"launch": jan(7)}})
"""Finch docks on the 8th, on which Wren leaves, wherever there is a port for it."""


@pytest.mark.parametrize(
    ("seats", "barge_leaves", "free"), [(0, 8, True), (0, 9, False), (2, 8, False), (2, 9, False)]
)
def test_of_two_like_ports_one_may_be_taken_on_the_day_it_is_left_by_what_has_no_places(
    seats: int, barge_leaves: int, free: bool
) -> None:
    there = barge(leaves=jan(barge_leaves), seats=seats)
    scenario = only(tiny({"vehicles.Barge": there, **FLIES_EMPTY}), RULE)
    assert possible(scenario, FINCH_ON_THE_8TH) == free


@pytest.mark.parametrize(("moves", "free"), [(8, True), (9, False)])
def test_a_vehicle_that_moves_leaves_its_port_with_those_who_sit_in_it(
    moves: int, free: bool
) -> None:
    """Barge leaves the south port for good on the 8th, Wren the north port for the west one."""
    wren = {"vehicles.Wren.relocations": {jan(moves): "west"}, "vehicles.Wren.leaves": jan(10)}
    ports = {"ports.west.accepts": ["ring"], "vehicles.Finch.ports": ["north", "south"]}
    scenario = tiny({**FLIES_EMPTY, **wren, **ports, "vehicles.Barge": barge(leaves=jan(8))})
    assert possible(only(scenario, RULE), FINCH_ON_THE_8TH) == free


def at(port: str, launch: int = 4) -> Plan:
    """Finch is launched on a day and docks at a port a day later."""
    return plan({"Finch": {"port": port, "launch": jan(launch)}})


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ({}, 0),
        ({"vehicles.Finch.ports": ["north"]}, 1),
        ({"vehicles.Finch.ports": ["north", "south"]}, 0),
        ({"ports.south.types": ["raft"]}, 1),
        ({"ports.north.types": ["raft"]}, 0),
    ],
)
def test_as_a_should_a_vehicle_may_dock_where_it_is_not_meant_to(
    edits: dict[str, Any], broken: int
) -> None:
    """Finch docks at the south port; Wren is at the north port, whatever is said of that."""
    raft = {"vehicle_types.raft": TINY["vehicle_types"]["boat"]}
    assert counted("broken", tiny({**SHOULD, **raft, **edits}), at("south")) == broken


@pytest.mark.parametrize(("launch", "is_free"), [(6, False), (7, True)])
def test_nor_does_it_share_a_port_that_it_is_not_meant_for(launch: int, is_free: bool) -> None:
    """Finch, which is to dock at the south port, docks at north on the 7th or 8th."""
    scenario = only(tiny({"vehicles.Finch.ports": ["south"]}))
    assert possible(scenario, at("north", launch)) == is_free


@pytest.mark.parametrize(("launch", "broken"), [(7, 1), (8, 0)])
def test_as_a_should_one_may_come_on_the_day_the_other_leaves(launch: int, broken: int) -> None:
    """Wren leaves the north port on the 8th; Finch docks there on that day or the next."""
    assert counted("broken", tiny(SHOULD), at("north", launch)) == broken
