"""Times without a place between an undocking and a docking within one slot, by the hours told.

The ledger gives everybody one place a slot. Where hours are told, who sat in a vehicle that leaves
and sits from that slot on in another has no place until the other is there. Who has none in that
slot anyway is the ledger's to count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from lifeboat.plans.course import Course, Journey, Sitting, Voyage
from lifeboat.plans.landings import docks_at, undocks_at


@dataclass(frozen=True, slots=True)
class Lapse:
    """A time without a place."""

    person: str
    left: str
    """The vehicle that left."""
    ship: str
    """The vehicle that holds their place afterwards."""
    first: datetime
    end: datetime

    def slots(self, course: Course) -> Fraction:
        """Its length in slots."""
        lasts, slot = self.end - self.first, course.situation.clock.slot
        return Fraction(lasts // timedelta.resolution, slot // timedelta.resolution)


def lapses_of(course: Course) -> Iterator[Lapse]:
    """Every such time, person by person."""
    for journey in course.journeys.values():
        for before, after in pairwise(journey.sittings):
            left, then = (course.voyages.get(it.ship or "") for it in (before, after))
            if left is None or then is None or left.undock != after.first:
                continue
            first, end = undocks_at(course, left), _sits_from(course, journey, then, after)
            assert first is not None, "it undocks in that slot"
            if first < end:
                yield Lapse(journey.member.name, left.ship.name, then.ship.name, first, end)


def _sits_from(course: Course, journey: Journey, then: Voyage, after: Sitting) -> datetime:
    """From when somebody sits in a vehicle: once it is there, and they have moved into it."""
    seats, clock = course.plan.people[journey.member.name].seats, course.situation.clock
    return max(docks_at(course, then), *(day for day in seats if clock.at(day) == after.first))
