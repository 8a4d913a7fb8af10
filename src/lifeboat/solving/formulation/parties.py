"""People who are interchangeable until they are named."""

from __future__ import annotations

from dataclasses import replace

from lifeboat.decisions import Party
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.pins_hold import pinned_people
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Places, Ship
from lifeboat.situation.situation import Situation


def parties(situation: Situation) -> tuple[Party, ...]:
    """Everybody, in parties of people whom nothing in the scenario tells apart."""
    groups: dict[object, list[Member]] = {}
    followed = {member.follows for member in situation.members.values()}
    for member in situation.members.values():
        is_followed = member.name in followed
        groups.setdefault((_alike(situation, member), is_followed and member.name), []).append(
            member
        )
    return tuple(Party(tuple(members)) for members in groups.values())


def homes(situation: Situation, party: Party) -> tuple[Ship, ...]:
    """The vehicles that can take them home."""
    strict = HomeOnASoundSeat().is_strict(situation)
    any_fit = not SeatFitsItsPerson().is_strict(situation)
    return tuple(
        ship
        for ship in situation.ships.values()
        if (_takes(ship, party.one, any_fit) if strict else _has_places(ship))
    )


def _alike(situation: Situation, member: Member) -> object:
    """Equal for people whom nothing in the scenario tells apart but name and agency."""
    pinned = member.name if member.name in pinned_people(situation) else None
    gear = tuple(ship.brings.get(member.name) for ship in situation.ships.values())
    return pinned, gear, replace(member, name="", agency="")


def _takes(ship: Ship, member: Member, any_fit: bool) -> bool:
    homely = [spell.ride_home for spell in ship.spells if spell.end > 0]
    if any_fit and any(it.improvised or it.damaged for it in homely):
        return True
    seated = member.fits(ship) and any(it.nominal or it.damaged for it in homely)
    return seated or (member.fits_improvised(ship) and any(it.improvised for it in homely))


def _has_places(ship: Ship) -> bool:
    return any(spell.places != Places() for spell in ship.spells if spell.end > 0)
