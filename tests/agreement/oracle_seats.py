"""Who can sit where in one slot, found by trying everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, NamedTuple

from agreement.oracle_crafts import Craft
from agreement.oracle_facts import Facts

QUALITIES = ("nominal", "improvised", "damaged")
STATION = None


class Sitter(NamedTuple):
    """Somebody aboard in a slot, and what they are held to."""

    name: str
    up: str | None
    """The vehicle they came up on within the horizon; None if aboard from the start."""
    leaves_on: str | None
    """The vehicle they leave on at the end of this slot, where they must sit in it."""
    pinned: frozenset[str]
    """The vehicles they must hold a place in; nobody can hold one in more than one vehicle."""
    kept_in: frozenset[str] = frozenset()
    """Where their liner has to be, with a place or without: vehicles, or `station`."""
    kept_out_of: frozenset[str] = frozenset()
    """The vehicles their liner may not be in."""
    brought: frozenset[str] = frozenset()
    """The gear that vehicles have delivered for them, for use anywhere."""


class Docked(NamedTuple):
    """A vehicle that is there in a slot."""

    name: str
    worn: bool
    """Whether it would land too late for its life: its places count as damaged."""


class Seat(NamedTuple):
    """A place in a vehicle (None: the liner is on the station), and what it counts as."""

    craft: str | None
    place: str
    counts_as: str


Sat = tuple[int, ...]
"""What a seating costs: a number for each goal by priority."""


Room = tuple[tuple[tuple[str, str], int], ...]
"""How many places of each quality each vehicle has left."""


@dataclass
class Seats:
    """Seatings of single slots, each searched for only once."""

    facts: Facts
    weights: dict[str, tuple[int, ...]]
    """What a person-slot of each quality adds to each goal."""
    _known: dict[object, dict[tuple[str | None, ...], Sat]] = field(default_factory=dict)
    _best: dict[object, tuple[Sat, tuple[Seat, ...]] | None] = field(default_factory=dict)

    def best(
        self, slot: int, sitters: tuple[Sitter, ...], docked: tuple[Docked, ...]
    ) -> tuple[Sat, tuple[Seat, ...]] | None:
        """The least cost of a slot, and who sits where; None if people cannot sit as they must."""
        key = slot, sitters, docked
        if key not in self._best:
            room = self._room(slot, docked)
            choices = [self._without_idling(it, self._choices(slot, it, docked)) for it in sitters]
            self._best[key] = self._cheapest(tuple(choices), tuple(room.items()), {})
        return self._best[key]

    def _room(self, slot: int, docked: tuple[Docked, ...]) -> dict[tuple[str, str], int]:
        return {
            (name, quality): getattr(self.facts.crafts[name].places(slot), quality)
            for name, _ in docked
            for quality in QUALITIES
            if getattr(self.facts.crafts[name].places(slot), quality)
        }

    def _without_idling(self, one: Sitter, seats: Iterable[Seat]) -> tuple[Seat, ...]:
        if one.kept_in:
            return tuple(seats)
        return tuple(seat for seat in seats if seat.place != "none" or seat.craft is None)

    def _cheapest(
        self, choices: tuple[tuple[Seat, ...], ...], room: Room, known: dict[object, Any]
    ) -> tuple[Sat, tuple[Seat, ...]] | None:
        """The cheapest seating: try every seat for the first person, the rest recursively."""
        if not choices:
            return self.weights["nothing"], ()
        key = len(choices), room
        if key not in known:
            found = []
            for seat in choices[0]:
                left = _take(room, seat)
                rest = None if left is None else self._cheapest(choices[1:], left, known)
                if rest is not None:
                    found.append((_sum(self.weights[seat.counts_as], rest[0]), (seat, *rest[1])))
            known[key] = min(found, key=lambda it: it[0], default=None)
        return known[key]  # type: ignore[no-any-return]

    def all(
        self, slot: int, sitters: tuple[Sitter, ...], docked: tuple[Docked, ...]
    ) -> dict[tuple[str | None, ...], Sat]:
        """The least cost of each way to distribute the liners over vehicles: nobody whose liner is
        in one goes without a place there that could be had.
        """
        key = slot, sitters, docked
        if key not in self._known:
            choices = [list(self._choices(slot, one, docked)) for one in sitters]
            room = tuple(self._room(slot, docked).items())
            found: dict[tuple[str | None, ...], tuple[int, Sat]] = {}
            for taken in _spread(choices, room):
                where = tuple(seat.craft for seat in taken)
                idle = sum(seat.place == "none" for seat in taken)
                cost = idle, self._cost(taken)
                found[where] = min(found.get(where, cost), cost)
            self._known[key] = {where: cost for where, (_, cost) in found.items()}
        return self._known[key]

    def _cost(self, taken: tuple[Seat, ...]) -> Sat:
        rows = (self.weights[seat.counts_as] for seat in taken)
        return reduce(_sum, rows, self.weights["nothing"])

    def _choices(self, slot: int, one: Sitter, docked: tuple[Docked, ...]) -> Iterator[Seat]:
        for seat in self._free_choices(slot, one, docked):
            where = seat.craft or "station"
            if one.kept_in <= {where} and where not in one.kept_out_of:
                yield seat

    def _free_choices(self, slot: int, one: Sitter, docked: tuple[Docked, ...]) -> Iterator[Seat]:
        strict = self.facts.must("seat-fits-its-person")
        everyone = self.facts.must("everyone-has-a-seat")
        for name, worn in docked:
            craft = self.facts.crafts[name]
            for quality in QUALITIES:
                counts_as = self._counts_as(craft, one, quality, slot, strict)
                if counts_as and self._is_as_held(one, craft, quality, slot):
                    yield Seat(name, quality, "damaged" if worn else counts_as)
        if not everyone and one.leaves_on is None and not one.pinned:
            yield Seat(STATION, "none", "none")
            for name, _ in docked:
                if self._may_wait_in(self.facts.crafts[name], one, slot, strict):
                    yield Seat(name, "none", "none")

    def _counts_as(
        self, craft: Craft, one: Sitter, quality: str, slot: int, strict: bool
    ) -> str | None:
        if not getattr(craft.places(slot), quality):
            return None
        if self.is_ready(craft, one, slot) and self._fits(craft, one, quality):
            return quality
        if strict:
            return None
        return "damaged" if quality == "damaged" else "improvised"

    def _fits(self, craft: Craft, one: Sitter, quality: str) -> bool:
        if quality == "improvised":
            return craft.loose_needs <= self.facts.gear_in(craft, one.name, one.brought)
        return self.facts.fits(one.name, craft, one.brought)

    def _may_wait_in(self, craft: Craft, one: Sitter, slot: int, strict: bool) -> bool:
        """Whether a liner may be in a vehicle that has no place for its owner."""
        loose = craft.has_improvised and self._fits(craft, one, "improvised")
        fits = loose or self._fits(craft, one, "nominal")
        return not strict or (fits and self.is_ready(craft, one, slot))

    def is_ready(self, craft: Craft, one: Sitter, slot: int) -> bool:
        """Whether a liner may be in a vehicle: from `reseat_from` on, or as one of its crews."""
        said = self.facts.scenario.people[one.name]
        own = (one.up, self.facts.up(one.name), said.seat)
        crewed = any(craft.name == it for it, _ in self.facts.carriers(one.name))
        return slot >= craft.reseat_from or craft.name in own or crewed

    def _is_as_held(self, one: Sitter, craft: Craft, quality: str, slot: int) -> bool:
        """Whether pins, and the ride home if there is one, allow a place."""
        if not one.pinned <= {craft.name} or one.leaves_on not in (None, craft.name):
            return False
        return one.leaves_on is None or self._is_homely(craft, one, quality, slot)

    def _is_homely(self, craft: Craft, one: Sitter, quality: str, slot: int) -> bool:
        """Whether somebody may go home on such a place: on what it counts as for them."""
        leaving = craft.departing(slot + 1)
        strict = self.facts.must("seat-fits-its-person")
        counts_as = self._counts_as(craft, one, quality, slot, strict)
        if leaving.state == craft.places(slot).state:
            return counts_as in leaving.homely
        fits = self._fits(craft, one, "damaged") and self.is_ready(craft, one, slot)
        return bool(leaving.homely and counts_as and (fits or not strict))

    def could_ride(self, craft: Craft, one: Sitter, slot: int) -> bool:
        """Whether somebody could ride home in a vehicle after a slot, if there is room."""
        return slot >= 0 and any(self._is_homely(craft, one, it, slot) for it in QUALITIES)


def _spread(choices: list[list[Seat]], room: Room) -> Iterator[tuple[Seat, ...]]:
    """Every way to give each person one of their choices without overfilling a vehicle."""
    if not choices:
        yield ()
        return
    for seat in choices[0]:
        left = _take(room, seat)
        if left is not None:
            yield from ((seat, *others) for others in _spread(choices[1:], left))


def _take(room: Room, seat: Seat) -> Room | None:
    """The room left once somebody has a place; None if there is no room for them."""
    if seat.place == "none":
        return room
    held = dict(room)
    held[str(seat.craft), seat.place] -= 1
    return None if held[str(seat.craft), seat.place] < 0 else tuple(held.items())


def _sum(one: Sat, other: Sat) -> Sat:
    return tuple(a + b for a, b in zip(one, other, strict=True))
