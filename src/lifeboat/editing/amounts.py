"""Ranges of amounts in equal steps: spans of time, dates, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from lifeboat.days import read_moment, read_span, say_instant, say_span

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")
_BARE = re.compile(r"\d{1,6}")
_FORM = "should be a range such as 0..30d, 2023-02-20..2023-03-10 or 2..7, with a step as 0..30d/5d"


@dataclass(frozen=True)
class Amounts:
    """Every amount of a range, one unit apart: a slot, or 1 in a number's last digit.

    Amounts are counted from 0, the first, to `last`.
    """

    first: Any
    unit: Any
    last: int
    step: int | None
    """Units between the amounts to look at first; None if the range gives no step."""
    _say: Callable[[Any], str]

    def say(self, at: int) -> str:
        """An amount as people write it."""
        return self._say(self.first + at * self.unit)

    def value(self, at: int) -> str | int | float:
        """An amount as a scenario file holds it."""
        amount = self.first + at * self.unit
        if not isinstance(amount, Decimal):
            return self.say(at)
        return int(amount) if self.unit == 1 else float(amount)

    def say_unit(self) -> str:
        """The unit as people write it."""
        return _told(self.unit)

    def is_nothing(self, at: int) -> bool:
        """Whether an amount is a span of length zero."""
        return bool(self.first + at * self.unit == timedelta())


def read_amounts(text: str, slot: timedelta, *, is_span: bool = False) -> Amounts:
    """Read `FROM..TO` or `FROM..TO/STEP`; raises `PydanticCustomError` for anything else.

    Args:
        text: spans (`0..30d`), dates (`2023-02-20..2023-03-10`, both included) or numbers.
        slot: the length of the scenario's slot, which is the unit of spans and dates.
        is_span: whether only spans make sense: then bare numbers count days.
    """
    ends, slash, step = text.partition("/")
    first, dots, last = (part.strip() for part in ends.partition(".."))
    if not (dots and first and last) or (slash and not step.strip(" 0wdhmins")):
        raise _wrong_amount(_FORM)
    if is_span and _BARE.fullmatch(last):
        last += "d"
    if _NUMBER.fullmatch(first) and _NUMBER.fullmatch(last):
        return _numbers(first, last, step.strip())
    if re.fullmatch(r"\d{4}-.*", last):
        return _amount_text(
            read_moment(first), read_moment(last), slot, _read_amount_span(step, "d"), say_instant
        )
    return _amount_text(
        _read_amount_span(first, last),
        read_span(last),
        slot,
        _read_amount_span(step, last),
        say_span,
    )


def _read_amount_span(text: str, like: str) -> timedelta:
    """Read a span; a bare number takes the unit of the span `like`."""
    text = text.strip()
    if not text:
        return timedelta()
    units = re.findall(r"[a-z]+", like)
    return read_span(f"{text}{units[-1]}" if _BARE.fullmatch(text) and units else text)


def _numbers(first: str, last: str, step: str) -> Amounts:
    if step and not _NUMBER.fullmatch(step):
        raise _wrong_amount(_FORM)
    places = max(len(each.partition(".")[2]) for each in (first, last, step))
    unit = Decimal(1).scaleb(-places)
    return _amount_text(Decimal(first), Decimal(last), unit, Decimal(step or 0), str)


def _amount_text(first: Any, last: Any, unit: Any, step: Any, say: Callable[[Any], str]) -> Amounts:
    if last < first:
        raise _wrong_amount(f"goes backwards, from {say(first)} to {say(last)}")
    count = int((last - first) // unit)
    if count < 1:
        raise _wrong_amount(
            f"goes from {say(first)} to {say(last)}, less than a step of {_told(unit)}"
        )
    if step < step - step:
        raise _wrong_amount("has a step backwards")
    if step % unit:
        raise _wrong_amount(f"has a step that is no multiple of {_told(unit)}")
    return Amounts(first, unit, count, int(step // unit) or None, say)


def _told(unit: Any) -> str:
    return say_span(unit) if isinstance(unit, timedelta) else str(unit)


def _wrong_amount(message: str) -> PydanticCustomError:
    return PydanticCustomError("range", "{message}", {"message": message})
