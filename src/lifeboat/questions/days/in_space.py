"""Overlaps with their slack, and everybody's days in space."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.days import OverlapView, StayView
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.landings import docks_at, lands_at, undocks_at
from lifeboat.rules.person_within_limits import too_long
from lifeboat.situation.ship import FOREVER


def overlaps(course: Course) -> Iterator[OverlapView]:
    """Every relief that the scenario asks an overlap of, where both vehicles fly as far as that."""
    days = course.situation.clock.days
    for voyage in course.voyages.values():
        for name, overlap, indirect in voyage.ship.relieves:
            other = course.voyages.get(name)
            leaves = None if other is None else undocks_at(course, other)
            if other is None or other.undock is None or leaves is None:
                continue
            asked = overlap if indirect is None else -indirect
            yield OverlapView(
                vehicle=voyage.ship.name,
                relieves=name,
                docks=docks_at(course, voyage),
                leaves=leaves,
                days=days(other.undock - voyage.dock),
                asked=days(asked),
                slack=days(other.undock - voyage.dock - asked),
            )


def stays(course: Course) -> Iterator[StayView]:
    """Everybody's days in space, at the landing or at the end of the horizon."""
    yield from (_stay(course, one) for one in course.journeys.values())


def _stay(course: Course, one: Journey) -> StayView:
    clock, end, start = course.situation.clock, course.situation.end, one.launched
    until = end if one.landing is None else min(end, one.landing)
    limit = one.member.stay
    return StayView(
        person=one.member.name,
        launched=None if start is None else clock.instant(start),
        lands=None if one.home is None else lands_at(course, one.home),
        now=None if start is None else clock.days(max(0, -start)),
        days=None if start is None else clock.days(until - start),
        limit=None if limit >= FOREVER else clock.days(limit),
        waived=clock.days(len(too_long(one, limit, end))),
    )
