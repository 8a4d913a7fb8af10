"""Who may have which place: people grouped by their claims, and vehicles pooled by their places.

People with the same claim to every place are one group of *claimants*. Vehicles whose places
count the same for all claimants are pooled, unless it matters who sits in one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lifeboat.decisions import Party
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson
from lifeboat.rules.vehicle_within_its_life import may_outlive_itself
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER, Places, Ship
from lifeboat.situation.situation import Situation
from lifeboat.solving.formulation.people import PeopleVariables

QUALITIES = ("nominal", "improvised", "damaged")


@dataclass(frozen=True, slots=True)
class Claimants:
    """People with the same claim to every place."""

    parties: tuple[Party, ...]

    @property
    def one(self) -> Party:
        return self.parties[0]

    @property
    def size(self) -> int:
        return sum(party.size for party in self.parties)


@dataclass(frozen=True)
class Claims:
    """Who claims places, in which vehicles, and what each place counts as for whom."""

    ships: tuple[Ship, ...]
    """The vehicles that ever have places, or that a pin of a liner names."""
    claimants: tuple[Claimants, ...]
    pinned: frozenset[str]
    """The people whose place or liner a pin is about."""
    alone: frozenset[str]
    """The vehicles that are pooled with no other."""
    is_strict: bool
    """Whether a place that does not fit is no place at all."""
    outlives_itself: frozenset[str]
    """The vehicles that may be past their life, depending on when they are launched."""
    wears_out: frozenset[str]
    """Those, and the vehicles launched already that are past their life before the end."""

    @cached_property
    def _fits(self) -> dict[tuple[int, str], tuple[bool, bool]]:
        """Whether its seats, and its improvised places, fit some claimants, by vehicle."""
        return {
            (index, ship.name): (them.one.one.fits(ship), them.one.one.fits_improvised(ship))
            for index, them in enumerate(self.claimants)
            for ship in self.ships
        }

    def counts_as(self, index: int, ship: Ship, quality: str, first: int) -> str | None:
        """The quality a place has for some claimants; None if they may not have it.

        A vehicle in `outlives_itself` is taken to be within its life.
        """
        place = self.place_for(index, ship, quality, first)
        is_over = first >= ship.life_over(ship.launched)
        return "damaged" if place is not None and is_over else place

    def place_for(self, index: int, ship: Ship, quality: str, first: int) -> str | None:
        """The quality a place would have for some claimants, were the vehicle not past its life."""
        fits, fits_improvised = self._fits[index, ship.name]
        fits = fits_improvised if quality == "improvised" else fits
        if fits and self.claimants[index].one.one.can_move_into(ship, first):
            return quality
        if self.is_strict:
            return None
        return "damaged" if quality == "damaged" else "improvised"

    def pools(self, quality: str, first: int) -> list[tuple[str | None, list[Ship]]]:
        """The pools of vehicles with places of a quality: the vehicle's name if it is alone, else
        None, and the vehicles of the pool, all taken to be within their life.
        """
        pools: dict[object, list[Ship]] = {}
        for ship in self.ships:
            if number_of(ship.spell(first).places, quality):
                kinds = range(len(self.claimants))
                claims = tuple(self.place_for(kind, ship, quality, first) for kind in kinds)
                pools.setdefault(ship.name if ship.name in self.alone else claims, []).append(ship)
        return [(key if isinstance(key, str) else None, ships) for key, ships in pools.items()]


def number_of(places: Places, quality: str) -> int:
    """How many of some places have a quality."""
    number: int = getattr(places, quality)
    return number


def claims_on_places(situation: Situation, people: PeopleVariables) -> Claims:
    """The claims on all places of a situation."""
    pins = situation.scenario.pins.values()
    named = {pin.liner for pin in pins}
    ships = [it for it in situation.ships.values() if _ever_has_places(it) or it.name in named]
    pinned = frozenset(str(pin.person) for pin in pins if pin.is_about_a_liner)
    claimants = _claimants(people.parties, ships, pinned)
    strict = SeatFitsItsPerson().is_strict(situation)
    outlives_itself = frozenset(it.name for it in ships if may_outlive_itself(situation, it))
    worn = {it.name for it in ships if it.wears_out(it.launched, situation.end)}
    alone = frozenset(
        ship.name
        for ship in ships
        if not strict
        or any(waits_for(it.one.one, ship) for it in claimants)
        or _is_pinned(situation, people, claimants, pinned, ship)
        or _is_told_apart(claimants, ship)
    )
    wears_out = outlives_itself | worn
    return Claims(tuple(ships), claimants, pinned, alone, strict, outlives_itself, wears_out)


def _ever_has_places(ship: Ship) -> bool:
    return any(spell.places != Places() for spell in ship.spells)


def _claimants(
    parties: Sequence[Party], ships: Sequence[Ship], pinned: frozenset[str]
) -> tuple[Claimants, ...]:
    groups: dict[object, list[Party]] = {}
    for party in parties:
        one = party.one
        claims = tuple(
            (
                one.fits(ship),
                one.fits_improvised(ship),
                one.can_move_into(ship, -FOREVER + 1),
                waits_for(one, ship),
            )
            for ship in ships
        )
        key = (claims, one.name if one.name in pinned else None)
        groups.setdefault(key, []).append(party)
    return tuple(Claimants(tuple(group)) for group in groups.values())


def waits_for(member: Member, ship: Ship) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """What has to be delivered for a seat and for an improvised place; empty if for neither."""
    waits = member.waits_for(ship), member.waits_for(ship, improvised=True)
    return waits if any(waits) else ()


def _is_pinned(
    situation: Situation,
    people: PeopleVariables,
    claimants: Sequence[Claimants],
    pinned: frozenset[str],
    ship: Ship,
) -> bool:
    """Whether a pin is about a place in it, or about somebody who may go home in it."""
    pins = situation.scenario.pins.values()
    return any(ship.name in (pin.seat, pin.liner) for pin in pins) or any(
        it.one.one.name in pinned and ship in people.rides_home(it.one) for it in claimants
    )


def _is_told_apart(claimants: Sequence[Claimants], ship: Ship) -> bool:
    """Whether it matters who sits in this vehicle just before it leaves."""
    fitting = [it for it in claimants if it.one.one.fits(ship)]
    loose = any(it.ride_home.improvised or it.ride_home.damaged for it in ship.spells)
    return loose or len(fitting) > 1 or ship.reseat_from > 0
