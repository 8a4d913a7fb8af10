"""The seat ledger: person by slot, which vehicle holds their place, and how good it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.scenario.pins import Pin
from lifeboat.situation.clock import Slots
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation

Quality = Literal["nominal", "improvised", "damaged", "none"]
Held = set[tuple[str | None, str | None]]
"""Pairs of a person and the vehicle in which they are pinned to a place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's place over some slots; `none` means that no vehicle would take them home."""

    person: str
    ship: str | None
    """Where their liner is; None is the station."""
    quality: Quality
    place: Quality
    """What the place would count as, were the vehicle not past its life."""
    first: int
    end: int

    @property
    def slots(self) -> int:
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everybody's places over the whole horizon, each person's entries in order of time."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, course: Course, loose_fit: bool = False) -> Ledger:
        """Work out who holds which place; `loose_fit` lets people use a seat that does not fit."""
        spans: dict[str, list[Entry]] = {name: [] for name in course.journeys}
        marks, pins = sorted(_ledger_marks(course)), _pins(course.situation)
        for first, end in itertools.pairwise(marks):
            held = {(pin.person, pin.seat) for during, pin in pins if first in during}
            for entry in _places_of(course, first, end, loose_fit, held):
                _join(spans[entry.person], entry)
        return cls(tuple(entry for entries in spans.values() for entry in entries))

    def of_person(self, name: str) -> list[Entry]:
        """One person's places, in order of time."""
        return [entry for entry in self.entries if entry.person == name]

    def spent(self, quality: Quality) -> int:
        """Person-slots spent on that quality of place."""
        return sum(entry.slots for entry in self.entries if entry.quality == quality)


def _ledger_marks(course: Course) -> set[int]:
    end = course.situation.end
    marks = {0, end}
    marks |= {ship.reseat_from for ship in course.situation.ships.values()}
    for voyage in course.voyages.values():
        marks |= {voyage.dock, end if voyage.undock is None else voyage.undock}
        marks |= {spell.first for spell in voyage.ship.spells}
        marks.add(voyage.ship.life_over(voyage.launch))
        if voyage.undock is not None:
            marks.add(voyage.undock - 1)
    for journey in course.journeys.values():
        marks |= {journey.end, *(sitting.first for sitting in journey.sittings)}
    return {mark for mark in marks if 0 <= mark <= end}


def _join(entries: list[Entry], new: Entry) -> None:
    last = entries[-1] if entries else None
    if last and replace(new, first=last.first, end=last.end) == last and last.end == new.first:
        entries[-1] = replace(last, end=new.end)
    else:
        entries.append(new)


def _pins(situation: Situation) -> list[tuple[Slots, Pin]]:
    """The pins of seats, and when they hold."""
    pins = situation.scenario.pins.values()
    return [(situation.during(pin), pin) for pin in pins if pin.seat is not None]


def _places_of(
    course: Course, first: int, end: int, loose_fit: bool, held: Held
) -> Iterator[Entry]:
    seated: dict[str | None, list[Journey]] = {}
    for journey in course.aboard(first):
        seated.setdefault(seat_of(journey, first), []).append(journey)
    for ship, people in seated.items():
        voyage = course.voyages.get(ship or "")
        here = {who for who, seat in held if seat == ship}
        places = _shared_out(voyage, people, first, loose_fit, here)
        for one in people:
            place = places.get(one.member.name, "none")
            quality = _counts_as(place, voyage, first)
            yield Entry(one.member.name, ship, quality, place, first, end)


def _counts_as(place: Quality, voyage: Voyage | None, slot: int) -> Quality:
    """The quality of a place in a slot: past its life a vehicle has damaged places alone."""
    is_over = voyage is not None and place != "none" and voyage.is_past_life(slot)
    return "damaged" if is_over else place


def seat_of(journey: Journey, slot: int) -> str | None:
    """Where a person's liner is in a slot."""
    return next(sit.ship for sit in journey.sittings if sit.first <= slot < sit.end)


def _shared_out(
    voyage: Voyage | None,
    people: list[Journey],
    slot: int,
    loose_fit: bool,
    held: set[str | None],
) -> dict[str, Quality]:
    """Who has which place; where places are short, those pinned to theirs keep them."""
    if voyage is None or not voyage.is_here(slot):
        return {}
    leavers = {one.member.name for one in people if _leaves_next(one, voyage, slot)}
    orders = [
        sorted(people, key=lambda one: _claim(one, voyage, slot, held)),
        sorted(people, key=lambda one: _flexible_claim(one, voyage, slot, held)),
    ]
    handed = [
        dict(_hand_out(voyage.ship, [one.member for one in ordered], slot, loose_fit))
        for ordered in orders
    ]
    shared = max(handed, key=lambda it: (len(leavers & it.keys()), len(it)))
    ordered = orders[handed.index(shared)]
    if held <= shared.keys():
        return shared
    ordered.sort(key=lambda one: one.member.name not in held)
    others = dict(_hand_out(voyage.ship, [one.member for one in ordered], slot, loose_fit))
    return others if len(others) >= len(shared) else shared


def _claim(one: Journey, voyage: Voyage, slot: int, held: set[str | None]) -> tuple[bool, ...]:
    """Sorts those who leave next first, then those who cannot use an improvised place."""
    loose = one.member.fits_improvised(voyage.ship)
    return (not _leaves_next(one, voyage, slot), loose, one.member.name not in held)


def _flexible_claim(
    one: Journey, voyage: Voyage, slot: int, held: set[str | None]
) -> tuple[bool, ...]:
    """Sorts those last who can use an improvised place, leavers only if it takes them home."""
    leaves = _leaves_next(one, voyage, slot)
    homely = "improvised" in voyage.ship.homely(slot + 1)
    loose = one.member.fits_improvised(voyage.ship) and (homely or not leaves)
    return (loose, not leaves, one.member.name not in held)


def _leaves_next(one: Journey, voyage: Voyage, slot: int) -> bool:
    return one.home is voyage and voyage.undock == slot + 1


def _hand_out(
    ship: Ship, people: list[Member], slot: int, loose_fit: bool
) -> Iterator[tuple[str, Quality]]:
    spell = ship.spell(slot)
    nominal, improvised, damaged = (
        spell.places.nominal,
        spell.places.improvised,
        spell.places.damaged,
    )
    waiting = []
    for member in people:
        ready = slot >= ship.reseat_from or member.owns_a_seat_in(ship.name)
        if damaged and ready and member.fits(ship):
            damaged -= 1
            yield member.name, "damaged"
        elif nominal and ready and member.fits(ship):
            nominal -= 1
            yield member.name, "nominal"
        elif loose_fit or (ready and member.fits_improvised(ship)):
            waiting.append(member)
    for member in waiting:
        if improvised:
            improvised -= 1
            yield member.name, "improvised"
        elif loose_fit and damaged:
            damaged -= 1
            yield member.name, "damaged"
        elif loose_fit and nominal:
            nominal -= 1
            yield member.name, "improvised"
