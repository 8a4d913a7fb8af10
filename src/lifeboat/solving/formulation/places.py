"""How many people have which place in each stretch of time.

The horizon is cut into stretches in which nothing about places changes. In each, claimants are
distributed over pools of places (`claims`): the number of them in a pool is a flow, and those in
no flow have no place. Names come later (`lifeboat.solving.naming.seats`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lifeboat.curves import Curve, Sum, total, total_of
from lifeboat.decisions import Party
from lifeboat.rules.seat_fits_its_person import may_sit
from lifeboat.situation.clock import Slots
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.claims import (
    QUALITIES,
    Claimants,
    Claims,
    claims_on_places,
    number_of,
    waits_for,
)
from lifeboat.solving.formulation.flights import FlightVariables
from lifeboat.solving.formulation.leavers import hold_for_leavers
from lifeboat.solving.formulation.past_life import PastLife, Pool
from lifeboat.solving.formulation.people import PeopleVariables
from lifeboat.solving.formulation.posting import Posting
from lifeboat.solving.formulation.seats_held import SeatsHeld, Stretch

STATION = "station"


@dataclass(eq=False)
class PlaceAssignment:
    """Person-slots by quality of place. Implements `lifeboat.decisions.SeatingDecisions`."""

    posting: Posting
    people: PeopleVariables
    claims: Claims
    here: dict[str, Curve]
    """By vehicle with places: 1 while it is docked."""
    docked: dict[str, Curve]
    """By vehicle that delivers gear: 1 from its docking on."""
    held: SeatsHeld
    past_life: PastLife
    _firsts: dict[tuple[Party, ...], int] = field(default_factory=dict)

    @property
    def none(self) -> Sum:
        return total_of(self.held.spent["none"])

    @property
    def damaged(self) -> Sum:
        return total_of(self.held.spent["damaged"])

    @property
    def improvised(self) -> Sum:
        return total_of(self.held.spent["improvised"])

    def pin(self, rule: str, subject: str, party: Party, ship: str, during: Slots) -> None:
        index, there = self._index(party), self.people.aboard([party])
        for first, _ in self.held.stretches:
            if first in during:
                seated = self.held.seated(index, ship, first)
                self.posting.require(rule, subject, there.at(first) <= seated)

    def pin_liner(self, rule: str, subject: str, party: Party, where: str, during: Slots) -> None:
        """Keeps them out of every place but those where their liner is."""
        index, there = self._index(party), self.people.aboard([party])
        for first, _ in self.held.stretches:
            if first in during:
                taken = self.held.taken[index, first]
                elsewhere = taken - self.held.seated(index, where, first)
                self.posting.require(rule, subject, elsewhere <= 0)
                if where != STATION:
                    here = self._may_sit_in(where, party, first)
                    self.posting.require(rule, subject, there.at(first) <= here)

    def keep_out(self, rule: str, subject: str, party: Party, ship: str, during: Slots) -> None:
        index = self._index(party)
        for first, _ in self.held.stretches:
            if first in during:
                self.posting.require(rule, subject, self.held.seated(index, ship, first) <= 0)

    def _index(self, party: Party) -> int:
        return next(i for i, it in enumerate(self.claims.claimants) if party in it.parties)

    def _may_sit_in(self, ship: str, party: Party, slot: int) -> Sum:
        """Whether a vehicle is docked and may hold their liner."""
        vehicle = self.posting.situation.ships[ship]
        may = may_sit(party.one, vehicle, slot, self.claims.is_strict)
        if may and self.claims.is_strict and waits_for(party.one, vehicle):
            return self._equipped_for(vehicle, party.one, slot)
        return self.here[ship].at(slot) * int(may)

    def _equipped_for(self, ship: Ship, one: Member, slot: int) -> Sum:
        """1 only where a vehicle is docked and what one of its places needs is there."""
        kinds = [(False, one.fits(ship)), (True, one.fits_improvised(ship))]
        flags, builder = list[Sum](), self.posting.builder
        for improvised, fits in kinds:
            if fits:
                flags.append(plain(builder.flag(f"{one.name} equipped")))
                builder.post(flags[-1] <= self.here[ship.name].at(slot))
                for ships in one.waits_for(ship, improvised):
                    builder.post(flags[-1] <= self._delivered(ships, slot))
        return total_of(flags)

    def share_out(self, stretch: Stretch) -> None:
        """Post who has which place in a stretch of time."""
        first = stretch[0]
        taken: list[list[Sum]] = [[] for _ in self.claims.claimants]
        for quality in QUALITIES:
            for alone, ships in self.claims.pools(quality, first):
                room = total_of(self._room(ship, quality, first) for ship in ships)
                if self._most(room) > 0:
                    self._fill(Pool(alone, tuple(ships), quality, stretch), room, taken)
        for index, them in enumerate(self.claims.claimants):
            there = self.people.aboard(them.parties).at(first)
            seated = total_of(taken[index])
            self.held.taken[index, first] = seated
            if them.one.one.name in self.claims.pinned:
                self.posting.builder.post(seated <= there)
            self._without(them, there - seated, stretch)

    def _room(self, ship: Ship, quality: str, first: int) -> Sum:
        return self.here[ship.name].at(first) * number_of(ship.spell(first).places, quality)

    def _most(self, room: Sum) -> int:
        builder = self.posting.builder
        return builder.greatest(builder.read(room, optimistic=True))

    def _fill(self, pool: Pool, room: Sum, taken: Sequence[list[Sum]]) -> None:
        """Post the flows into a pool."""
        flows: dict[str, list[Sum]] = {}
        alone, quality, stretch = pool.alone, pool.quality, pool.stretch
        for index, them in enumerate(self.claims.claimants):
            counts_as = pool.counts_as(self.claims, index)
            if counts_as is None or not self._may_be_here(them, stretch[0]):
                continue
            waits = them.one.one.waits_for(pool.ships[0], improvised=quality == "improvised")
            fitting = self._flow(them, quality, counts_as, stretch, waits)
            flows.setdefault(counts_as, []).append(plain(fitting))
            taken[index].append(plain(fitting))
            key = index, str(alone), quality, stretch[0]
            if alone is not None:
                self.held.flows[key] = fitting
            if waits and not self.claims.is_strict and counts_as == "nominal":
                loose = self.held.loose[key] = self._flow(them, quality, "improvised", stretch)
                flows.setdefault("improvised", []).append(plain(loose))
                taken[index].append(plain(loose))
        if flows:
            seated = {counts_as: total_of(people) for counts_as, people in flows.items()}
            self.posting.builder.post(total_of(seated.values()) <= room)
            self.past_life.tell(pool, seated, room)

    def _flow(
        self,
        them: Claimants,
        quality: str,
        counts_as: str,
        stretch: Stretch,
        waits: Sequence[tuple[str, ...]] = (),
    ) -> Variable:
        """A flow into places of a quality: nobody, where that waits for gear, before that is there;
        a place that does not fit counts as improvised or damaged where the rule is a `should`.
        """
        builder = self.posting.builder
        people = builder.number(them.size, f"{them.one.one.name} {quality}")
        self.held.spend(counts_as, people, stretch)
        for ships in waits if self.claims.is_strict or counts_as == "nominal" else ():
            builder.post(plain(people) <= self._delivered(ships, stretch[0]) * them.size)
        return people

    def _delivered(self, ships: Sequence[str], slot: int) -> Sum:
        """At least 1 once one of these vehicles has docked."""
        return total_of(self.docked[name].at(slot) for name in ships)

    def _may_be_here(self, them: Claimants, slot: int) -> bool:
        if them.parties not in self._firsts:
            there = total(self.people.arrived(party) for party in them.parties)
            self._firsts[them.parties] = min(there.highs(), default=0)
        return slot >= self._firsts[them.parties]

    def _without(self, them: Claimants, short: Sum, stretch: Stretch) -> None:
        builder = self.posting.builder
        if builder.greatest(builder.read(short, optimistic=False)) <= 0:
            return
        none: Variable = builder.number(them.size, f"{them.one.one.name} without a place")
        builder.post(short <= plain(none))
        self.held.spend("none", none, stretch)


def post_places(
    posting: Posting, flights: FlightVariables, people: PeopleVariables
) -> PlaceAssignment:
    """Post who has which place in each stretch, and the places held by those who leave."""
    claims = claims_on_places(posting.situation, people)
    here = {ship.name: flights.docked(ship) - flights.gone(ship) for ship in claims.ships}
    held = SeatsHeld(tuple(_place_stretches(posting, flights, people, claims)))
    bringing = [ship for ship in posting.situation.ships.values() if ship.delivers_gear]
    docked = {ship.name: flights.docked(ship) for ship in bringing}
    past_life = PastLife(posting, flights, people, claims, held)
    places = PlaceAssignment(posting, people, claims, here, docked, held, past_life)
    for stretch in held.stretches:
        places.share_out(stretch)
    for ship in claims.ships:
        if ship.name in claims.alone:
            hold_for_leavers(posting, people, claims, held, ship)
    return places


def _place_stretches(
    posting: Posting, flights: FlightVariables, people: PeopleVariables, claims: Claims
) -> Iterator[Stretch]:
    """The horizon, cut wherever a place or somebody aboard may come or go."""
    situation = posting.situation
    marks = {0}
    for ship in claims.ships:
        gone = flights.gone(ship).changes()
        marks |= flights.docked(ship).changes() | gone | {ship.reseat_from}
        marks |= {spell.first for spell in ship.spells}
        over = flights.life_over(ship).changes() if ship.name in claims.wears_out else set()
        first_over = min(over, default=situation.end)
        told_apart = ship.name in claims.alone
        marks |= over | {slot - 1 for slot in gone if told_apart or slot > first_over}
    for ship in situation.ships.values():
        if ship.delivers_gear:
            marks |= flights.docked(ship).changes()
    marks |= people.aboard(people.parties).changes()
    marks |= situation.liner_pin_edges()
    inside = [*sorted(mark for mark in marks if 0 <= mark < situation.end), situation.end]
    yield from itertools.pairwise(inside)
