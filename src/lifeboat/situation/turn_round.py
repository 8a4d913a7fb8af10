"""How long a port stays empty between one vehicle and the next."""

from __future__ import annotations

from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


def turn_round(situation: Situation) -> int:
    """Least slots between two vehicles on one port."""
    return situation.clock.at_least(situation.scenario.station.turn_round)


def offers_places(situation: Situation, ship: Ship) -> bool:
    """Whether a vehicle has a place for anybody at some time within the horizon."""
    spells = (it for it in ship.spells if it.end > 0 and it.first < situation.end)
    return any(spell.places.all for spell in spells)


def turn_between(situation: Situation, before: Ship, after: Ship) -> int:
    """Least slots from when one vehicle leaves a port to when another comes to it.

    Between two that have places it is never none: the second comes after the first has left, and
    whoever had a place in the first has none in that time.
    """
    ends = all(offers_places(situation, ship) for ship in (before, after))
    return max(turn_round(situation), int(ends))
