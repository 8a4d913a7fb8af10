"""The seat ledger: person by slot, which vehicle holds their place, and how good it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.lapses import Lapse, lapses_of
from lifeboat.plans.sharing import Quality, Shared, Sharer, shared_out, sharer
from lifeboat.scenario.pins import Pin

Price = tuple[int, ...]
Broken = tuple[Literal["pin", "ride home"], str]
"""A rule that is not kept, and for which pin or which vehicle."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a scenario's rules have the ledger read."""

    any_fit: bool
    """Whether people may have places that do not fit them."""
    loose_home: bool
    """Whether a ride home may be on any place, at a cost."""
    loose_pins: bool
    """Whether somebody pinned to a place may lose it, at a cost."""
    price: Callable[[Mapping[str, int]], Price]
    """What person-slots without a place, in a damaged or in an improvised one, and rules newly
    broken cost: the less the better.
    """


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
    lapses: tuple[Lapse, ...] = ()
    """Times without a place within single slots, by the hours that are told."""

    @classmethod
    def of(cls, course: Course, reading: Reading) -> Ledger:
        """Work out who holds which place, as the scenario's rules read it."""
        spans: dict[str, list[Entry]] = {name: [] for name in course.journeys}
        sharing = _Sharing(course, reading)
        for first, end in itertools.pairwise(sorted(_ledger_marks(course))):
            for entry in sharing.places(first, end):
                _join(spans[entry.person], entry)
        entries = tuple(entry for entries in spans.values() for entry in entries)
        lapses = (it for it in lapses_of(course) if not _is_counted(course, entries, it))
        return cls(entries, tuple(lapses))

    def of_person(self, name: str) -> list[Entry]:
        """One person's places, in order of time."""
        return [entry for entry in self.entries if entry.person == name]

    def spent(self, quality: Quality) -> int:
        """Person-slots spent on that quality of place."""
        return sum(entry.slots for entry in self.entries if entry.quality == quality)


def _ledger_marks(course: Course) -> set[int]:
    """The slots in which places may change, and those in which somebody comes or goes."""
    marks = {ship.reseat_from for ship in course.situation.ships.values()}
    for voyage in course.voyages.values():
        marks |= {voyage.dock, voyage.ship.life_over(voyage.launch)}
        marks |= {spell.first for spell in voyage.ship.spells}
        if voyage.undock is not None:
            marks |= {voyage.undock - 1, voyage.undock}
    for journey in course.journeys.values():
        marks |= {journey.end, *(sitting.first for sitting in journey.sittings)}
    marks |= course.situation.liner_pin_edges()
    return {min(max(0, mark), course.situation.end) for mark in marks}


def _is_counted(course: Course, entries: Iterable[Entry], lapse: Lapse) -> bool:
    """Whether somebody has no place in the whole slot of a lapse."""
    slot = course.situation.clock.at(lapse.first)
    return any(
        it.person == lapse.person and it.quality == "none" and it.first <= slot < it.end
        for it in entries
    )


def _join(entries: list[Entry], new: Entry) -> None:
    """Add what comes next in time: as one with the last entry where nothing else changes."""
    longer = replace(new, first=entries[-1].first) if entries else new
    if entries and replace(entries[-1], end=new.end) == longer:
        entries[-1] = longer
    else:
        entries.append(new)


def seat_of(journey: Journey, slot: int) -> str | None:
    """Where a person's liner is in a slot."""
    return next(sit.ship for sit in journey.sittings if sit.first <= slot < sit.end)


def _counts_as(place: Quality, is_over: bool) -> Quality:
    """The quality of a place: past its life a vehicle has damaged places alone."""
    return "damaged" if is_over and place != "none" else place


class _Sharing:
    """Shares out the places of every vehicle, from slot to slot."""

    def __init__(self, course: Course, reading: Reading) -> None:
        self._course, self._reading = course, reading
        pins = course.situation.scenario.pins.items()
        self._pins = {name: pin for name, pin in pins if pin.seat is not None}
        self._broken: set[Broken] = {
            ("pin", name) for name, pin in self._pins.items() if self._is_elsewhere(pin)
        }
        """What is broken anyway."""

    def _is_elsewhere(self, pin: Pin) -> bool:
        """Whether the liner of somebody pinned to a place is not even in the vehicle."""
        journey, during = self._course.journeys.get(str(pin.person)), self._course.situation.during
        return journey is not None and any(
            sit.ship != pin.seat and during(pin).meets(sit.first, sit.end)
            for sit in journey.sittings
        )

    def places(self, first: int, end: int) -> Iterator[Entry]:
        """Everybody's place while nothing changes."""
        seated: dict[str | None, list[Journey]] = {}
        for journey in self._course.aboard(first):
            seated.setdefault(seat_of(journey, first), []).append(journey)
        for ship, people in seated.items():
            voyage = self._course.voyages.get(ship or "")
            shared = Shared()
            if voyage is not None and voyage.is_here(first):
                shared = self._shared(voyage, people, first, end)
            is_over = voyage is not None and voyage.is_past_life(first)
            for one in people:
                place = shared.get(one.member.name, "none")
                quality = _counts_as(place, is_over)
                yield Entry(one.member.name, ship, quality, place, first, end)

    def _shared(self, voyage: Voyage, people: list[Journey], first: int, end: int) -> Shared:
        """The cheapest way to share out the places; rules that are a `must` come first."""
        places, reading = voyage.ship.spell(first).places, self._reading
        sharers = [self._sharer(one, voyage, first) for one in people]
        found: list[tuple[Price, Shared, set[Broken]]] = []
        for home in (True, False) if reading.loose_home else (True,):
            for pins in (True, False) if reading.loose_pins else (True,):
                shared = shared_out(places, sharers, home, pins)
                broken = set(self._broken_by(shared, sharers, voyage))
                held = [_counts_as(it, voyage.is_past_life(first)) for it in shared.values()]
                held += ["none"] * (len(people) - len(held))
                price = reading.price(self._counted(held, broken, end - first))
                found.append((price, shared, broken))
        _, shared, broken = min(found, key=lambda it: it[0])
        self._broken |= broken
        return shared

    def _broken_by(self, shared: Shared, sharers: list[Sharer], voyage: Voyage) -> Iterator[Broken]:
        """The pins that do not hold, and the rides home, if people leave, that are not as they
        should be.
        """
        for one in sharers:
            if one.name not in shared:
                yield from (("pin", name) for name in one.pins)
        if any(one.leaves for one in sharers):
            assert voyage.undock is not None
            leavers = len(self._course.leavers(voyage))
            well = sum(one.rides_well(shared) for one in sharers)
            if well < leavers or voyage.ship.leaving(voyage.undock).ride_home.all < leavers:
                yield "ride home", voyage.ship.name

    def _sharer(self, one: Journey, voyage: Voyage, slot: int) -> Sharer:
        leaves = one.home is voyage and voyage.undock == slot + 1
        pins = [name for name, pin in self._pins.items() if self._keeps(pin, one, voyage, slot)]
        member = self._course.equipped(one.member, slot)
        return sharer(member, voyage.ship, slot, self._reading.any_fit, leaves, pins)

    def _keeps(self, pin: Pin, one: Journey, voyage: Voyage, slot: int) -> bool:
        named = (pin.person, pin.seat) == (one.member.name, voyage.ship.name)
        return named and slot in self._course.situation.during(pin)

    def _counted(self, held: list[Quality], broken: set[Broken], slots: int) -> dict[str, int]:
        """What places cost, by goal, and how many rules are newly broken."""
        return {
            "no-place": held.count("none") * slots,
            "damaged": held.count("damaged") * slots,
            "improvised": held.count("improvised") * slots,
            "broken": len(broken - self._broken),
        }
