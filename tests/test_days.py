"""Spans of time: one way to read them, wherever they are given."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal

import pytest
from pydantic_core import PydanticCustomError

from lifeboat.days import read_span, say_span


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("12d", 288),
        ("3w", 504),
        ("36h", 36),
        ("90min", 1.5),
        ("120s", 1 / 30),
        ("2d 6h", 54),
        ("1.5h", 1.5),
        ("0.5d", 12),
        (" 1 w 1 d ", 192),
        ("0d", 0),
    ],
)
def test_what_is_a_span(text: str, hours: float) -> None:
    assert read_span(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "10", "5 days", "-6h", "1e3d", "d", "1m", "3d,", 10, None])
def test_what_is_no_span(text: Any) -> None:
    with pytest.raises(PydanticCustomError, match="should be a span of time such as 12d"):
        read_span(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("99999999999999999w", "is too long: its numbers have six digits at most"),
        ("1d 1000000min", "is too long"),
        ("99999999999", "is too long"),
        ("9" * 100_000 + "d", "is too long"),
        ("0.3333h", "is too fine: its numbers have three digits after the point at most"),
        ("1.00001", "is too fine"),
        ("1d 1d 1d 1d 1d 1d", "has too many parts: there are five at most"),
    ],
)
def test_what_has_the_form_of_a_span_is_told_why_it_is_none(text: str, why: str) -> None:
    with pytest.raises(PydanticCustomError, match=f"^{why}"):
        read_span(text, bare="s")


@pytest.mark.parametrize(("bare", "span"), [("d", timedelta(10)), ("s", timedelta(seconds=10))])
def test_a_bare_number_has_the_unit_of_what_is_asked(
    bare: Literal["d", "s"], span: timedelta
) -> None:
    assert read_span("10", bare=bare) == span
    assert read_span("10h", bare=bare) == timedelta(hours=10)


@pytest.mark.parametrize("text", ["30s", "0.5min", "1min 1s"])
def test_less_than_a_minute_is_for_time_limits(text: str) -> None:
    """All times of a scenario are told to the minute."""
    with pytest.raises(PydanticCustomError, match="span of whole minutes"):
        read_span(text)
    assert read_span(text, bare="s") > timedelta(0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("36h", "1d 12h"),
        ("90min", "1h 30min"),
        ("30s", "30s"),
        ("90s", "1min 30s"),
        ("0.25s", "0.25s"),
        ("0s", "0d"),
    ],
)
def test_a_span_is_said_whole_and_reads_back_the_same(text: str, said: str) -> None:
    span = read_span(text, bare="s")
    assert say_span(span) == said
    assert read_span(said, bare="s") == span
