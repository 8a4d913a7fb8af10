"""How much of each supply a plan leaves."""

from __future__ import annotations

from lifeboat.plans.course import Course
from lifeboat.situation.situation import SUPPLY_UNITS, in_units


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
