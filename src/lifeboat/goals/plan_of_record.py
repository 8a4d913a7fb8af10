"""What the plan of record plans, and who flies as it says."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.plans.course import Journey
from lifeboat.situation.clock import Slots
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


def from_now(planned: Slots | None) -> Slots:
    """The slots that are as planned from the beginning of the horizon on: what was to be before
    can be in its first one at the soonest.
    """
    assert planned is not None, "what has a place in the plan of record has a planned date"
    return Slots(max(0, planned.first), max(1, planned.end))


def planned_flights(situation: Situation) -> list[Ship]:
    """The vehicles that the plan of record launches."""
    ships = situation.ships.values()
    return [ship for ship in ships if not ship.is_docked and ship.planned_within is not None]


def other_flights(situation: Situation) -> list[Ship]:
    """The vehicles that could be launched and are not in the plan of record."""
    ships = situation.ships.values()
    return [ship for ship in ships if not ship.is_docked and ship.planned_within is None]


def has_a_flight(member: Member) -> bool:
    """Whether the plan of record launches somebody."""
    return not member.aboard and member.up is not None


def flew_as_planned(one: Journey | None) -> bool:
    """Whether somebody comes up on their planned vehicle."""
    return one is not None and one.up is not None and one.up.ship.name == one.member.up


def flown_as_planned(decide: Decisions, party: Party) -> Sum:
    """How many of a party come up on their planned vehicle."""
    up = party.one.up
    return total_of(
        decide.people.comes_by(party, *way) for way in party.one.ways_up if way[0] == up
    )


def flown(decide: Decisions, party: Party) -> Sum:
    """How many of a party come up at all."""
    return total_of(decide.people.comes_by(party, *way) for way in party.one.ways_up)
