"""The seat ledger: person by slot, which vehicle holds their place, and how good it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.station.member import Member
from lifeboat.station.ship import Ship, Spell

Quality = Literal["nominal", "improvised", "damaged", "none"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's place over some slots; `none` means that nothing would take them home."""

    person: str
    ship: str | None
    """Where their liner is; None is the station."""
    quality: Quality
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
        """Work out who holds what; `loose_fit` lets people use a seat that does not fit."""
        spans: dict[str, list[Entry]] = {name: [] for name in course.journeys}
        marks = sorted(_marks(course))
        for first, end in itertools.pairwise(marks):
            for entry in _places(course, first, end, loose_fit):
                _join(spans[entry.person], entry)
        return cls(tuple(entry for entries in spans.values() for entry in entries))

    def of_person(self, name: str) -> list[Entry]:
        """One person's places, in order of time."""
        return [entry for entry in self.entries if entry.person == name]

    def spent(self, quality: Quality) -> int:
        """Person-slots spent on that quality of place."""
        return sum(entry.slots for entry in self.entries if entry.quality == quality)


def _marks(course: Course) -> set[int]:
    end = course.situation.end
    marks = {0, end}
    marks |= {ship.reseat_from for ship in course.situation.ships.values()}
    for voyage in course.voyages.values():
        marks |= {voyage.dock, end if voyage.undock is None else voyage.undock}
        marks |= {spell.first for spell in voyage.ship.spells}
        if voyage.undock is not None:
            marks.add(voyage.undock - 1)
    for journey in course.journeys.values():
        marks |= {journey.end, *(sitting.first for sitting in journey.sittings)}
    return {mark for mark in marks if 0 <= mark <= end}


def _join(entries: list[Entry], new: Entry) -> None:
    last = entries[-1] if entries else None
    if last and (last.ship, last.quality, last.end) == (new.ship, new.quality, new.first):
        entries[-1] = Entry(last.person, last.ship, last.quality, last.first, new.end)
    else:
        entries.append(new)


def _places(course: Course, first: int, end: int, loose_fit: bool) -> Iterator[Entry]:
    seated: dict[str | None, list[Journey]] = {}
    for journey in course.aboard(first):
        seated.setdefault(seat_of(journey, first), []).append(journey)
    for ship, people in seated.items():
        voyage = course.voyages.get(ship or "")
        quality = _shared_out(voyage, people, first, loose_fit)
        for one in people:
            name = one.member.name
            yield Entry(name, ship, quality.get(name, "none"), first, end)


def seat_of(journey: Journey, slot: int) -> str | None:
    """Where a person's liner is in a slot."""
    return next(sit.ship for sit in journey.sittings if sit.first <= slot < sit.end)


def _shared_out(
    voyage: Voyage | None, people: list[Journey], slot: int, loose_fit: bool
) -> dict[str, Quality]:
    if voyage is None or not voyage.is_here(slot):
        return {}
    spell = voyage.ship.spell(slot)
    ordered = sorted(people, key=lambda one: _claim(one, voyage, slot))
    return dict(_hand_out(voyage.ship, spell, [one.member for one in ordered], slot, loose_fit))


def _claim(one: Journey, voyage: Voyage, slot: int) -> tuple[bool, bool]:
    """Who leaves next goes first, then who could not use an improvised place."""
    leaves_next = one.home is voyage and voyage.undock == slot + 1
    return (not leaves_next, one.member.fits_improvised(voyage.ship))


def _hand_out(
    ship: Ship, spell: Spell, people: list[Member], slot: int, loose_fit: bool
) -> Iterator[tuple[str, Quality]]:
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
