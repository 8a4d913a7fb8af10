"""Who is held to which seat: before leaving, or by a pin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from agreement.oracle_calendar import Span
from agreement.oracle_facts import Facts
from agreement.oracle_flights import FACT, Broken, Flight, Flights, is_worn
from agreement.oracle_people import Journey
from agreement.oracle_seats import Docked, Sitter
from lifeboat.scenario.pins import Pin


@dataclass(frozen=True)
class Held:
    """The holds on people to be kept: in a seat before they leave, or by a pin."""

    leavers: frozenset[str]
    """The vehicles whose leavers must sit in them."""
    pins: frozenset[str]


def wrong_departures(
    facts: Facts, flown: dict[str, Flight], journeys: list[Journey]
) -> Iterator[tuple[str, str]]:
    """Vehicles that leave empty though they cannot, with more people than they have places, or
    with more than may ride home in their condition by then.
    """
    for name, flight in flown.items():
        if flight.undock is None:
            continue
        leavers, craft = sum(it.home == name for it in journeys), facts.crafts[name]
        leaving = craft.departing(flight.undock)
        if leavers > leaving.room or not (leavers or craft.flies_empty):
            yield FACT, name
        if leavers > sum(getattr(leaving, quality) for quality in leaving.homely):
            yield "home-on-a-sound-seat", name


def left_to_themselves(
    facts: Facts, flown: dict[str, Flight], journeys: list[Journey]
) -> Iterator[tuple[str, str]]:
    """Vehicles that fly with people of whom none has a skill that is needed for it."""
    for name, flight in flown.items():
        said = facts.crafts[name].crew_skills
        has_flown = flight.mode is None or facts.crafts[name].on_its_way is not None
        crew = [] if has_flown else facts.crafts[name].said.modes[str(flight.mode)].crew
        leavers = [it.person for it in journeys if it.home == name and flight.undock is not None]
        for people, skills in ((crew, said.up), (leavers, said.down)):
            known = {skill for who in people for skill in facts.scenario.people[who].skills}
            if people and not set(skills) <= known:
                yield "who-can-fly", name


def possible_holds(
    facts: Facts, flown: dict[str, Flight], journeys: list[Journey], broken: Broken
) -> Iterator[tuple[Held, Broken]]:
    """Which holds to keep, and which are given up: all of a `must` are kept, any of a `should`."""
    left = {("home-on-a-sound-seat", it.home) for it in journeys if it.home is not None}
    pinned = {
        ("pins-hold", name) for name, it in facts.scenario.pins.items() if it.seat or it.liner
    }
    every = sorted((left | pinned) - broken)
    choices = [[True] if facts.must(rule) else [True, False] for rule, _ in every]
    for kept in product(*choices):
        held = {it for it, is_kept in zip(every, kept, strict=True) if is_kept}
        leavers = frozenset(name for rule, name in held if rule != "pins-hold")
        pins = frozenset(name for rule, name in held if rule == "pins-hold")
        yield Held(leavers, pins), frozenset(set(every) - held)


def sitting(
    facts: Facts, flights: Flights, journeys: list[Journey], held: Held, slot: int
) -> tuple[tuple[Sitter, ...], tuple[Docked, ...]]:
    """Who is aboard in a slot, and which vehicles are there."""
    docked = tuple(
        Docked(name, is_worn(facts, it, slot))
        for name, it in flights.items()
        if it and it.is_here(slot)
    )
    came = [name for name, it in flights.items() if it and it.dock <= slot]
    sitters = tuple(
        Sitter(
            it.person,
            it.up,
            it.home if it.home in held.leavers and it.end == slot + 1 else None,
            frozenset(str(pin.seat) for pin in _pins(facts, it.person, held, slot) if pin.seat),
            _liners(facts, it.person, held, slot, never=False),
            _liners(facts, it.person, held, slot, never=True),
            facts.brought(it.person, came),
        )
        for it in journeys
        if it.is_aboard(slot)
    )
    return sitters, docked


def _liners(facts: Facts, person: str, held: Held, slot: int, *, never: bool) -> frozenset[str]:
    """Where somebody's liner has to be, or may not be."""
    pins = (pin for pin in _pins(facts, person, held, slot) if pin.never == never)
    return frozenset(pin.liner for pin in pins if pin.liner)


def _pins(facts: Facts, person: str, held: Held, slot: int) -> Iterator[Pin]:
    for pin in (facts.scenario.pins[name] for name in held.pins):
        if pin.person == person and _holds(facts.calendar.touched(pin.during), slot):
            yield pin


def _holds(span: Span, slot: int) -> bool:
    return span[0] <= slot < span[1]
