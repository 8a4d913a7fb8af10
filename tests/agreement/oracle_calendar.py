"""Instants and spans in slots, counted the oracle's own way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from lifeboat.days import Window
from lifeboat.scenario.part import Limit
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import Scenario

NEVER = 10**6
HOURS = {"1d": 24, "12h": 12, "6h": 6, "1h": 1}

Span = tuple[int, int]
"""A span of slots: the first, and the first one after."""


@dataclass(frozen=True)
class Calendar:
    """Instants and spans counted in slots, by the conventions of the manual."""

    start: datetime
    slot: timedelta
    end: int

    @classmethod
    def of(cls, scenario: Scenario) -> Calendar:
        slot = timedelta(hours=HOURS[scenario.resolution])
        start = scenario.as_of.replace(hour=0, minute=0, second=0, microsecond=0)
        while start + slot <= scenario.as_of:
            start += slot
        closes, end = scenario.horizon.closes, 0
        assert closes is not None
        while start + end * slot < closes:
            end += 1
        return cls(start, slot, end)

    @property
    def per_day(self) -> int:
        return timedelta(days=1) // self.slot

    def holding(self, instant: datetime) -> int:
        """The slot that contains an instant."""
        return (instant - self.start) // self.slot

    def not_before(self, instant: datetime) -> int:
        """The first slot that begins no earlier than an instant."""
        slot = self.holding(instant)
        return slot if self.start + slot * self.slot == instant else slot + 1

    def rounded_up(self, span: timedelta) -> int:
        whole, rest = divmod(span, self.slot)
        return whole + bool(rest)

    def rounded_down(self, span: timedelta) -> int:
        return span // self.slot

    def nearest(self, span: timedelta) -> int:
        whole, rest = divmod(span, self.slot)
        return whole + (2 * rest >= self.slot)

    def touched(self, window: Window | None) -> Span:
        """The slots a window touches; at least one."""
        if window is None:
            return -NEVER, NEVER
        first = self.holding(window.opens) if window.opens else -NEVER
        end = self.not_before(window.closes) if window.closes else NEVER
        return first, max(end, first + 1)

    def planned(self, date: Planned) -> Span:
        """The slots in which what is planned happens as planned."""
        if date.opens is not None and date.opens == date.closes:
            return self.holding(date.opens), self.holding(date.opens) + 1
        first = -NEVER if date.opens is None else self.holding(date.opens)
        return first, NEVER if date.closes is None else self.not_before(date.closes)

    def date(self, slot: int) -> datetime:
        return self.start + slot * self.slot


def limits(calendar: Calendar, limit: Limit | None) -> tuple[int, int]:
    """A limit in whole slots, without its waiver and with it."""
    if limit is None:
        return NEVER, NEVER
    waived = limit.limit if limit.waived_to is None else max(limit.limit, limit.waived_to)
    return calendar.rounded_down(limit.limit), calendar.rounded_down(waived)
