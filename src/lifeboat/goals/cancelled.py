"""Cancelled: flights that do not fly or were not to fly, and people who lose theirs."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions
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


class Cancelled(Goal):
    name = "cancelled"
    title = "flights cancelled or added, people bumped"
    sentence = (
        "Planned flights that do not fly, flights that were not to fly and do, and people who lose "
        "their planned flight up: one each, and one more for a person whom no other flight takes "
        "up within the horizon."
    )
    unit = "flights and people"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        flights = [1 - decide.flights.flies(ship) for ship in planned_flights(decide.situation)]
        flights += [decide.flights.flies(ship) for ship in other_flights(decide.situation)]
        bumped = []
        for party in decide.parties:
            if has_a_flight(party.one):
                bumped.append(
                    2 * party.size - flown_as_planned(decide, party) - flown(decide, party)
                )
        return total_of([*flights, *bumped])

    def measure(self, course: Course, ledger: Ledger) -> int:
        flights = sum(ship.name not in course.voyages for ship in planned_flights(course.situation))
        flights += sum(ship.name in course.voyages for ship in other_flights(course.situation))
        return flights + sum(
            2 - (name in course.journeys) - flew_as_planned(course.journeys.get(name))
            for name, member in course.situation.members.items()
            if has_a_flight(member)
        )
