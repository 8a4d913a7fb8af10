"""Dates and differences in words."""

from datetime import datetime

import pytest

from handmade import day
from lifeboat.scenario.planned import Planned
from lifeboat.showing.words import dated, drift, from_to, number, through


@pytest.mark.parametrize(
    ("actual", "planned", "said"),
    [
        (day(9), "2030-01-21", "-12d"),
        (day(21), "2030-01-09", "+12d"),
        (day(9, 6), "2030-01-09T00:00Z", "+6h"),
        (day(9, 6), "2030-01-09", ""),
        (day(8, 18), "2030-01-10", "-30h"),
        (day(14, 6), "2030-01-10", "+4d"),
        (day(9), "2030-01-09", ""),
        (day(9), "2030-01", ""),
        (day(9), "2029-12", "+9d"),
        (day(9), "2030-Q2", "-82d"),
        (day(9), "NET 2030-01-04", ""),
        (day(9), "NET 2030-01-11", "-2d"),
        (day(9), "TBD", ""),
        (None, "2030-01-09", ""),
        (day(9), None, ""),
    ],
)
def test_how_far_from_the_plan(actual: datetime | None, planned: str | None, said: str) -> None:
    assert drift(actual, None if planned is None else Planned.read(planned)) == said


def test_a_date_with_how_far_it_is_from_the_plan() -> None:
    planned = Planned.read("2030-01-04")
    assert dated(day(9), planned) == "2030-01-09 +5d"
    assert dated(None, planned, "stays") == "stays"


@pytest.mark.parametrize(
    ("first", "end", "said"),
    [
        (day(4), day(6), "2030-01-04 to 2030-01-06"),
        (day(4), day(5), "2030-01-04"),
        (day(4), None, "from 2030-01-04"),
        (None, day(5), "up to 2030-01-05"),
        (None, None, ""),
    ],
)
def test_from_when_up_to_when(first: datetime | None, end: datetime | None, said: str) -> None:
    assert from_to(first, end) == said


def test_a_horizon_is_said_by_its_last_day() -> None:
    assert through(day(16)) == "through 2030-01-15"
    assert through(day(16, 6)) == "up to 2030-01-16T06:00Z"


@pytest.mark.parametrize(
    ("value", "said"), [(1234, "1,234"), (12.5, "12.5"), (3.0, "3"), (1 / 3, "0.3333333333")]
)
def test_numbers(value: float, said: str) -> None:
    assert number(value) == said
