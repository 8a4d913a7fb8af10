"""Flights in words: what flies otherwise than planned."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.against_plan import (
    is_unplanned,
    leaves_empty,
    left_out,
    planned_date,
    to_come,
    waits_for_its_port,
)
from lifeboat.answers.listing import listed, listed_most
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.plan import Flight
from lifeboat.plans.relocations import chosen_relocations, lost_relocations


def flight_sentences(course: Course) -> Iterator[str]:
    """What flies otherwise than planned, and what a plan has after the horizon."""
    for voyage in course.voyages.values():
        yield from _launch_sentences(course, voyage)
        yield from _departure_sentences(course, voyage)
        yield from _relocation_sentences(course, voyage)
    if cancelled := left_out(course):
        yield f"Cancelled: {listed_most(cancelled)}."
    told = [name for name, flight in course.plan.flights.items() if flight.launch is not None]
    if later := [name for name in to_come(course) if name not in told]:
        yield f"After the horizon, not within it: {listed_most(later)}."
    yield from _told_for_later(course)


def _launch_sentences(course: Course, voyage: Voyage) -> Iterator[str]:
    ship, way = voyage.ship, voyage.way
    if way is None:
        return
    if way.name == ship.planned_way and not is_unplanned(voyage):
        return
    crew = [one.member.name for one in course.journeys.values() if one.up is voyage]
    aboard = f" with {listed_most(crew)}" if crew else (" without crew" if ship.seats else "")
    when = course.situation.clock.say(voyage.launch)
    yield f"{ship.name} is launched {when}{aboard} ({_as_it_was(course, voyage)})."


def _as_it_was(course: Course, voyage: Voyage) -> str:
    if is_unplanned(voyage):
        return "not planned"
    ship = voyage.ship
    told = course.situation.scenario.vehicles[ship.name].planned
    known = planned_date(course, ship.planned_within, told)
    return f"planned {ship.planned_way}" + (f", {known}" if known else "")


def _departure_sentences(course: Course, voyage: Voyage) -> Iterator[str]:
    name, leaves = voyage.ship.name, voyage.ship.leaves_within
    told = course.situation.scenario.vehicles[name].leaves
    known = planned_date(course, leaves, told)
    if voyage.undock is None:
        flight = course.plan.flights.get(name, Flight())
        if leaves is not None and leaves.end <= course.situation.end and flight.undock is None:
            yield f"{name} stays (planned to leave {known})."
        return
    when = course.situation.clock.say(voyage.undock)
    if leaves_empty(course, voyage):
        yield f"{name} goes home empty on {when}."
    if (awaited := waits_for_its_port(course, voyage)) is not None:
        planned = f" (planned {known})" if known else ""
        yield f"{name} leaves {voyage.stops[-1].port} to {awaited.ship.name} on {when}{planned}."


def _told_for_later(course: Course) -> Iterator[str]:
    """Sentences on launches and undockings that a plan has after the horizon."""
    clock, end = course.situation.clock, course.situation.end
    for name, flight in course.plan.flights.items():
        if flight.launch is not None and clock.at(flight.launch) >= end:
            yield f"{name} is launched {clock.say(clock.at(flight.launch))}, after the horizon."
        elif flight.undock is not None and clock.at(flight.undock) >= end:
            yield f"{name} leaves {clock.say(clock.at(flight.undock))}, after the horizon."


def _relocation_sentences(course: Course, voyage: Voyage) -> Iterator[str]:
    """Moves to another port that the scenario does not state, and those it states in vain."""
    say, name = course.situation.clock.say, voyage.ship.name
    for move in chosen_relocations(voyage):
        seated = [
            one.member.name
            for one in course.aboard(move.slot)
            if any(it.ship == name and it.first <= move.slot < it.end for it in one.sittings)
        ]
        aboard = f", with {listed(seated)} aboard" if seated else ""
        yield f"{name} moves from {move.before} to {move.after} on {say(move.slot)}{aboard}."
    for slot, port, why in lost_relocations(course, voyage):
        yield f"{name} is not moved to {port} on {say(slot)} as stated: {why}."
