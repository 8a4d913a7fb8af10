from __future__ import annotations

from typing import Any

from posing import counted
from tiny import jan, plan, tiny

EVERYBODY_STAYS = plan({"Wren": {"stays": True}})
ONE_SEAT = {"vehicles.Wren.seats": 1, "vehicles.Finch.reseat_from": "2030-02-01"}


def improvised(**more: Any) -> dict[str, Any]:
    """Wren has one seat and one improvised place."""
    return {**ONE_SEAT, "vehicles.Wren.improvised": {"places": 1, **more}}


def test_in_nominal_seats_there_is_none() -> None:
    assert counted("improvised", tiny()) == 0


def test_each_day_counts() -> None:
    assert counted("improvised", tiny(improvised()), EVERYBODY_STAYS) == 10


def test_it_counts_from_the_day_the_place_is_fitted() -> None:
    """From the 4th to the 10th; before, somebody has no place for three days."""
    scenario = tiny(improvised(since=jan(4)))
    assert counted("improvised", scenario, EVERYBODY_STAYS) == 7
    assert counted("no-place", scenario, EVERYBODY_STAYS) == 3


def test_what_it_needs_has_to_be_there() -> None:
    scenario = tiny(improvised(needs=["foam"]))
    assert counted("improvised", scenario, EVERYBODY_STAYS) == 0
    assert counted("no-place", scenario, EVERYBODY_STAYS) == 10
