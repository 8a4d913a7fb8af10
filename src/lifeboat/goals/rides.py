"""Rides: people who ride another vehicle than in the plan of record, up or home."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.goals.plan_of_record import flown, flown_as_planned
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


class Rides(Goal):
    name = "rides"
    title = "people on another vehicle"
    sentence = (
        "People who come up, or go home, on another vehicle than in the plan of record; who stays "
        "counts where that vehicle has left without them, or never comes; who was to leave within "
        "the horizon counts unless it is still there at its end, and sound."
    )
    unit = "people"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        return total_of(_others(decide, party) for party in decide.parties)

    def measure(self, course: Course, ledger: Ledger) -> int:
        return sum(
            _rides_another(course, member, course.journeys.get(name))
            for name, member in course.situation.members.items()
        )


def _rides_another(course: Course, member: Member, journey: Journey | None) -> bool:
    if journey is None:
        ships = course.situation.ships
        return member.up is not None and not course.comes_later(ships[member.up])
    if journey.up is not None and journey.up.ship.name != member.up:
        return True
    return _goes_home_otherwise(course, member, journey)


def _goes_home_otherwise(course: Course, member: Member, journey: Journey) -> bool:
    if member.home is None:
        return False
    if journey.home is not None:
        return journey.home.ship.name != member.home
    home = course.situation.ships.get(member.home)
    return home is None or not _may_wait(course, member, home)


def _may_wait(course: Course, member: Member, home: Ship) -> bool:
    """Whether who stays may still go home, after the horizon, on the vehicle planned for it."""
    if not course.is_there_or_to_come(home.name):
        return False
    if not _is_to_leave(course.situation, member, home):
        return True
    return home.name in course.voyages and _takes_home_at_the_end(course.situation, home)


def _is_to_leave(situation: Situation, member: Member, home: Ship) -> bool:
    """Whether the plan of record has them undock on a vehicle within the horizon."""
    returns = member.returns_within
    return returns is not None and returns.end - 1 - home.flight_down < situation.end


def _takes_home_at_the_end(situation: Situation, ship: Ship) -> bool:
    """Whether a vehicle has a sound seat to go home in when the horizon ends."""
    home = ship.spell(situation.end - 1).ride_home
    return home.nominal + home.improvised > 0


def _others(decide: Decisions, party: Party) -> Sum:
    """How many of a party ride another vehicle: they come up together, or not at all."""
    home = _home_otherwise(decide, party)
    if party.one.aboard:
        return home
    return home + decide.above_zero(_up_otherwise(decide, party) - home)


def _up_otherwise(decide: Decisions, party: Party) -> Sum:
    """How many of a party do not come up on their planned vehicle."""
    taken = flown(decide, party)
    if party.one.up is None:
        return taken
    planned, ship = flown_as_planned(decide, party), decide.situation.ships[party.one.up]
    if not ship.comes_later(decide.situation.end):
        return party.size - planned
    without = decide.above_zero(decide.flights.flies(ship) * party.size - planned)
    return without + decide.above_zero(taken - planned - without)


def _home_otherwise(decide: Decisions, party: Party) -> Sum:
    if party.one.home is None:
        return Sum()
    end, ships = decide.situation.end, decide.people.rides_home(party)
    left = {ship.name: decide.people.left_on(party, ship).at(end) for ship in ships}
    others = total_of(count for ship, count in left.items() if ship != party.one.home)
    stay = decide.people.arrived(party).at(end) - total_of(left.values())
    home = decide.situation.ships.get(party.one.home)
    may = Sum() if home is None else _may_take_home(decide, party.one, home)
    return others + decide.above_zero(stay - may * party.size)


def _may_take_home(decide: Decisions, member: Member, home: Ship) -> Sum:
    """1 if a vehicle may still take home, after the horizon, who was to go home on it."""
    gone = decide.flights.gone(home).at(decide.situation.end - 1)
    waits = decide.flights.flies(home) - gone
    if _is_to_leave(decide.situation, member, home):
        return waits if _takes_home_at_the_end(decide.situation, home) else Sum()
    return 1 - gone if home.comes_later(decide.situation.end) else waits
