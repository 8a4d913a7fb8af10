"""Times without a place between an undocking and a docking within one slot, by the hours told.

The ledger gives everybody one place a slot. Where hours are told, who sat in a vehicle that leaves
and sits from that slot on in another has no place until the other is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from lifeboat.plans.course import Course, Journey, Sitting, Voyage
from lifeboat.plans.landings import docks_at, undocks_at
from lifeboat.plans.plan import Ride


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
        return Fraction((self.end - self.first) / course.situation.clock.slot).limit_denominator(
            24 * 60 * 60
        )


def lapses_of(course: Course) -> Iterator[Lapse]:
    """Every such time, person by person."""
    for journey in course.journeys.values():
        for before, after in pairwise(journey.sittings):
            left = course.voyages.get(before.ship or "")
            then = course.voyages.get(after.ship or "")
            if left is not None and then is not None and left.undock == after.first:
                yield from _lapses_between(course, journey, left, then, after)


def _lapses_between(
    course: Course, journey: Journey, left: Voyage, then: Voyage, after: Sitting
) -> Iterator[Lapse]:
    first, end = undocks_at(course, left), _sits_from(course, journey, then, after)
    whole = course.situation.clock.is_whole
    if first is not None and first < end and not (whole(first) and whole(end)):
        yield Lapse(journey.member.name, left.ship.name, then.ship.name, first, end)


def _sits_from(course: Course, journey: Journey, then: Voyage, after: Sitting) -> datetime:
    """From when somebody sits in a vehicle: once it is there, and they have moved into it."""
    clock = course.situation.clock
    ride = course.plan.people.get(journey.member.name, Ride())
    moved = [day for day in ride.seats if clock.at(day) == after.first]
    there = docks_at(course, then) if then.dock == after.first else clock.instant(after.first)
    return max([there, *moved])
