"""Where a moment is on the page: the horizon in panels, each with its months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from lifeboat.days import DAY

MOST_DAYS = 400
"""The longest time that one panel shows: a bar of a week is still seen."""
_FEW_WEEKS = 100
_FEW_DAYS = 21
"""Horizons of so many days at most are told by their weeks, or by their days."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A time from the left to the right of a panel."""

    first: datetime
    end: datetime
    left: float
    width: float

    def x(self, instant: datetime) -> float:
        """How far to the right an instant is, cut at the edges."""
        part = (instant - self.first) / (self.end - self.first)
        return self.left + self.width * min(1.0, max(0.0, part))

    def shows(self, first: datetime, end: datetime) -> bool:
        """Whether a time has a part in it."""
        return first < self.end and end > self.first

    def dates(self) -> Iterator[tuple[datetime, str]]:
        """The dates along it with what to call them: the first one in full, then months, or weeks
        or days where there are few of them.
        """
        yield self.first, f"{self.first:%Y-%m-%d}"
        days = (self.end - self.first) / DAY
        if days > _FEW_WEEKS:
            yield from ((month, f"{month:%Y-%m}") for month in self._months())
            return
        step = DAY if days <= _FEW_DAYS else 7 * DAY
        midnight = self.first.replace(hour=0, minute=0, second=0, microsecond=0)
        for number in range(1, ceil(days) + 1):
            instant = midnight + number * step
            if instant < self.end:
                yield instant, f"{instant:%m-%d}"

    def _months(self) -> Iterator[datetime]:
        """The first of every month within it."""
        year, month = self.first.year, self.first.month
        while (begins := self.first.replace(year, month, 1, 0, 0, 0, 0)) < self.end:
            if begins >= self.first:
                yield begins
            year, month = year + month // 12, month % 12 + 1


def panels(first: datetime, end: datetime, left: float, width: float) -> Iterator[Axis]:
    """The horizon, cut into panels that are equally long."""
    count = max(1, ceil((end - first) / DAY / MOST_DAYS))
    edges = [first + (end - first) / count * at for at in range(count)]
    for begins, ends in zip(edges, [*edges[1:], end], strict=True):
        yield Axis(begins, ends, left, width)
