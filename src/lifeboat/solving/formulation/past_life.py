"""Places in vehicles past their life, told from those in sound ones.

A vehicle past its life stays in the pool of those with the same places. Of the people in a pool,
as many as its sound vehicles cannot hold sit in places past their life, and so does whoever leaves
next in such a vehicle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lifeboat.curves import Curve, Sum, total, total_of
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.situation.ship import Ship
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.formulation.claims import Claims, number_of
from lifeboat.solving.formulation.flights import FlightVariables
from lifeboat.solving.formulation.people import PeopleVariables
from lifeboat.solving.formulation.posting import Posting
from lifeboat.solving.formulation.seats_held import SeatsHeld, Stretch


@dataclass(frozen=True, slots=True)
class Pool:
    """Vehicles whose places of a quality count the same for everybody in a stretch of time."""

    alone: str | None
    """The vehicle's name if it is told apart from all others."""
    ships: tuple[Ship, ...]
    quality: str
    stretch: Stretch

    @property
    def first(self) -> int:
        return self.stretch[0]

    def number(self, ship: Ship) -> int:
        """How many places a vehicle has in it."""
        return number_of(ship.spell(self.first).places, self.quality)

    def counts_as(self, claims: Claims, index: int) -> str | None:
        """The quality its places have for some claimants, where no launch has to be known."""
        counts_as = claims.place_for if self.alone is None else claims.counts_as
        return counts_as(index, self.ships[0], self.quality, self.first)


@dataclass(frozen=True, slots=True)
class WornOut:
    """A vehicle that may be past its life, as curves."""

    ship: Ship
    here: Curve
    """1 while it is docked."""
    over: Curve
    """1 once it is past its life."""
    within: Curve
    """1 from its docking on, as long as it is within its life, even after it has left."""
    first_over: int
    left: Curve
    """How many have left on it."""
    leaves: frozenset[int]
    """The slots in which that can change."""


@dataclass(eq=False)
class PastLife:
    """Who sits in a vehicle past its life."""

    posting: Posting
    flights: FlightVariables
    people: PeopleVariables
    claims: Claims
    held: SeatsHeld

    def tell(self, pool: Pool, seated: Mapping[str, Sum], room: Sum) -> None:
        """Post how many of the people in a pool sit in vehicles past their life.

        Args:
            pool: the pool.
            seated: those in it, by what a place within its life counts as for them.
            room: how many places it has.
        """
        worn = [] if pool.quality == "damaged" else list(self._may_be_over(pool))
        if not worn:
            return
        builder, late = self.posting.builder, list[Sum]()
        most = sum(pool.number(it.ship) for it in worn)
        for counts_as, people in seated.items():
            those = builder.number(most, f"{worn[0].ship.name} past its life")
            builder.post(plain(those) <= people)
            self.held.spend(counts_as, those, pool.stretch, instead="damaged")
            late.append(plain(those))
        sound = {it.ship.name: self._is_sound(it, pool.first) for it in worn}
        past = total_of(
            (it.here.at(pool.first) - sound[it.ship.name]) * pool.number(it.ship) for it in worn
        )
        builder.post(total_of(late) <= past)
        builder.post(total_of(seated.values()) - total_of(late) <= room - past)
        if pool.alone is None and pool.quality == "nominal":
            leaving = list(self._leave_next(worn, sound, pool))
            if leaving:
                builder.post(total_of(leaving) <= total_of(late))

    @cached_property
    def _worn_out(self) -> dict[str, WornOut]:
        ships = (ship for ship in self.claims.ships if ship.name in self.claims.wears_out)
        return {ship.name: self._as_curves(ship) for ship in ships}

    def _as_curves(self, ship: Ship) -> WornOut:
        docked, over = self.flights.docked(ship), self.flights.life_over(ship)
        riders = [it for it in self.people.parties if ship in self.people.rides_home(it)]
        left = total(self.people.left_on(party, ship) for party in riders)
        return WornOut(
            ship,
            here=docked - self.flights.gone(ship),
            over=over,
            within=docked - over,
            first_over=min(over.changes(), default=self.posting.situation.end),
            left=left,
            leaves=frozenset(left.changes()),
        )

    def _may_be_over(self, pool: Pool) -> Iterator[WornOut]:
        told = self.claims.outlives_itself if pool.alone else self.claims.wears_out
        for ship in pool.ships:
            if ship.name in told and pool.first >= self._worn_out[ship.name].first_over:
                yield self._worn_out[ship.name]

    def _is_sound(self, it: WornOut, slot: int) -> Sum:
        """1 while a vehicle is docked and within its life."""
        builder, within = self.posting.builder, it.within.at(slot)
        if builder.greatest(builder.read(within, optimistic=True)) <= 0:
            return Sum()
        is_sound, here = plain(builder.flag(f"{it.ship.name} within its life")), it.here.at(slot)
        builder.post(is_sound <= here)
        builder.post(is_sound <= within)
        builder.post(is_sound >= here - it.over.at(slot))
        return is_sound

    def _leave_next(
        self, worn: list[WornOut], sound: Mapping[str, Sum], pool: Pool
    ) -> Iterator[Sum]:
        """By vehicle: at least those who leave on it in the next slot, if it is past its life."""
        builder, after = self.posting.builder, pool.first + 1
        for it in worn:
            if after in it.leaves:
                name, number = it.ship.name, pool.number(it.ship)
                held = plain(builder.number(number, "held"))
                leaving = it.left.at(after) - it.left.at(pool.first) - sound[name] * number
                self.posting.require(HomeOnASoundSeat.name, name, leaving <= held)
                yield held
