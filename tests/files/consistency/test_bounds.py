"""Bounds may be equal, and no more; a waiver may waive nothing, and no less."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import told
from tiny import TINY

RAFT = {**TINY["vehicle_types"]["boat"], "seats": 3}
"""A type of three seats that no vehicle is of."""


def raft(**crew: int) -> dict[str, Any]:
    return {"vehicle_types.raft": {**RAFT, "crew": crew}}


@pytest.mark.parametrize(
    ("part", "less", "greater"),
    [
        ("station.crew", "least", "wanted"),
        ("station.crew", "least", "most"),
        ("station.crew", "wanted", "most"),
        ("station.crew", "long_term", "most"),
        ("station.skills.pilot", "least", "wanted"),
    ],
)
def test_two_bounds_may_be_equal(part: str, less: str, greater: str) -> None:
    assert told({part: {less: 2, greater: 2}}) == []
    assert told({part: {less: 3, greater: 2}}) == [("bounds", "2")]


def test_zero_is_a_bound_too() -> None:
    assert told({"station.crew": {"least": 0, "most": 0}}) == []
    assert told({"station.crew": {"least": 1, "most": 0}}) == [("bounds", "0")]


def test_a_crew_may_need_or_take_every_seat() -> None:
    assert told(raft(least=3, most=3)) == []
    assert told(raft(least=1, most=4)) == [("bounds", "4")]


def test_a_crew_that_needs_more_than_it_may_have_and_more_than_fit() -> None:
    """Four of three seats, and the most is less than that."""
    assert told(raft(least=4, most=3)) == [("bounds", "4"), ("bounds", "3")]


def test_every_pair_in_the_wrong_order_is_told() -> None:
    """Fewer wanted than needed; and at most fewer than needed, and fewer than wanted."""
    crew = {"least": 4, "wanted": 3, "most": 2}
    assert told({"station.crew": crew}) == [("bounds", "3"), ("bounds", "2"), ("bounds", "2")]


def test_time_above_a_number_needs_that_number() -> None:
    above = {"above_long_term": "3d"}
    assert told({"station.crew": {"long_term": 2, **above}}) == []
    assert told({"station.crew": above}) == [("without", "above_long_term")]


@pytest.mark.parametrize(
    "part", ["vehicle_types.boat.life", "vehicles.Wren.life", "people.Ana.stay"]
)
def test_a_waiver_may_be_as_long_as_its_limit(part: str) -> None:
    assert told({part: {"limit": "40d", "waived_to": "40d"}}) == []
    assert told({part: {"limit": "40d", "waived_to": "39d 23h"}}) == [("bounds", "39d 23h")]
