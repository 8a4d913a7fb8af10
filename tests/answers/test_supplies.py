"""Supplies at their scarcest, on the tiny station: 30 kg, of which two people eat 3 kg a day."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.answers.supplies import SupplyView, supplies
from lifeboat.days import read_moment
from lifeboat.plans.course import Course
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny


def food(amounts: dict[str, Any], delivers: float = 0) -> SupplyView:
    edits = {
        "station.supplies.food": {"unit": "kg", "stock": 30, "use": 1.5, **amounts},
        "vehicles.Finch.delivers": {"food": delivers},
    }
    (view,) = supplies(Course.of(Situation.of(tiny(edits), {}), plan()))
    return view


@pytest.mark.parametrize(
    ("amounts", "delivers", "least", "day", "aboard", "lasts"),
    [
        ({}, 0, 0, 10, 1, 0.0),  # 30 - 4 x 3 - 3 x 4.5 - 3 x 1.5
        ({}, 4, 4, 10, 1, 2.7),
        ({"reserve": 15}, 40, 3, 4, 2, 1.0),  # before Finch brings 40 kg on 5 January
        ({"reserve": 3}, 0, -3, 10, 1, -2.0),
        ({"use": 0}, 0, 30, 1, 2, None),
    ],
)
def test_the_least_that_is_left_and_for_how_long_it_lasts(
    amounts: dict[str, Any],
    delivers: float,
    least: float,
    day: int,
    aboard: int,
    lasts: float | None,
) -> None:
    view = food(amounts, delivers)
    assert (view.least, view.on, view.aboard) == (least, read_moment(jan(day)), aboard)
    assert view.lasts == lasts


def test_a_station_without_supplies_has_none_to_tell() -> None:
    assert list(supplies(Course.of(Situation.of(tiny(), {}), plan()))) == []


@pytest.mark.parametrize(
    ("gone", "stays", "spare"), [(9, False, 1.0), (6, False, -2.0), (9, True, None)]
)
def test_how_long_before_it_is_gone_the_last_person_leaves(
    gone: int, stays: bool, spare: float | None
) -> None:
    """Without Cleo, Ana and Boris are the last to leave, on 8 January; she stays to the end."""
    edits: dict[str, Any] = {
        "station.supplies.oil": {"unit": "l", "stock": 1, "use": 0, "gone_from": jan(gone)}
    }
    told = plan() if stays else plan({"Finch": {"cancelled": True}})
    (view,) = supplies(Course.of(Situation.of(tiny(edits), {}), told))
    assert view.spare == spare
