"""What Wren offers, slot by slot, where several things happen to it within one."""

from __future__ import annotations

from typing import Any

from lifeboat.situation.situation import Situation
from lifeboat.situation.spells import departing
from tiny import jan, tiny

SHELTER = {"state": "emergency-only", "places": 1}
SOUND = {"state": "sound"}


def states(conditions: dict[str, Any], **more: Any) -> dict[int, tuple[str, int]]:
    """Wren's state and all its places from each slot of the horizon on."""
    edits = {"vehicles.Wren.conditions": conditions, **more}
    ship = Situation.of(tiny(edits), {}).ships["Wren"]
    told = [it for it in ship.spells if it.end > 0]
    return {max(0, it.first): (it.state, it.places.all) for it in told}


def test_a_worse_condition_holds_in_all_of_the_day_it_begins_on() -> None:
    told = states({f"{jan(4)}T23:00Z": SHELTER})
    assert told == {0: ("sound", 2), 3: ("emergency-only", 1)}


def test_a_better_condition_holds_from_the_next_day_on() -> None:
    told = states({jan(2): SHELTER, f"{jan(4)}T06:00Z": SOUND})
    assert told == {0: ("sound", 2), 1: ("emergency-only", 1), 4: ("sound", 2)}


def test_a_better_condition_from_midnight_holds_that_day() -> None:
    told = states({jan(2): SHELTER, jan(4): SOUND})
    assert told == {0: ("sound", 2), 1: ("emergency-only", 1), 3: ("sound", 2)}


def test_the_worst_of_three_within_a_day_holds() -> None:
    """A leak at six; an inspection finds nothing at noon; in the evening it is a shelter."""
    day = {"06:00": {"state": "unusable"}, "12:00": SOUND, "18:00": SHELTER}
    told = states({f"{jan(4)}T{hour}Z": state for hour, state in day.items()})
    assert told == {0: ("sound", 2), 3: ("unusable", 0), 4: ("emergency-only", 1)}
    by_hours = {f"{jan(4)}T{hour}Z": state for hour, state in day.items()}
    found = states(by_hours, resolution="6h")
    assert [found[slot][0] for slot in (13, 14, 15)] == ["unusable", "sound", "emergency-only"]


def test_of_two_shelters_in_a_day_the_smaller_holds() -> None:
    more = {"state": "emergency-only", "places": 2}
    told = states({f"{jan(4)}T06:00Z": SHELTER, f"{jan(4)}T18:00Z": more})
    assert told == {0: ("sound", 2), 3: ("emergency-only", 1), 4: ("emergency-only", 2)}


def test_it_leaves_in_the_worse_condition_of_two_days() -> None:
    """A shelter on the 5th and 6th: who leaves on the 5th, 6th or 7th leaves in a shelter."""
    edits = {"vehicles.Wren.conditions": {jan(5): SHELTER, jan(7): SOUND}}
    ship = Situation.of(tiny(edits), {}).ships["Wren"]
    assert [ship.leaving(day - 1).state for day in range(4, 9)] == [
        "sound",
        "emergency-only",
        "emergency-only",
        "emergency-only",
        "sound",
    ]
    spells = [(max(1, it.first + 1), it.state) for it in departing(ship)]
    assert spells == [(1, "sound"), (5, "emergency-only"), (8, "sound")]
