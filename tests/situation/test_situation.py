"""A scenario counted in slots: what a vehicle is good for, and from when on."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.situation.situation import Situation
from tiny import jan, tiny


def states(conditions: dict[str, Any], expected: str) -> dict[int, str]:
    """Wren's state from each slot of the horizon on, the first of them at its beginning."""
    edits = {
        "investigations.board": {"expected": expected},
        "vehicles.Wren.conditions": conditions,
    }
    ship = Situation.of(tiny(edits), {}).ships["Wren"]
    return {max(0, spell.first): spell.state for spell in ship.spells if spell.end > 0}


UNUSABLE = {"state": "unusable", "gate": "board"}
SHELTER = {"state": "emergency-only"}


@pytest.mark.parametrize("expected", ["2029-12-11", "2029-12-15"])
def test_a_board_that_is_over_does_not_put_off_what_it_decided(expected: str) -> None:
    """Unusable since 10 December, as a board said by the 15th; since the 20th it is a shelter. On
    1 January, when the plan begins, it is a shelter.
    """
    told = {"2029-12-10": UNUSABLE, "2029-12-20": SHELTER}
    assert states(told, expected) == {0: "emergency-only"}


def test_a_state_is_not_relied_on_before_its_board() -> None:
    told = {"2029-12-20": SHELTER, jan(2): {"state": "sound", "gate": "board"}}
    assert states(told, jan(4)) == {0: "emergency-only", 3: "sound"}


def test_what_a_board_decides_does_not_undo_what_was_found_later() -> None:
    """A board meets on the 4th about a leak of 20 December; on the 28th fire has left the ship
    unusable, and no board about the leak changes that.
    """
    told = {
        "2029-12-20": {"state": "sound", "gate": "board"},
        "2029-12-28": {"state": "unusable"},
    }
    assert states(told, jan(4)) == {0: "unusable"}
    assert states(told, "2029-12-30") == {0: "unusable"}


def test_a_later_finding_holds_from_its_own_date_although_a_board_is_late() -> None:
    told = {"2029-12-20": UNUSABLE, jan(6): SHELTER}
    assert states(told, jan(4)) == {0: "sound", 3: "unusable", 5: "emergency-only"}
    assert states(told, jan(8)) == {0: "sound", 5: "emergency-only"}
