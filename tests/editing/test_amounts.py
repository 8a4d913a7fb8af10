"""Ranges as people write them: what amounts they have, and what is said where they have none."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic_core import PydanticCustomError

from lifeboat.days import DAY
from lifeboat.editing.amounts import read_amounts


@pytest.mark.parametrize(
    ("text", "slot", "all_of_them"),
    [
        ("0..3d", DAY, ["0d", "1d", "2d", "3d"]),
        ("1d..3d", DAY, ["1d", "2d", "3d"]),
        ("0..1d", timedelta(hours=12), ["0d", "12h", "1d"]),
        ("0..36h", DAY, ["0d", "1d"]),
        ("2023-02-27..2023-03-01", DAY, ["2023-02-27", "2023-02-28", "2023-03-01"]),
        ("5..7", DAY, ["5", "6", "7"]),
        ("-1..1", DAY, ["-1", "0", "1"]),
        ("0.5..0.7", DAY, ["0.5", "0.6", "0.7"]),
        ("1..1.2", DAY, ["1.0", "1.1", "1.2"]),
    ],
)
def test_every_amount(text: str, slot: timedelta, all_of_them: list[str]) -> None:
    amounts = read_amounts(text, slot)
    assert [amounts.say(at) for at in range(amounts.last + 1)] == all_of_them


@pytest.mark.parametrize(
    ("text", "step", "unit"),
    [("0..30d/5d", 5, "1d"), ("0..30d/5", 5, "1d"), ("2..8/2", 2, "1"), ("0..30d", None, "1d")],
)
def test_a_step_is_counted_in_units(text: str, step: int | None, unit: str) -> None:
    amounts = read_amounts(text, DAY)
    assert (amounts.step, amounts.say_unit()) == (step, unit)


@pytest.mark.parametrize("text", ["0..2", "0..2d", "0..48h", "0d..2", "0..2/1", "0..0.5w/1d"])
def test_where_only_spans_make_sense_a_number_counts_days(text: str) -> None:
    """Half a week is three days and a half, of which three are whole slots."""
    amounts = read_amounts(text, DAY, is_span=True)
    days = ["0d", "1d", "2d", "3d"] if "w" in text else ["0d", "1d", "2d"]
    assert [amounts.say(at) for at in range(amounts.last + 1)] == days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30d", "should be a range such as 0..30d"),
        ("..30d", "should be a range such as 0..30d"),
        ("0..30d/", "should be a range such as 0..30d"),
        ("5..2", "goes backwards, from 5 to 2"),
        ("4..4d", "goes from 4d to 4d, less than a step of 1d"),
        ("0..6h", "goes from 0d to 6h, less than a step of 1d"),
        ("0..9d/3h", "no multiple of 1d"),
        ("0..9d/0d", "should be a range such as 0..30d"),
        ("5..9/-1", "has a step backwards"),
        ("0..xd", "should be a span of time"),
        ("2023-02-30..2023-03-01", "is not a date of the calendar"),
    ],
)
def test_what_is_no_range(text: str, said: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_amounts(text, DAY)
    assert said in caught.value.message()
