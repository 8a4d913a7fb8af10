"""Dates, windows and spans of time, as people write them.

All instants are UTC. A bare date stands for its whole day where a window is
meant and for its start where an instant is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.functional_serializers import PlainSerializer
from pydantic.functional_validators import BeforeValidator
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1957, 2200

_DATE = r"\d{4}-(?:\d{2}-\d{2}|\d{3})"
_INSTANT = _DATE + r"(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?"
STRETCH = rf"(?:{_INSTANT}|\d{{4}}-(?:\d{{2}}|Q[1-4]))"
WINDOW = rf"(?:{STRETCH})?(?:\.\.)?(?:{STRETCH})?"
_AMOUNT = r"\d{1,6}(?:\.\d{1,3})?"
_SPAN = rf"{_AMOUNT}(?:w|d|h|min|s)(?: {_AMOUNT}(?:d|h|min|s)){{0,4}}"

_IS_INSTANT = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2}|(?P<year>\d{4})-(?P<doy>\d{3}))"
    r"(?P<clock>[T ]\d{2}:\d{2}(?::\d{2})?)?(?P<zone>Z|[+-]\d{2}:\d{2})?"
)
_IS_LONGER = re.compile(r"(?P<year>\d{4})-(?:(?P<month>\d{2})|Q(?P<quarter>[1-4]))")
_PART = re.compile(rf"({_AMOUNT})\s*(w|d|h|min|s)")
_IS_SPAN = re.compile(rf"(?:{_PART.pattern}\s*){{1,5}}")
_ANY_AMOUNT = r"\d+(?:\.\d+)?"
_IS_ANY_SPAN = re.compile(rf"(?:{_ANY_AMOUNT}\s*(?:w|d|h|min|s)\s*)+")
"""A span with numbers of any length and any number of parts."""
_UNIT = {
    "w": 7 * DAY,
    "d": DAY,
    "h": timedelta(hours=1),
    "min": timedelta(minutes=1),
    "s": timedelta(seconds=1),
}
_UNIT_NAMES = {"d": "days", "s": "seconds"}


class Stretch(NamedTuple):
    """What was written, as the instant it begins at and the first one after it."""

    instant: datetime
    end: datetime

    def is_before(self, instant: datetime) -> bool:
        """Whether all of it is over by an instant; an instant is not before itself."""
        return self.instant < instant and self.end <= instant

    def later(self, by: timedelta) -> Stretch:
        """The same that much later; negative: sooner."""
        return Stretch(self.instant + by, self.end + by)


def wrong_time(kind: str, message: str) -> PydanticCustomError:
    """The refusal of a text that is no date, span or window."""
    return PydanticCustomError(kind, "{message}", {"message": message})


def _read_instant(text: str) -> Stretch:
    found = _IS_INSTANT.fullmatch(text.strip())
    if not found:
        raise wrong_time(
            "date", "should be a date such as 2023-02-20 or an instant such as 2023-02-20T01:57Z"
        )
    if found["clock"] and not found["zone"]:
        raise wrong_time("date_zone", f"times are UTC: add a Z, as in {text.strip()}Z")
    if found["zone"] and not found["clock"]:
        raise wrong_time("date", "a zone needs a time of day, as in 2023-02-20T00:00Z")
    instant = _as_datetime(found)
    return Stretch(instant, instant + DAY * (found["clock"] is None))


def read_stretch(text: str) -> Stretch:
    """Read an instant, a day, a month (`2023-03`) or a quarter of a year (`2023-Q2`)."""
    found = _IS_LONGER.fullmatch(text.strip())
    if not found:
        return _read_instant(text)
    months = 1 if found["month"] else 3
    first = int(found["month"]) if found["month"] else 3 * int(found["quarter"]) - 2
    if not 1 <= first <= 12:
        raise wrong_time("date", "is not a month of the calendar")
    after = first + months
    year = int(found["year"])
    begin = _read_instant(f"{year:04}-{first:02}-01").instant
    return Stretch(begin, datetime(year + (after > 12), (after - 1) % 12 + 1, 1, tzinfo=UTC))


def _as_datetime(found: re.Match[str]) -> datetime:
    try:
        day = _day_of_year(found) if found["doy"] else date.fromisoformat(found["date"])
        clock = (found["clock"] or "T00:00")[1:]
        zone = (found["zone"] or "Z").replace("Z", "+00:00")
        read = datetime.fromisoformat(f"{day.isoformat()}T{clock}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        raise wrong_time("date", "is not a date of the calendar") from None
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise wrong_time("date", f"lies outside the years {FIRST_YEAR} to {LAST_YEAR}")
    return read


def _day_of_year(found: re.Match[str]) -> date:
    day = date(int(found["year"]), 1, 1) + (int(found["doy"]) - 1) * DAY
    if str(day.year) != found["year"]:
        raise ValueError("a year has 365 or 366 days")
    return day


def read_moment(value: Any) -> datetime:
    """Read an instant as people write it; raises `PydanticCustomError` if it is not one."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise wrong_time("date", "should be a date such as 2023-02-20, written as text")
    return _read_instant(value).instant


def say_instant(instant: datetime) -> str:
    """`2023-02-20` for a midnight, `2023-02-20T01:57Z` for anything else."""
    if instant.timetz().replace(tzinfo=None) == datetime.min.time():
        return instant.strftime("%Y-%m-%d")
    return instant.strftime("%Y-%m-%dT%H:%MZ")


def read_span(value: Any, *, bare: Literal["d", "s"] | None = None) -> timedelta:
    """Read a span as people write it; raises `PydanticCustomError` if it is not one.

    Args:
        value: such as `12d`, `3w`, `36h`, `2d 6h` or `1.5h`.
        bare: the unit of a number without one, which is refused when left out. A span counted in
            seconds may be of any length, any other is one of whole minutes.
    """
    if isinstance(value, timedelta):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if bare and re.fullmatch(_ANY_AMOUNT, text):
        text += bare
    if _IS_ANY_SPAN.fullmatch(text) and not _IS_SPAN.fullmatch(text):
        raise wrong_time("span", _why_no_span(text))
    if not _IS_SPAN.fullmatch(text):
        or_bare = f", or a number of {_UNIT_NAMES[bare]}" if bare else ""
        forms = "12d, 3w, 36h, 90min or 2d 6h"
        raise wrong_time("span", f"should be a span of time such as {forms}{or_bare}")
    span = sum((float(it) * _UNIT[unit] for it, unit in _PART.findall(text)), timedelta())
    if bare != "s" and span % _UNIT["min"]:
        raise wrong_time("span", "should be a span of whole minutes")
    return span


def _why_no_span(text: str) -> str:
    """What is wrong with a text that has the form of a span."""
    if re.search(r"(?<![\d.])\d{7}", text):
        return "is too long: its numbers have six digits at most"
    if re.search(r"\.\d{4}", text):
        return "is too fine: its numbers have three digits after the point at most"
    return "has too many parts: there are five at most"


def say_span(span: timedelta) -> str:
    """`12d`, `36h` or `2d 6h`: the shortest form that reads back the same."""
    days, rest = divmod(span, DAY)
    hours, rest = divmod(rest, timedelta(hours=1))
    minutes, rest = divmod(rest, timedelta(minutes=1))
    seconds = f"{rest.total_seconds():.3f}".rstrip("0").rstrip(".")
    parts = [(f"{days}", "d"), (f"{hours}", "h"), (f"{minutes}", "min"), (seconds, "s")]
    return " ".join(number + unit for number, unit in parts if number != "0") or "0d"


def say_drift(later: timedelta) -> str:
    """`+12d` for so much later, `-6h` for sooner."""
    hours = round(later / timedelta(hours=1))
    if hours % 24 and abs(hours) < 72:
        return f"{hours:+d}h"
    return f"{round(hours / 24):+d}d"


Moment = Annotated[
    datetime,
    BeforeValidator(read_moment),
    PlainSerializer(say_instant, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_INSTANT}$"}),
]
"""An instant, UTC. A bare date stands for its start."""

Span = Annotated[
    timedelta,
    BeforeValidator(read_span),
    PlainSerializer(say_span, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_SPAN}$"}),
]
"""A length of time: `12d`, `3w`, `36h`, `2d 6h`."""

Duration = Annotated[
    timedelta,
    BeforeValidator(partial(read_span, bare="s")),
    PlainSerializer(say_span, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_SPAN}$"}),
]
"""A length of time that may be seconds: `20s`, `1min 30s`."""


@dataclass(frozen=True, slots=True)
class Window:
    """From one instant up to another: `A..B`, `A..`, `..B`, or `A` for one day or instant.

    A bare date closes at the end of its day, a month (`2023-03`) or a quarter (`2023-Q2`) at its
    own; `closes` is the first instant outside.
    """

    opens: datetime | None
    closes: datetime | None
    text: str

    @classmethod
    def read(cls, value: object) -> Window:
        """Read a window as people write it; raises `PydanticCustomError` if it is not one."""
        if isinstance(value, Window):
            return value
        if not isinstance(value, str):
            raise wrong_time("window", "should be a window such as 2023-02-19..2023-03-10")
        first, dots, last = (part.strip() for part in value.partition(".."))
        if not first and not last:
            raise wrong_time("window", "should be a window such as 2023-02-19..2023-03-10")
        return cls._between(value, first, last if dots else first)

    @classmethod
    def _between(cls, text: str, first: str, last: str) -> Window:
        opens = read_stretch(first).instant if first else None
        until = read_stretch(last) if last else None
        if opens is not None and until is not None and until.is_before(opens):
            raise wrong_time("window_order", f"ends before it starts: {last} is before {first}")
        return cls(opens, until.end if until else None, text)

    @classmethod
    def between(cls, opens: datetime | None, closes: datetime | None) -> Window:
        """A window between two instants, written as whole days where that is possible; one
        instant is written with its hour.
        """
        if opens is not None and opens == closes:
            return cls(opens, closes, opens.strftime("%Y-%m-%dT%H:%MZ"))
        first = "" if opens is None else say_instant(opens)
        if closes is None:
            return cls(opens, closes, f"{first}..")
        whole = say_instant(closes) == closes.strftime("%Y-%m-%d")
        last = say_instant(closes - DAY if whole else closes)
        return cls(opens, closes, first if first == last and whole else f"{first}..{last}")

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^{WINDOW}$", "minLength": 7}

    def __str__(self) -> str:
        return self.text
