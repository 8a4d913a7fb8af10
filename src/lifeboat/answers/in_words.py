"""A plan in plain words: a line, a paragraph, and how it differs from the plan of record."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lifeboat.answers.against_plan import (
    bumped,
    changes_of,
    is_unplanned,
    leaves_empty,
    left_out,
    rides_otherwise,
    to_come,
)
from lifeboat.answers.flight_words import flight_sentences
from lifeboat.answers.liner_words import liner_sentences, moves_left_aside
from lifeboat.answers.listing import MOST_NAMES, listed, listed_most
from lifeboat.answers.people_words import people_sentences
from lifeboat.counted import counted
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.relocations import chosen_relocations
from lifeboat.situation.clock import Slots

QUALITY_WORDS = {
    "none": "without a place",
    "damaged": "in a damaged vehicle",
    "improvised": "in an improvised place",
}

MOST_DIFFERENCES = 8
"""The most differences that a title names."""


def title(course: Course) -> str:
    """A plan in one line: how it differs from the plan of record."""
    found = list(_differences(course))
    if len(found) > MOST_DIFFERENCES + 1:
        more = len(found) - MOST_DIFFERENCES
        found = [*found[:MOST_DIFFERENCES], f"and {more} more differences"]
    return "; ".join(found) or _other_dates(course)


def summary(course: Course, ledger: Ledger) -> str:
    """A plan in a paragraph."""
    told = [
        *flight_sentences(course),
        *people_sentences(course, ledger),
        *liner_sentences(course),
        *moves_left_aside(course),
        *_nobody(course),
    ]
    return " ".join([*told, _places_sentence(course, ledger)])


def _other_dates(course: Course) -> str:
    moved = [name for name, voyage in course.voyages.items() if any(changes_of(course, voyage))]
    if len(moved) > MOST_NAMES:
        return f"as planned but for the dates of {counted(len(moved), 'flights')}"
    return f"as planned but for the dates of {listed(moved)}" if moved else "everything as planned"


def _differences(course: Course) -> Iterator[str]:
    for voyage in course.voyages.values():
        if voyage.way is not None and is_unplanned(voyage):
            yield f"{voyage.ship.name} added, {voyage.way.name}"
        elif voyage.way is not None and voyage.way.name != voyage.ship.planned_way:
            yield f"{voyage.ship.name} {voyage.way.name}"
        for move in chosen_relocations(voyage):
            yield f"{voyage.ship.name} moved to {move.after}"
        if leaves_empty(course, voyage):
            yield f"{voyage.ship.name} home empty"
    for ship in left_out(course):
        yield f"{ship} cancelled"
    for ship in to_come(course):
        yield f"{ship} after the horizon"
    for ship, names in bumped(course).items():
        if ship in course.voyages:
            yield f"{listed_most(names)} bumped"
    for home, people in rides_otherwise(course).items():
        names = [one.member.name for one in people]
        stays = "stays on" if len(names) == 1 else "stay on"
        yield f"{listed_most(names)} {f'home on {home}' if home else stays}"


def _nobody(course: Course) -> Iterator[str]:
    """Sentences on when the station is empty; none if nobody is ever aboard."""
    say, end = course.situation.clock.say, course.situation.end
    empty = [Slots(0, end)] if course.journeys else []
    for journey in course.journeys.values():
        there = Slots(journey.first, journey.end)
        empty = [left for span in empty for left in span.without(there)]
    for span in empty:
        yield f"Nobody is aboard from {say(span.first)} " + (
            "on." if span.end == end else f"to {say(span.end)}."
        )


def _places_sentence(course: Course, ledger: Ledger) -> str:
    clock = course.situation.clock
    told = []
    for quality, words in QUALITY_WORDS.items():
        entries = [entry for entry in ledger.entries if entry.quality == quality]
        if entries:
            slots = sum(entry.slots for entry in entries)
            last = clock.say(max(entry.end for entry in entries))
            days = clock.say_days(slots, "person-days")
            told.append(f"{days} {words} (the last before {last})")
    if ledger.lapses:
        lost = sum((lapse.slots(course) for lapse in ledger.lapses), Fraction())
        days = clock.say_days(lost, "person-days")
        told.append(f"{days} {QUALITY_WORDS['none']} between one vehicle and the next")
    if not told:
        return "Everybody has a nominal seat in a sound vehicle every day."
    if not ledger.lapses and not any(entry.quality == "none" for entry in ledger.entries):
        return f"Everybody has a place every day; {listed(told)}."
    return f"Not everybody has a place every day: {listed(told)}."
