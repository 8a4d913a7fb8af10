"""Who has which place in one vehicle while nothing about it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lifeboat.situation.member import Member
from lifeboat.situation.ship import Places, Ship

Quality = Literal["nominal", "improvised", "damaged", "none"]
Kind = Literal["seat", "extra"]
Options = Mapping[Kind, Quality]
"""The places somebody may have: what a place of each kind would count as for them."""
Shared = dict[str, Quality]
"""The place of everybody who has one."""


@dataclass(frozen=True, slots=True)
class Sharer:
    """Somebody whose liner is in the vehicle."""

    name: str
    options: Options
    leaves: bool
    """Whether they leave in it in the next slot."""
    homely: frozenset[str]
    """If they do: the qualities of the places they may ride home in."""
    pins: frozenset[str]
    """The pins that keep them in a place here."""

    def rides_well(self, shared: Shared) -> bool:
        """Whether they leave from a place to ride home in."""
        return shared.get(self.name) in self.homely


def sharer(
    member: Member, ship: Ship, slot: int, any_fit: bool, leaves: bool, pins: Iterable[str]
) -> Sharer:
    """Somebody whose liner is in a vehicle in a slot, and the places there they may have.

    Args:
        member: the person.
        ship: the vehicle.
        slot: the slot.
        any_fit: whether they may have a place that does not fit.
        leaves: whether they leave in it in the next slot.
        pins: the pins that keep them in a place here.
    """
    options = dict(_places_for(member, ship, slot, any_fit))
    homely = _homely(member, ship, slot, any_fit) if leaves else frozenset[str]()
    return Sharer(member.name, options, leaves, homely, frozenset(pins))


def shared_out(
    places: Places, people: Sequence[Sharer], leavers_first: bool, pins_first: bool
) -> Shared:
    """Who has which place: as many as can be, in as good places as can be.

    Args:
        places: the vehicle's places.
        people: those whose liners are in it, in the order in which they are served.
        leavers_first: whether those who leave next come first, on places to ride home in.
        pins_first: whether those pinned to a place come before others.
    """
    seated: dict[str, Options] = {}
    for one, options in _served(people, leavers_first, pins_first):
        more = {**seated, one.name: options}
        if options and one.name not in seated and _is_room(places, more.values()):
            seated = more
    return _placed(places, seated)


def _places_for(
    member: Member, ship: Ship, slot: int, any_fit: bool
) -> Iterator[tuple[Kind, Quality]]:
    places = ship.spell(slot).places
    is_ready = member.can_move_into(ship, slot)
    fits = is_ready and member.fits(ship)
    if fits or any_fit:
        if places.damaged:
            yield "seat", "damaged"
        elif places.nominal:
            yield "seat", "nominal" if fits else "improvised"
    if places.improvised and (any_fit or (is_ready and member.fits_improvised(ship))):
        yield "extra", "improvised"


def _homely(member: Member, ship: Ship, slot: int, any_fit: bool) -> frozenset[str]:
    """The qualities of the places somebody may ride home in who leaves after a slot."""
    fits = any_fit or member.fits(ship) or not ship.worsens(slot + 1)
    return ship.homely(slot + 1) if fits else frozenset()


def _served(
    people: Sequence[Sharer], leavers_first: bool, pins_first: bool
) -> Iterator[tuple[Sharer, Options]]:
    """Everybody in the order of their claims, with the places they may have by that claim."""
    if leavers_first:
        for one in people:
            yield one, {kind: it for kind, it in one.options.items() if it in one.homely}
    if pins_first:
        yield from ((one, one.options) for one in people if one.pins)
    for one in sorted(people, key=lambda it: not _fits(it.options)):
        yield one, one.options


def _fits(options: Options) -> bool:
    """Whether a seat would be a proper one."""
    return options.get("seat") in ("nominal", "damaged")


def _is_room(places: Places, claims: Iterable[Options]) -> bool:
    """Whether there is a place for everybody: for those who need a seat, an extra place, any."""
    kinds = [set(options) for options in claims]
    seats = places.nominal + places.damaged
    return (
        kinds.count({"seat"}) <= seats
        and kinds.count({"extra"}) <= places.improvised
        and len(kinds) <= seats + places.improvised
    )


def _placed(places: Places, seated: Mapping[str, Options]) -> Shared:
    """Seats go to those who need one, then to those whom they fit."""

    def order(name: str) -> tuple[bool, bool]:
        return "extra" in seated[name], not _fits(seated[name])

    seats = places.nominal + places.damaged
    in_seats = sorted((it for it in seated if "seat" in seated[it]), key=order)[:seats]
    return {
        name: options["seat"] if name in in_seats else "improvised"
        for name, options in seated.items()
    }
