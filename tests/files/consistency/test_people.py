"""People are aboard or to come, and what is said of them goes with that."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import told

TINY = {"agency": "Tiny"}
AS_OF = "2030-01-01T00:00Z"
LATER = "2030-01-01T00:01Z"


def ana(**said: Any) -> dict[str, Any]:
    return {"people.Ana": {**TINY, **said}}


@pytest.mark.parametrize("seat", ["Wren", "station"])
def test_a_liner_is_in_a_vehicle_or_on_the_station(seat: str) -> None:
    assert told(ana(seat=seat, up="Wren")) == []


def test_of_somebody_aboard_it_is_said_when_they_came_or_on_what() -> None:
    assert told(ana(seat="Wren", up="Wren")) == []
    assert told(ana(seat="Wren", launched="2029-12-01")) == []
    assert told(ana(seat="Wren")) == [("missing-key", "Ana")]


def test_they_may_have_been_launched_exactly_at_as_of() -> None:
    assert told(ana(seat="Wren", launched=AS_OF)) == []
    assert told(ana(seat="Wren", launched=LATER)) == [("after-as-of", LATER)]


def test_nobody_aboard_came_on_or_sits_in_what_is_on_the_ground() -> None:
    assert told(ana(seat="Finch", up="Finch")) == [
        ("seat-on-the-ground", "Finch"),
        ("up-on-the-ground", "Finch"),
    ]


def test_a_launch_date_does_not_excuse_a_vehicle_on_the_ground() -> None:
    assert told(ana(seat="Wren", up="Finch", launched="2029-12-01")) == [
        ("up-on-the-ground", "Finch")
    ]


def test_whoever_is_to_come_is_in_a_crew_whatever_they_are_planned_on() -> None:
    """Cleo is of Finch's crew; Dan is of none."""
    assert told({"people.Cleo": TINY}) == []
    assert told({"people.Dan": {**TINY, "up": "Finch"}}) == [("nowhere", "Dan")]


def test_whoever_was_launched_is_aboard() -> None:
    """And if in no crew either, they are nowhere twice over."""
    launched = {**TINY, "launched": "2029-12-01"}
    assert told({"people.Cleo": launched}) == [("nowhere", "launched")]
    assert told({"people.Dan": launched}) == [("nowhere", "Dan"), ("nowhere", "launched")]
