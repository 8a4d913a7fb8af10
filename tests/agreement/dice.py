"""Seeded chance, and dates as a scenario file writes them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

Any1 = TypeVar("Any1")
HOURS = {"1d": 24, "12h": 12, "6h": 6}


class Dice:
    """Random choices for one scenario: the same seed always gives the same choices."""

    def __init__(self, seed: int, slots: tuple[int, int]) -> None:
        self._random = random.Random(seed)
        self.resolution = self.pick(["1d", "1d", "1d", "1d", "12h", "6h"])
        self.slot = timedelta(hours=HOURS[self.resolution])
        self.end = self.between(*slots)
        self.start = datetime(2030, 1, 1, tzinfo=UTC)
        self.harshness = self.pick([0.2, 0.5, 1.0])

    @property
    def hours(self) -> int:
        """The length of a slot."""
        return HOURS[self.resolution]

    @property
    def per_day(self) -> int:
        """Slots in a day."""
        return 24 // HOURS[self.resolution]

    def chance(self, odds: float) -> bool:
        """True, with these odds."""
        return self._random.random() < odds

    def trouble(self, odds: float) -> bool:
        """True, with these odds in a harsh scenario, less often in a mild one."""
        return self.chance(odds * self.harshness)

    def between(self, least: int, most: int) -> int:
        """A whole number between two others, both included."""
        return self._random.randint(least, most)

    def pick(self, among: Sequence[Any1]) -> Any1:
        """One of several things."""
        return self._random.choice(among)

    def some(self, among: Sequence[Any1], least: int, most: int) -> list[Any1]:
        """A few of several things, in their order."""
        many = min(len(among), self.between(least, max(least, most)))
        chosen = set(self._random.sample(range(len(among)), many))
        return [one for number, one in enumerate(among) if number in chosen]

    def shuffled(self, among: Sequence[Any1]) -> list[Any1]:
        """All of several things, in some other order."""
        return self._random.sample(list(among), len(among))

    def moment(self, slot: int) -> str:
        """An instant in a slot, mostly its first."""
        instant = self.start + slot * self.slot
        if self.chance(0.08):
            instant += timedelta(hours=self.between(1, HOURS[self.resolution] - 1))
        return _bare(instant) if instant.hour == 0 else _clock(instant)

    def within(self, slot: int) -> str:
        """An instant in a slot, later than its first."""
        return _clock(self.start + slot * self.slot + timedelta(hours=self.between(1, 5)))

    def slot_of(self, moment: str | None) -> int | None:
        """The slot of an instant within the horizon, as a scenario writes it; none of one known
        less precisely.
        """
        if moment is None or not re.fullmatch(r"\d{4}-\d{2}-\d{2}[^.]*", moment):
            return None
        instant = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        slot = (instant - self.start) // self.slot
        return slot if 0 <= slot < self.end else None

    def planned(self, slot: int) -> str:
        """A date of the plan of record in about that slot, mostly known as precisely as can be."""
        form = self.pick([*[""] * 12, "window", "NET", "TBD", "month"])
        if form == "window":
            return self.window(slot, slot + self.between(0, 4))
        if form == "month":
            return (self.start + slot * self.slot).strftime("%Y-%m")
        return "TBD" if form == "TBD" else f"{form} {self.moment(slot)}".strip()

    def window(self, first: int, last: int) -> str:
        """A window that touches these slots, both included."""
        opens, closes = self.start + first * self.slot, self.start + last * self.slot
        if self.resolution == "1d":
            if self.chance(0.1):
                opens += timedelta(hours=self.between(1, 23))
                return f"{_clock(opens)}..{_bare(max(opens, closes))}"
            return _bare(opens) if first == last else f"{_bare(opens)}..{_bare(closes)}"
        return f"{_clock(opens)}..{_clock(closes + self.slot)}"

    def from_on(self, first: int) -> str:
        """A window that never closes."""
        return f"{_clock(self.start + first * self.slot)}.."

    def up_to(self, last: int) -> str:
        """A window that closes at the end of a slot."""
        return f"..{_clock(self.start + (last + 1) * self.slot)}"

    def span(self, slots: int) -> str:
        """A span about that many slots long."""
        hours = slots * HOURS[self.resolution]
        if self.chance(0.1):
            hours += self.between(1, HOURS[self.resolution] - 1)
        return f"{hours}h" if hours % 24 or not hours else f"{hours // 24}d"


def _bare(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%d")


def _clock(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%MZ")
