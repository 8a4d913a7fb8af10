"""Dates of the plan of record: how they are read, how far others are from them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic_core import PydanticCustomError

from lifeboat.days import DAY, read_moment
from lifeboat.scenario.planned import Planned


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("2023-02-19", "2023-02-19", "2023-02-20"),
        ("2023-050", "2023-02-19", "2023-02-20"),
        ("2023-02-19T06:00Z", "2023-02-19T06:00Z", "2023-02-19T06:00Z"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2023-12", "2023-12-01", "2024-01-01"),
        ("2023-Q1", "2023-01-01", "2023-04-01"),
        ("2023-Q4", "2023-10-01", "2024-01-01"),
        ("2023-02-19..2023-Q2", "2023-02-19", "2023-07-01"),
        ("NET 2023-02-19", "2023-02-19", None),
        ("NET 2023-03", "2023-03-01", None),
        ("TBD", None, None),
    ],
)
def test_what_is_within(text: str, opens: str | None, closes: str | None) -> None:
    read = Planned.read(text)
    assert read.opens == (opens and read_moment(opens))
    assert read.closes == (closes and read_moment(closes))
    assert str(read) == text


@pytest.mark.parametrize(
    "text", ["2023", "2023-13", "2023-Q5", "2023-00", "NET", "NET ", "net 2023-02-19", "soon", ""]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        Planned.read(text)


@pytest.mark.parametrize(
    ("text", "instant", "days"),
    [
        ("2023-02-19", "2023-02-19T23:00Z", 0),
        ("2023-02-19", "2023-02-22", 3),
        ("2023-02-19", "2023-02-17", -2),
        ("2023-02", "2023-02-28T23:59Z", 0),
        ("2023-02", "2023-03-01", 1),
        ("2023-02-19T06:00Z", "2023-02-20T06:00Z", 1),
        ("NET 2023-02-19", "2023-02-18", -1),
        ("NET 2023-02-19", "2030-01-01", 0),
        ("TBD", "2030-01-01", 0),
    ],
)
def test_how_far_off(text: str, instant: str, days: int) -> None:
    assert Planned.read(text).off(read_moment(instant)) == days * DAY


def test_a_slot_of_a_day_is_that_day_and_a_shorter_one_its_beginning() -> None:
    midnight = read_moment("2023-02-19")
    assert str(Planned.on(midnight, DAY)) == "2023-02-19"
    assert str(Planned.on(midnight, timedelta(hours=6))) == "2023-02-19T00:00Z"
