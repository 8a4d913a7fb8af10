"""Who can be given which place in each stretch of time, counted by kinds of people and of places.

People with the same claims are one *kind*, vehicles that fit the same kinds are
one *pool* of places. How many of a kind sit in a pool is a flow; those whom no
flow reaches have no place. Names come later (`lifeboat.solving.naming.seats`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeboat.curves import Sum, total, total_of
from lifeboat.decisions import Party
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson, is_ready, may_sit
from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import FOREVER, Ship
from lifeboat.solving.cpsat.builder import plain
from lifeboat.solving.formulation.cells import Cell

if TYPE_CHECKING:
    from lifeboat.solving.formulation.decisions import Decider

STATION = "station"

QUALITIES = ("nominal", "improvised", "damaged")


@dataclass(frozen=True, slots=True)
class Kind:
    """People with the same claim to every place."""

    parties: tuple[Party, ...]

    @property
    def one(self) -> Party:
        return self.parties[0]

    @property
    def size(self) -> int:
        return sum(party.size for party in self.parties)


class Places:
    """Person-slots by quality of place. Implements `lifeboat.decisions.Seating`."""

    def __init__(self, decider: Decider) -> None:
        self._decide = decider
        self._situation = decider.situation
        self._strict = decider.is_strict(SeatFitsItsPerson.name)
        pins = self._situation.scenario.pins.values()
        named = {pin.liner for pin in pins}
        ships = self._situation.ships.values()
        self._ships = [ship for ship in ships if _has_places(ship) or ship.name in named]
        self._pinned = {pin.person for pin in pins if pin.is_about_a_liner}
        self._kinds = [Kind(tuple(parties)) for parties in self._alike()]
        self._alone = {ship.name for ship in self._ships if self._is_told_apart(ship)}
        self._firsts: dict[tuple[Party, ...], int] = {}
        self._aboard = [decider.aboard(kind.parties) for kind in self._kinds]
        self._here = {ship.name: decider.docked(ship) - decider.gone(ship) for ship in self._ships}
        self._flows: dict[tuple[int, str, str, int], Any] = {}
        self._taken: dict[tuple[int, int], Sum] = {}
        """Who has a place, by kind and first slot of a stretch."""
        self._spent: dict[str, list[Sum]] = {quality: [] for quality in (*QUALITIES, "none")}
        self._stretches = list(self._cut())
        for first, end in self._stretches:
            self._share_out(first, end)
        for ship in self._ships:
            if ship.name in self._alone:
                self._hold_for_leavers(ship)

    @property
    def none(self) -> Sum:
        return total_of(self._spent["none"])

    @property
    def damaged(self) -> Sum:
        return total_of(self._spent["damaged"])

    @property
    def improvised(self) -> Sum:
        return total_of(self._spent["improvised"])

    def pin(self, rule: str, subject: str, party: Party, ship: str, during: Slots) -> None:
        """Keep a party of one in a vehicle whenever aboard within a window."""
        kind = next(i for i, it in enumerate(self._kinds) if party in it.parties)
        there = self._decide.aboard([party])
        for first, _ in self._stretches:
            if first in during:
                seated = self._seated(kind, ship, first)
                self._decide.require(rule, subject, there.at(first) <= seated)

    def pin_liner(self, rule: str, subject: str, party: Party, where: str, during: Slots) -> None:
        """Keep a party of one out of every place but those where their liner is."""
        kind = next(i for i, it in enumerate(self._kinds) if party in it.parties)
        there = self._decide.aboard([party])
        for first, _ in self._stretches:
            if first in during:
                elsewhere = self._taken[kind, first] - self._seated(kind, where, first)
                self._decide.require(rule, subject, elsewhere <= 0)
                if where != STATION:
                    here = self._may_sit_in(where, party, first)
                    self._decide.require(rule, subject, there.at(first) <= here)

    def _may_sit_in(self, ship: str, party: Party, slot: int) -> Sum:
        """Whether a vehicle is there, and may have their liner."""
        may = may_sit(party.one, self._situation.ships[ship], slot, self._strict)
        return self._here[ship].at(slot) * int(may)

    def _seated(self, kind: int, ship: str, first: int) -> Sum:
        flows = (self._flows.get((kind, ship, quality, first)) for quality in QUALITIES)
        return Sum((), tuple((1, flow) for flow in flows if flow is not None))

    def _alike(self) -> list[list[Party]]:
        groups: dict[object, list[Party]] = {}
        for party in self._decide.parties:
            one = party.one
            claims = tuple(
                (one.fits(ship), one.fits_improvised(ship), is_ready(one, ship, -FOREVER + 1))
                for ship in self._ships
            )
            key = (claims, one.name if one.name in self._pinned else None)
            groups.setdefault(key, []).append(party)
        return list(groups.values())

    def _is_told_apart(self, ship: Ship) -> bool:
        """Whether it matters who in particular sits in this vehicle just before it leaves."""
        pins = self._situation.scenario.pins.values()
        pinned = any(ship.name in (pin.seat, pin.liner) for pin in pins)
        pinned = pinned or any(
            kind.one.one.name in self._pinned and ship in self._decide.rides_home(kind.one)
            for kind in self._kinds
        )
        fitting = [kind for kind in self._kinds if kind.one.one.fits(ship)]
        loose = any(it.ride_home.improvised or it.ride_home.damaged for it in ship.spells)
        return pinned or loose or len(fitting) > 1 or ship.reseat_from > 0 or not self._strict

    def _cut(self) -> Iterator[tuple[int, int]]:
        end = self._situation.end
        marks = {0}
        for ship in self._ships:
            gone = self._decide.gone(ship).changes()
            marks |= self._decide.docked(ship).changes() | gone | {ship.reseat_from}
            marks |= {spell.first for spell in ship.spells}
            if ship.name in self._alone:
                marks |= {slot - 1 for slot in gone}
        marks |= self._decide.aboard(self._decide.parties).changes()
        for pin in self._situation.scenario.pins.values():
            if pin.is_about_a_liner:
                during = self._situation.during(pin)
                marks |= {during.first, during.end}
        inside = [*sorted(mark for mark in marks if 0 <= mark < end), end]
        yield from itertools.pairwise(inside)

    def _share_out(self, first: int, end: int) -> None:
        """Hand out the places of a stretch of time in which nothing changes."""
        taken: list[list[Sum]] = [[] for _ in self._kinds]
        for quality in QUALITIES:
            for pool, ships in self._pools(quality, first).items():
                room = total_of(self._room(ship, quality, first) for ship in ships)
                if self._most(room) <= 0:
                    continue
                self._fill(pool, ships[0], quality, (first, end), room, taken)
        for index, kind in enumerate(self._kinds):
            there, seated = self._aboard[index].at(first), total_of(taken[index])
            self._taken[index, first] = seated
            if kind.one.one.name in self._pinned:
                self._decide.linear.say(seated <= there)
            self._without(kind, there - seated, (first, end))

    def _room(self, ship: Ship, quality: str, first: int) -> Sum:
        return self._here[ship.name].at(first) * int(getattr(ship.spell(first).places, quality))

    def _pools(self, quality: str, first: int) -> dict[object, list[Ship]]:
        pools: dict[object, list[Ship]] = {}
        for ship in self._ships:
            if getattr(ship.spell(first).places, quality):
                claims = tuple(self._counts_as(kind, ship, quality, first) for kind in self._kinds)
                pools.setdefault(ship.name if ship.name in self._alone else claims, []).append(ship)
        return pools

    def _counts_as(self, kind: Kind, ship: Ship, quality: str, first: int) -> str | None:
        """The quality such a place has for such people; None if they may not have it."""
        one = kind.one.one
        fits = one.fits_improvised(ship) if quality == "improvised" else one.fits(ship)
        if fits and is_ready(one, ship, first):
            return quality
        if self._strict:
            return None
        return "damaged" if quality == "damaged" else "improvised"

    def _fill(
        self,
        pool: object,
        ship: Ship,
        quality: str,
        stretch: tuple[int, int],
        room: Sum,
        taken: list[list[Sum]],
    ) -> None:
        flows = []
        for index, kind in enumerate(self._kinds):
            counts_as = self._counts_as(kind, ship, quality, stretch[0])
            if counts_as is None or not self._may_be_here(kind, stretch[0]):
                continue
            flow = self._decide.linear.number(kind.size, f"{kind.one.one.name} {quality}")
            if isinstance(pool, str):
                self._flows[index, pool, quality, stretch[0]] = flow
            flows.append(plain(flow))
            taken[index].append(flows[-1])
            self._spent[counts_as].append(flows[-1] * (stretch[1] - stretch[0]))
        if flows:
            self._decide.linear.say(total_of(flows) <= room)

    def _most(self, room: Sum) -> int:
        return self._decide.linear.greatest(self._decide.linear.read(room, kind=True))

    def _may_be_here(self, kind: Kind, slot: int) -> bool:
        if kind.parties not in self._firsts:
            there = total(self._decide.arrived(party) for party in kind.parties)
            self._firsts[kind.parties] = min(there.highs(), default=0)
        return slot >= self._firsts[kind.parties]

    def _without(self, kind: Kind, short: Sum, stretch: tuple[int, int]) -> None:
        linear = self._decide.linear
        form = linear.read(short, kind=False)
        if linear.greatest(form) <= 0:
            return
        none = linear.number(kind.size, f"{kind.one.one.name} without a place")
        without = plain(none)
        linear.say(short <= without)
        self._spent["none"].append(without * (stretch[1] - stretch[0]))

    def _hold_for_leavers(self, ship: Ship) -> None:
        """Whoever leaves on a vehicle holds a place to ride home in it in the slot before."""
        if self._decide.is_strict(HomeOnASoundSeat.name):
            self._hold_in_gaps(ship)
        for index, kind in enumerate(self._kinds):
            riders = [it for it in kind.parties if ship in self._decide.rides_home(it)]
            left = total(self._decide.left_on(party, ship) for party in riders)
            for first, _ in self._stretches:
                if riders and first + 1 in left.changes():
                    self._hold(ship, index, left.at(first + 1) - left.at(first), first)

    def _hold(self, ship: Ship, index: int, leaving: Sum, first: int) -> None:
        homely = ship.spell(first).ride_home
        places = [
            self._flows[index, ship.name, quality, first]
            for quality in QUALITIES
            if getattr(homely, quality) and (index, ship.name, quality, first) in self._flows
        ]
        seated = Sum((), tuple((1, place) for place in places))
        self._decide.require(HomeOnASoundSeat.name, ship.name, leaving <= seated)

    def _hold_in_gaps(self, ship: Ship) -> None:
        """Also who leaves at some unknown date of a gap has held a place for one slot before."""
        leaving: dict[Cell, list[tuple[int, Sum]]] = {}
        leaves: dict[Cell, Sum] = {}
        for index, kind in enumerate(self._kinds):
            riders = [it for it in kind.parties if ship in self._decide.rides_home(it)]
            for cell, left, goes in self._decide.departures(ship, riders):
                if cell.is_gap and left.plain:
                    leaving.setdefault(cell, []).append((index, left))
                    leaves[cell] = goes
        for cell, claims in leaving.items():
            if ship.spell(cell.first - 1) == ship.spell(cell.last - 1):
                self._hold_once(ship, cell, leaves[cell], claims)

    def _hold_once(self, ship: Ship, cell: Cell, goes: Sum, claims: list[tuple[int, Sum]]) -> None:
        linear, last = self._decide.linear, cell.last - 1
        homely = ship.spell(last).ride_home
        held: dict[str, list[Sum]] = {quality: [] for quality in QUALITIES}
        for index, leaving in claims:
            places = []
            for quality in QUALITIES:
                counts_as = self._counts_as(self._kinds[index], ship, quality, last)
                if counts_as is not None and getattr(homely, quality):
                    place = plain(linear.number(self._kinds[index].size, "held"))
                    places.append(place)
                    held[quality].append(place)
                    if counts_as != "nominal":
                        self._pay_once(index, ship, quality, counts_as, cell, place)
            linear.say(leaving <= total_of(places))
        for quality, places in held.items():
            if places:
                linear.say(total_of(places) <= goes * getattr(homely, quality))

    def _pay_once(
        self, index: int, ship: Ship, quality: str, counts_as: str, cell: Cell, place: Sum
    ) -> None:
        """For one slot, where no stretch that it may lie in has been paid for."""
        sat = [
            plain(flow)
            for first, end in self._stretches
            if first <= cell.last - 1
            and cell.first - 1 < end
            and (flow := self._flows.get((index, ship.name, quality, first))) is not None
        ]
        paid = plain(self._decide.linear.number(self._kinds[index].size, "held"))
        self._decide.linear.say(place - total_of(sat) <= paid)
        self._spent[counts_as].append(paid)


def _has_places(ship: Ship) -> bool:
    return any(
        spell.places.nominal or spell.places.improvised or spell.places.damaged
        for spell in ship.spells
    )
