"""Vehicles to come: they have a way up, and their plan lies ahead."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import told
from tiny import TINY, jan

FINCH = TINY["vehicles"]["Finch"]
DAY_BEFORE = "2029-12-31T23:59Z"


def finch(**changes: Any) -> dict[str, Any]:
    return {"vehicles.Finch": {**FINCH, **changes}}


def test_it_may_be_planned_exactly_for_as_of() -> None:
    assert told(finch(planned=jan(1))) == []
    assert told(finch(planned=DAY_BEFORE)) == [("before-as-of", DAY_BEFORE)]


def test_it_leaves_after_it_is_launched() -> None:
    assert told(finch(leaves="2030-01-04T00:01Z")) == []
    assert told(finch(leaves=jan(4))) == [("date-order", jan(4))]


def test_it_leaves_in_the_past_and_before_its_launch() -> None:
    """Which alone would do, where no launch is planned."""
    assert sorted(told(finch(leaves=DAY_BEFORE))) == [
        ("before-as-of", DAY_BEFORE),
        ("date-order", DAY_BEFORE),
    ]
    assert told(finch(planned=None, leaves=DAY_BEFORE)) == [("before-as-of", DAY_BEFORE)]


def test_what_is_docked_may_be_late_in_leaving() -> None:
    assert told({"vehicles.Wren.leaves": "2029-12-20"}) == []


def test_a_vehicle_is_docked_or_has_modes() -> None:
    lost = {"type": "boat", "launched": "2029-12-30"}
    assert told({"vehicles.Lost": {"type": "boat"}}) == [("neither-docked-nor-to-come", "Lost")]
    assert told({"vehicles.Lost": lost}) == [
        ("neither-docked-nor-to-come", "Lost"),
        ("launched-not-docked", "launched"),
    ]


@pytest.mark.parametrize("key", ["relieves", "modes.crewed.after"])
def test_it_may_wait_for_any_other_but_not_for_itself(key: str) -> None:
    kind = "relieves-itself" if key == "relieves" else "after-itself"
    entry: Any = {} if key == "relieves" else "1d"
    assert told({f"vehicles.Finch.{key}": {"Wren": entry}}) == []
    assert told({f"vehicles.Finch.{key}": {"Wren": entry, "Finch": entry}}) == [(kind, "Finch")]
