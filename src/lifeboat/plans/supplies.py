"""How much of each supply a plan leaves."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.plans.course import Course, Voyage
from lifeboat.situation.situation import SUPPLY_UNITS, in_units

TINY = 1e-9
"""By how much a sum of fractions may be off."""


def levels(course: Course, name: str) -> list[float]:
    """How far a supply is above its reserve at the end of each slot, in its unit."""
    supply, clock = course.situation.scenario.station.supplies[name], course.situation.clock
    level = (in_units(supply.stock) - in_units(supply.reserve)) * clock.per_day
    found = []
    for slot in range(course.situation.end):
        for voyage in course.voyages.values():
            if voyage.dock == slot and not voyage.ship.is_docked:
                level += voyage.ship.delivers.get(name, 0) * clock.per_day
        level -= in_units(supply.use) * sum(1 for _ in course.aboard(slot))
        found.append(level / (SUPPLY_UNITS * clock.per_day))
    return found


def brought(course: Course, voyage: Voyage) -> dict[str, float]:
    """What a vehicle that comes brings of each supply, in its unit."""
    if voyage.ship.is_docked:
        return {}
    supplies = course.situation.scenario.station.supplies
    delivers = {it: voyage.ship.delivers.get(it, 0) / SUPPLY_UNITS for it in supplies}
    return {name: amount for name, amount in delivers.items() if amount}


def short_without(course: Course, voyage: Voyage) -> Iterator[tuple[str, int]]:
    """Each supply that falls under its reserve if a vehicle brings none of it, and in which slot
    first.
    """
    for name, amount in brought(course, voyage).items():
        left = enumerate(levels(course, name))
        short = (slot for slot, level in left if slot >= voyage.dock and level < amount - TINY)
        first = next(short, None)
        if first is not None:
            yield name, first
