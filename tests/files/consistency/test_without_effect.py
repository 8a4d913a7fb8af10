"""What is stated and changes nothing, told of the tiny station: it is 1 January, up to the 10th."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lifeboat.editing.opened import open_edited
from lifeboat.files.scenario_file import scenario_in
from lifeboat.files.source import source_of
from repository import TINY
from tiny import jan, tiny_tree

WREN, MOVES = "vehicles.Wren.conditions", "vehicles.Wren.relocations"
HIT, SOUND = {"state": "emergency-only"}, {"state": "sound"}


def told(edits: dict[str, Any]) -> list[str]:
    """What is told to be without effect."""
    text = json.dumps(tiny_tree(edits), indent=1)
    remarks = scenario_in(source_of(text, "tiny.yaml")).remarks
    return [it.message for it in remarks if it.kind == "without-effect"]


@pytest.mark.parametrize("day", ["2030-01-11", "2030-02-01T06:00Z", "2031-01-01"])
def test_a_condition_from_after_the_horizon(day: str) -> None:
    (message,) = told({WREN: {day: HIT}})
    assert message.startswith("that 'Wren' is emergency-only from 203")
    assert "after the horizon, ..2030-01-10" in message


def test_a_condition_whose_investigation_ends_after_the_horizon() -> None:
    board = {"investigations.board": {"expected": "2030-01-20"}}
    gated = {WREN: {jan(3): {**HIT, "gate": "board"}}}
    assert len(told({**board, **gated})) == 1
    assert told({"investigations.board": {"expected": "2030-01-10"}, **gated}) == []


def test_a_condition_that_waits_longer_than_the_one_after_it() -> None:
    """The board ends on 9 January, the condition of 5 January holds by then."""
    board = {"investigations.board": {"expected": jan(9)}}
    gated = {jan(3): {**HIT, "gate": "board"}, jan(5): SOUND}
    (message,) = told({**board, WREN: gated})
    assert "is emergency-only from 2030-01-03 changes nothing" in message
    assert message.endswith("the one from 2030-01-05 holds by then")


@pytest.mark.parametrize(
    "conditions",
    [
        {jan(10): HIT},
        {jan(3): HIT, jan(5): SOUND},
        {jan(3): HIT, "2030-01-03T06:00Z": SOUND},
        {"2029-12-10": HIT, "2029-12-20": SOUND},
    ],
)
def test_conditions_that_hold_for_a_while_or_did(conditions: dict[str, Any]) -> None:
    assert told({WREN: conditions}) == []


@pytest.mark.parametrize(
    ("damage", "number"),
    [
        ("Sparrow=unusable since 2030-01-01", 1),
        ("Sparrow=unusable since 2030-02-28", 0),
        ("Sparrow=unusable", 0),
        ("Heron=unusable since 2030-03-15", 0),
        ("Heron=unusable since 2030-03-16", 1),
    ],
)
def test_a_damage_asked_for_in_vain(damage: str, number: int) -> None:
    """Sparrow was hit on 28 February; it is 1 March, and up to 15 March must hold."""
    remarks = open_edited(str(TINY), flags=[("damage", damage)]).sourced.remarks
    assert [it.kind for it in remarks] == ["without-effect"] * number
    assert all(it.place and it.place.file == "--damage" for it in remarks)


@pytest.mark.parametrize(
    ("moves", "number"),
    [
        ({"2029-12-20": "south"}, 1),
        ({"2029-12-20": "north"}, 0),
        ({"2029-12-20": "south", "2029-12-24": "north"}, 0),
        ({"2029-12-20": "north", "2029-12-24": "south"}, 1),
        ({jan(1): "south"}, 0),
    ],
)
def test_a_move_before_the_plan_begins_that_leads_elsewhere(
    moves: dict[str, str], number: int
) -> None:
    """Wren is docked at north."""
    found = told({MOVES: moves})
    assert len(found) == number
    assert all(it.startswith("'Wren' is docked at 'north' at `as_of`; its move to") for it in found)


def test_a_move_of_a_vehicle_that_is_not_there_yet() -> None:
    (message,) = told({"vehicles.Finch.relocations": {"2029-12-20": "south"}})
    assert message.startswith("'Finch' is not docked at `as_of`; its move to 'south'")
