"""Cancelled: flights that do not fly or were not to fly, and people who lose theirs."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.goals.plan_of_record import (
    flew_as_planned,
    flown,
    flown_as_planned,
    has_a_flight,
    other_flights,
    planned_flights,
)
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.member import Member


class Cancelled(Goal):
    name = "cancelled"
    title = "flights cancelled or added, people bumped"
    sentence = (
        "Planned flights that do not fly, flights that were not to fly and do, and people who lose "
        "their planned flight up: one each, and one more for a person whom no other flight takes "
        "up within the horizon. A flight planned for after the horizon is not missed within it."
    )
    unit = "flights and people"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        situation = decide.situation
        flights = [
            1 - decide.flights.flies(ship)
            for ship in planned_flights(situation)
            if not ship.comes_later(situation.end)
        ]
        flights += [decide.flights.flies(ship) for ship in other_flights(situation)]
        bumped = [_bumped(decide, it) for it in decide.parties if has_a_flight(it.one)]
        return total_of([*flights, *bumped])

    def measure(self, course: Course, ledger: Ledger) -> int:
        flights = sum(
            ship.name not in course.voyages and not course.comes_later(ship)
            for ship in planned_flights(course.situation)
        )
        flights += sum(ship.name in course.voyages for ship in other_flights(course.situation))
        return flights + sum(
            _times_bumped(course, member)
            for member in course.situation.members.values()
            if has_a_flight(member)
        )


def _times_bumped(course: Course, member: Member) -> int:
    journey = course.journeys.get(member.name)
    if course.comes_later(course.situation.ships[str(member.up)]):
        return int(journey is not None)
    return 2 - (journey is not None) - flew_as_planned(journey)


def _bumped(decide: Decisions, party: Party) -> Sum:
    """How many of a party lose their planned flight, and how many of these get no other."""
    planned, taken = flown_as_planned(decide, party), flown(decide, party)
    ship = decide.situation.ships[str(party.one.up)]
    if not ship.comes_later(decide.situation.end):
        return 2 * party.size - planned - taken
    flies = decide.flights.flies(ship) * party.size
    lost = decide.above_zero(2 * flies - planned - taken)
    return lost + decide.above_zero(taken - planned - flies)
