"""Time counted in slots; the only place where a date becomes a number.

The grid of a scenario counts time in *slots* of its resolution; slot 0 contains
`as_of`:

- an instant belongs to the slot that contains it;
- a least span (gap, overlap, lead, turn-round) is rounded up to whole slots;
- a greatest span (life, stay) is rounded down;
- a flight up is rounded to the nearest slot;
- a flight down ends in any slot it can: undocked early in its slot, or late.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from lifeboat.counted import counted
from lifeboat.days import DAY, Window, say_instant
from lifeboat.scenario.planned import Planned


@dataclass(frozen=True, slots=True)
class Slots:
    """Whole slots from `first` up to, not including, `end`."""

    first: int
    end: int

    def __contains__(self, slot: int) -> bool:
        return self.first <= slot < self.end

    def __bool__(self) -> bool:
        return self.first < self.end

    def without(self, other: Slots) -> list[Slots]:
        """The parts of it before and after other slots."""
        before = Slots(self.first, min(self.end, other.first))
        after = Slots(max(self.first, other.end), self.end)
        return [part for part in (before, after) if part]

    def later(self, slots: int) -> Slots:
        """The same span, that many slots later."""
        return Slots(self.first + slots, self.end + slots)

    @property
    def edges(self) -> tuple[int, int]:
        """The first and the last of them."""
        return self.first, self.end - 1

    def off(self, slot: int) -> int:
        """How many slots another one lies after them; negative before them, 0 within."""
        return min(0, slot - self.first) + max(0, slot - self.end + 1)

    def meets(self, first: int, end: int) -> bool:
        """Whether it shares a slot with `first` up to `end`."""
        return max(self.first, first) < min(self.end, end)


@dataclass(frozen=True, slots=True)
class Clock:
    """Counts time in slots: slot 0 contains `as_of`, `end` is the first slot after the horizon."""

    start: datetime
    slot: timedelta
    end: int

    @classmethod
    def of(cls, as_of: datetime, closes: datetime, slot: timedelta) -> Clock:
        """The grid of a horizon that begins with the slot of `as_of`."""
        midnight = as_of.replace(hour=0, minute=0, second=0, microsecond=0)
        start = midnight + (as_of - midnight) // slot * slot
        return cls(start, slot, -((start - closes) // slot))

    @property
    def per_day(self) -> int:
        return DAY // self.slot

    def at(self, instant: datetime) -> int:
        """The slot that contains an instant; negative before `as_of`."""
        return (instant - self.start) // self.slot

    def is_whole(self, instant: datetime) -> bool:
        """Whether an instant tells no more than its slot: it is the first of it."""
        return self.instant(self.at(instant)) == instant

    def until(self, instant: datetime) -> int:
        """The first slot that begins at or after an instant."""
        return -((self.start - instant) // self.slot)

    def at_least(self, span: timedelta) -> int:
        """A least span in slots, rounded up."""
        return -(-span // self.slot)

    def at_most(self, span: timedelta) -> int:
        """A greatest span in slots, rounded down."""
        return span // self.slot

    def nearest(self, span: timedelta) -> int:
        """A flight time in slots, rounded to the nearest (half a slot rounds up)."""
        return (2 * span + self.slot) // (2 * self.slot)

    def slots(self, window: Window | Planned) -> Slots:
        """A window on the grid; an open side reaches far beyond the horizon."""
        first = self.at(window.opens) if window.opens else -self.per_day * 100_000
        end = self.until(window.closes) if window.closes else self.end + self.per_day * 100_000
        return Slots(first, max(end, first + 1) if window.closes else end)

    def instant(self, slot: int) -> datetime:
        """The instant at which a slot begins."""
        return self.start + slot * self.slot

    def say(self, slot: int) -> str:
        """`2023-02-20`, or `2023-02-20T06:00Z` where slots are shorter than a day."""
        return say_instant(self.instant(slot))

    def days(self, slots: int | Fraction) -> int | float:
        """A number of slots in days (or person-slots in person-days)."""
        days = Fraction(slots, self.per_day)
        return days.numerator if days.denominator == 1 else round(float(days), 4)

    def say_days(self, slots: int | Fraction, unit: str = "days") -> str:
        """The same with its unit: `1 day`, `2.5 person-days`."""
        return counted(self.days(slots), unit)
