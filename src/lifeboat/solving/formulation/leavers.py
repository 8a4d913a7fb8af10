"""Whoever leaves on a vehicle holds a place to ride home in it in the slot before."""

from __future__ import annotations

from dataclasses import dataclass

from lifeboat.curves import Sum, total, total_of
from lifeboat.decisions import Party
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.situation.ship import Ship
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.claims import QUALITIES, Claims, number_of
from lifeboat.solving.formulation.people import PeopleVariables
from lifeboat.solving.formulation.posting import Posting
from lifeboat.solving.formulation.seats_held import SeatsHeld


def hold_for_leavers(
    posting: Posting, people: PeopleVariables, claims: Claims, held: SeatsHeld, ship: Ship
) -> None:
    """Post this for a vehicle in a pool of its own, for dates and for the gaps between them."""
    leavers = _Leavers(posting, people, claims, held, ship)
    if posting.is_strict(HomeOnASoundSeat.name):
        leavers.hold_in_gaps()
    leavers.hold_on_dates()


@dataclass(frozen=True)
class _Leavers:
    posting: Posting
    people: PeopleVariables
    claims: Claims
    held: SeatsHeld
    ship: Ship

    def hold_on_dates(self) -> None:
        for index in range(len(self.claims.claimants)):
            riders = self._riders(index)
            left = total(self.people.left_on(party, self.ship) for party in riders)
            for first, _ in self.held.stretches:
                if riders and first + 1 in left.changes():
                    self._hold(index, left.at(first + 1) - left.at(first), first)

    def _riders(self, index: int) -> list[Party]:
        parties = self.claims.claimants[index].parties
        return [it for it in parties if self.ship in self.people.rides_home(it)]

    def _hold(self, index: int, leaving: Sum, first: int) -> None:
        name, flows = self.ship.name, self.held.flows
        places = [
            flows[index, name, quality, first]
            for quality in QUALITIES
            if self._takes_home(index, quality, first + 1)
            and (index, name, quality, first) in flows
        ]
        places += [
            loose
            for quality in QUALITIES
            if "improvised" in self.ship.homely(first + 1)
            and (loose := self.held.loose.get((index, name, quality, first))) is not None
        ]
        seated = Sum((), tuple((1, place) for place in places))
        self.posting.require(HomeOnASoundSeat.name, name, leaving <= seated)

    def _takes_home(self, index: int, quality: str, undock: int) -> bool:
        """Whether they may ride home on such a place, by the quality it has for them."""
        place = self.claims.place_for(index, self.ship, quality, undock - 1)
        return place in self.ship.homely(undock)

    def hold_in_gaps(self) -> None:
        """Whoever leaves at an unknown date in a gap has held a place for one slot before."""
        leaving: dict[Cell, list[tuple[int, Sum]]] = {}
        leaves: dict[Cell, Sum] = {}
        for index in range(len(self.claims.claimants)):
            departures = self.people.departures_by_cell(self.ship, self._riders(index))
            for cell, left, goes in departures:
                if cell.is_gap and left.plain:
                    leaving.setdefault(cell, []).append((index, left))
                    leaves[cell] = goes
        for cell, claims in leaving.items():
            if self._is_the_same_throughout(cell):
                self._hold_once(cell, leaves[cell], claims)

    def _is_the_same_throughout(self, cell: Cell) -> bool:
        """Whether its places are, and count as, the same in every slot before a date in a gap."""
        ship, first, last = self.ship, cell.first - 1, cell.last
        over = ship.life_over(ship.launched)
        return ship.spell(first) == ship.spell(last) and (first < over) == (last - 1 < over)

    def _hold_once(self, cell: Cell, goes: Sum, claims: list[tuple[int, Sum]]) -> None:
        builder, last = self.posting.builder, cell.last - 1
        places_then = self.ship.spell(last).places
        held: dict[str, list[Sum]] = {quality: [] for quality in QUALITIES}
        for index, leaving in claims:
            places = []
            for quality in QUALITIES:
                counts_as = self.claims.counts_as(index, self.ship, quality, last)
                if counts_as is not None and self._takes_home(index, quality, cell.last):
                    place = plain(builder.number(self.claims.claimants[index].size, "held"))
                    places.append(place)
                    held[quality].append(place)
                    if counts_as != "nominal" and self.ship.name not in self.claims.outlives_itself:
                        self._pay_once(index, quality, counts_as, cell, place)
            builder.post(leaving <= total_of(places))
        for quality, places in held.items():
            if places:
                builder.post(total_of(places) <= goes * number_of(places_then, quality))

    def _pay_once(self, index: int, quality: str, counts_as: str, cell: Cell, place: Sum) -> None:
        """Charge one slot of a place, unless a stretch in which it can lie is charged already."""
        sat = [
            plain(flow)
            for first, end in self.held.stretches
            if first <= cell.last - 1
            and cell.first - 1 < end
            and (flow := self.held.flows.get((index, self.ship.name, quality, first))) is not None
        ]
        paid = self.posting.builder.number(self.claims.claimants[index].size, "held")
        self.posting.builder.post(place - total_of(sat) <= plain(paid))
        self.held.spend(counts_as, paid, (0, 1))
