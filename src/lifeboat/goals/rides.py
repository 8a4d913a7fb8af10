"""Rides: people who ride another vehicle than in the plan of record, up or home."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.goals.plan_of_record import flown, flown_as_planned
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.member import Member
from lifeboat.situation.situation import Situation


class Rides(Goal):
    name = "rides"
    title = "people on another vehicle"
    sentence = (
        "People who come up, or go home, on another vehicle than in the plan of record; who was "
        "to leave within the horizon and stays, or the other way round, counts too."
    )
    unit = "people"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        return total_of(_others(decide, party) for party in decide.parties)

    def measure(self, course: Course, ledger: Ledger) -> int:
        return sum(
            _rides_another(course.situation, member, course.journeys.get(name))
            for name, member in course.situation.members.items()
        )


def _rides_another(situation: Situation, member: Member, journey: Journey | None) -> bool:
    up = None if journey is None or journey.up is None else journey.up.ship.name
    if not member.aboard and up != member.up:
        return True
    return journey is not None and _goes_home_otherwise(situation, member, journey)


def _goes_home_otherwise(situation: Situation, member: Member, journey: Journey) -> bool:
    home = None if journey.home is None else journey.home.ship.name
    if _is_to_leave(situation, member):
        return member.home not in (None, home)
    return home not in (None, member.home) and _is_told(member)


def _is_to_leave(situation: Situation, member: Member) -> bool:
    """Whether the plan of record has them undock within the horizon."""
    home = situation.ships.get(member.home or "")
    down = 0 if home is None else home.flight_down
    return member.returns is not None and member.returns - down < situation.end


def _is_told(member: Member) -> bool:
    return member.home is not None or member.returns is not None


def _others(decide: Decisions, party: Party) -> Sum:
    """How many of a party ride another vehicle: they come up together, or not at all."""
    home = _home_otherwise(decide, party)
    if party.one.aboard:
        return home
    if party.one.up is None:
        up = flown(decide, party)
    else:
        up = party.size - flown_as_planned(decide, party)
    return home + decide.above_zero(up - home)


def _home_otherwise(decide: Decisions, party: Party) -> Sum:
    one, last = party.one, decide.situation.end - 1
    left = {
        ship.name: decide.people.left_on(party, ship).at(last)
        for ship in decide.people.rides_home(party)
    }
    if _is_to_leave(decide.situation, one):
        came = decide.people.arrived(party).at(last)
        return Sum() if one.home is None else came - left.get(one.home, Sum())
    if not _is_told(one):
        return Sum()
    return total_of(count for ship, count in left.items() if ship != one.home)
