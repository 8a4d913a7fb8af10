"""Dates of the plan of record, as precisely as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from lifeboat.days import DAY, STRETCH, WINDOW, Window, read_stretch, say_instant, wrong_time

_NO_EARLIER = "NET "
_UNKNOWN = "TBD"


@dataclass(frozen=True, slots=True)
class Planned:
    """When something is planned, as precisely as it is known.

    An instant, a day, a month (`2023-03`), a quarter (`2023-Q2`), a window (`A..B`), no earlier
    than a day (`NET 2023-02-19`), or not known at all (`TBD`). Any time within is as planned.
    """

    opens: datetime | None
    closes: datetime | None
    """The first instant after it; None if it is known to no end."""
    text: str

    @classmethod
    def read(cls, value: object) -> Planned:
        """Read a planned date as people write it; raises `PydanticCustomError` if it is none."""
        if isinstance(value, Planned):
            return value
        if not isinstance(value, str):
            raise wrong_time("date", "should be a date such as 2023-02-20, written as text")
        text = value.strip()
        if text == _UNKNOWN:
            return cls(None, None, text)
        if text.startswith(_NO_EARLIER):
            return cls(read_stretch(text.removeprefix(_NO_EARLIER)).instant, None, text)
        window = Window.read(text)
        return cls(window.opens, window.closes, text)

    @classmethod
    def on(cls, instant: datetime, slot: timedelta) -> Planned:
        """Planned for the slot, of that length, that begins at an instant."""
        if slot == DAY:
            return cls(instant, instant + DAY, say_instant(instant))
        return cls(instant, instant, instant.strftime("%Y-%m-%dT%H:%MZ"))

    @classmethod
    def between(cls, opens: datetime | None, closes: datetime | None) -> Planned:
        """Planned for any time between two instants; without the second, for no earlier."""
        if closes is None and opens is not None:
            return cls(opens, None, f"{_NO_EARLIER}{say_instant(opens)}")
        window = Window.between(opens, closes)
        return cls(opens, closes, window.text)

    def off(self, instant: datetime) -> timedelta:
        """How much later an instant is; negative: sooner, zero within."""
        if self.opens is not None and instant < self.opens:
            return instant - self.opens
        if self.closes is None or instant < self.closes:
            return timedelta()
        is_bare = self.opens != self.closes and "T" not in say_instant(self.closes)
        return instant - self.closes + DAY * is_bare

    @property
    def hour(self) -> datetime | None:
        """The instant, if it is known to the hour."""
        return self.opens if self.opens == self.closes else None

    def is_before(self, instant: datetime) -> bool:
        """Whether all of it is over by an instant."""
        if self.closes is None:
            return False
        return self.closes < instant or self.opens != self.closes == instant

    @property
    def is_unknown(self) -> bool:
        """Whether no date is known."""
        return self.opens is None and self.closes is None

    def later(self, by: timedelta) -> Planned:
        """The same that much later; negative: sooner."""
        opens = None if self.opens is None else self.opens + by
        closes = None if self.closes is None else self.closes + by
        if self.is_unknown:
            return self
        if opens is not None and opens == closes:
            return Planned.on(opens, timedelta())
        return Planned.between(opens, closes)

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        pattern = rf"^(?:{_UNKNOWN}|(?:{_NO_EARLIER}){STRETCH}|{WINDOW})$"
        return {"type": "string", "pattern": pattern, "minLength": 3}

    def __str__(self) -> str:
        return self.text
