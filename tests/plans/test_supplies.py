"""How much of a supply is left day by day, counted by hand on the tiny station."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.plans.supplies import brought, levels, short_without
from lifeboat.situation.situation import Situation
from tiny import plan, tiny

FOOD = {"unit": "kg", "stock": 30, "use": 1.5, "reserve": 3}
"""27 kg above the reserve: two people eat 3 kg a day, three 4.5 kg, one 1.5 kg."""


def left(**edits: Any) -> list[float]:
    station = tiny({"station.supplies.food": FOOD, **edits})
    return levels(Course.of(Situation.of(station, {}), plan()), "food")


def test_what_is_eaten_goes_off_day_by_day() -> None:
    assert left() == pytest.approx([24, 21, 18, 15, 10.5, 6, 1.5, 0, -1.5, -3])


def test_what_a_vehicle_brings_is_there_on_the_day_it_docks() -> None:
    brought = left(**{"vehicles.Finch.delivers": {"food": 4}})
    assert brought == pytest.approx([24, 21, 18, 15, 14.5, 10, 5.5, 4, 2.5, 1])


def test_a_slot_of_six_hours_takes_a_quarter_of_a_day() -> None:
    """Finch docks in the first slot of 5 January and brings 4 kg: 15 + 4 - 1.125."""
    by_quarters = left(resolution="6h", **{"vehicles.Finch.delivers": {"food": 4}})
    assert by_quarters[:4] == pytest.approx([26.25, 25.5, 24.75, 24])
    assert by_quarters[15:17] == pytest.approx([15, 17.875])


@pytest.mark.parametrize(
    ("stock", "first"),
    [(30, 9), (20, 6), (34, None)],  # with nothing brought, 0, -10 and +4 kg are left on 8 January
)
def test_when_a_supply_is_short_without_what_a_vehicle_brings(
    stock: float, first: int | None
) -> None:
    food = {**FOOD, "stock": stock}
    edits = {"station.supplies.food": food, "vehicles.Finch.delivers": {"food": 20}}
    course = Course.of(Situation.of(tiny(edits), {}), plan())
    finch = course.voyages["Finch"]
    assert brought(course, finch) == {"food": 20}
    slots = [] if first is None else [("food", first - 1)]
    assert list(short_without(course, finch)) == slots
    assert brought(course, course.voyages["Wren"]) == {}
