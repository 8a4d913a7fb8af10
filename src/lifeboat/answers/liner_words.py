"""Liners in words: whose move, when and to which vehicle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lifeboat.answers.listing import listed
from lifeboat.plans.course import Course
from lifeboat.plans.liners import liner_moves


def liner_sentences(course: Course) -> Iterator[str]:
    say = course.situation.clock.say
    moves = [(slot, ship, names) for (slot, ship), names in liner_moves(course).items() if ship]
    for slot, ship, names in sorted(moves):
        liner = "the liner of" if len(names) == 1 else "the liners of"
        moved = "moves" if len(names) == 1 else "move"
        yield f"On {say(slot)} {liner} {listed(names)} {moved} to {ship}."


def moves_left_aside(course: Course) -> Iterator[str]:
    """Sentences on liner moves that a plan has when their owner is not aboard, after the end, or
    before the horizon, where the scenario has the liner elsewhere.
    """
    clock = course.situation.clock
    for name, ride in course.plan.people.items():
        journey, moves = course.journeys.get(name), dict(sorted(ride.seats.items()))
        before = [day for day in moves if clock.at(day) < 0]
        if before and journey is not None and journey.up is None:
            holds = "at the station" if journey.start is None else f"in {journey.start}"
            if moves[before[-1]] != (journey.start or "station"):
                yield f"{_left_aside(course, name, before[-1])}: on {clock.say(0)} it is {holds}."
        for day in moves:
            if why := _outside(course, name, clock.at(day)):
                yield f"{_left_aside(course, name, day)}, {why}."


def _left_aside(course: Course, name: str, day: datetime) -> str:
    clock, where = course.situation.clock, course.plan.people[name].seats[day]
    return f"Left aside: {name}'s liner to {where} on {clock.say(clock.at(day))}"


def _outside(course: Course, name: str, slot: int) -> str | None:
    """Why somebody's liner cannot move in a slot; None where it can, and for what is past."""
    journey, end = course.journeys.get(name), course.situation.end
    first, last = (end, end) if journey is None else (journey.first, journey.end)
    if slot < 0 or first <= slot < last:
        return None
    return "after the horizon" if slot >= end else f"when {name} is not aboard"
