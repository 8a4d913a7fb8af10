"""A crew may fill every seat, and be as small as its type allows; nobody is in it twice."""

from __future__ import annotations

from typing import Any

from mistaken import told
from tiny import TINY, jan

BOAT = TINY["vehicle_types"]["boat"]
"""Two seats."""
WINDOWS = f"{jan(2)}..{jan(9)}"


def crew(*names: str, **of_its_type: Any) -> dict[str, Any]:
    """Finch flies with these people, and boats are somewhat different."""
    people = {f"people.{name}": {"agency": "Tiny", "up": "Finch"} for name in names}
    return {
        **people,
        "vehicle_types.boat": {**BOAT, **of_its_type},
        "vehicles.Finch.modes.crewed.crew": list(names),
    }


def test_a_crew_may_fill_every_seat() -> None:
    assert told(crew("Cleo", "Dan")) == []
    assert told(crew("Cleo", "Dan", "Eve")) == [("crew-large", "crew")]


def test_the_seats_of_the_vehicle_come_before_those_of_its_type() -> None:
    assert told({**crew("Cleo", "Dan"), "vehicles.Finch.seats": 1}) == [("crew-large", "crew")]
    assert told({**crew("Cleo", "Dan", "Eve"), "vehicles.Finch.seats": 3}) == []


def test_a_crew_may_be_as_large_and_as_small_as_its_type_allows() -> None:
    two = crew("Cleo", "Dan", seats=4, crew={"least": 2, "most": 2})
    assert told(two) == []
    three = crew("Cleo", "Dan", "Eve", seats=4, crew={"least": 2, "most": 2})
    assert told(three) == [("crew-large", "crew")]
    one = crew("Cleo", seats=4, crew={"least": 2, "most": 2})
    assert told(one) == [("crew-small", "crew")]


def test_a_mode_without_a_crew_is_for_types_that_fly_up_empty() -> None:
    """Coming down empty is not enough."""
    empty = {"vehicles.Finch.modes.empty": {"windows": WINDOWS}}
    assert told({**empty, "vehicle_types.boat.flies_empty": ["up"]}) == []
    assert told({**empty, "vehicle_types.boat.flies_empty": ["down"]}) == [("crew-empty", "empty")]


def test_a_mode_without_a_crew_is_not_a_crew_too_small() -> None:
    empty = {"vehicles.Finch.modes.empty": {"windows": WINDOWS}}
    kind = {"flies_empty": ["up"], "crew": {"least": 1}}
    assert told({**crew("Cleo", **kind), **empty}) == []


def test_each_time_somebody_is_there_again_is_told_and_what_else_is_wrong() -> None:
    """Cleo three times are three, where two fit."""
    assert told(crew("Cleo", "Cleo", "Cleo")) == [
        ("crew-large", "crew"),
        ("person-twice", "Cleo"),
        ("person-twice", "Cleo"),
    ]


def test_somebody_may_be_in_the_crews_of_several_modes() -> None:
    other = {"windows": WINDOWS, "crew": ["Cleo"]}
    assert told({"vehicles.Finch.modes.other": other}) == []
