"""When a vehicle is moved out of another's way: no sooner than it has to be."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.questions.solve import solve
from tiny import jan, tiny

NORTH = {"vehicles.Finch.ports": ["north"], "vehicles.Wren.leaves": jan(9)}
"""Finch has to dock at north on 5 January, where Wren is until the 9th; south is free."""


def moved(may: dict[str, Any], **edits: Any) -> tuple[int, str] | None:
    """The day on which Wren is moved, and where to."""
    best = solve(tiny({**NORTH, "vehicles.Wren.may_relocate": may, **edits}), plans=1).best
    assert best is not None
    moves = best.plan.flights["Wren"].relocations
    return None if not moves else next((day.day, port) for day, port in moves.items())


def test_the_day_before_the_port_is_needed() -> None:
    assert moved({}) == (4, "south")


def test_earlier_where_a_port_needs_time_between_two() -> None:
    assert moved({}, **{"station.turn_round": "3d"}) == (2, "south")


def test_while_it_is_allowed() -> None:
    assert moved({"during": f"{jan(1)}..{jan(3)}"}) == (3, "south")
    assert moved({"during": [jan(2), f"{jan(7)}..{jan(9)}"]}) == (2, "south")


def test_before_a_closure_of_its_port() -> None:
    walk = {"ports.north.closures": {"walk": {"during": f"{jan(4)}..{jan(4)}", "types": ["boat"]}}}
    free = {"vehicles.Finch.ports": ["south", "north"], "vehicles.Finch.may_cancel": True}
    assert moved({}, **walk, **free, **{"vehicles.Finch.planned": None}) == (4, "south")


@pytest.mark.parametrize("day", [2, 4])
def test_on_its_day_where_it_is_planned(day: int) -> None:
    assert moved({}, **{"vehicles.Wren.relocations": {jan(day): "south"}}) == (day, "south")


def test_nobody_is_moved_for_nothing() -> None:
    assert moved({}, **{"vehicles.Finch.ports": ["south", "north"]}) is None
