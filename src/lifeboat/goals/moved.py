"""Moved: days by which launches and returns are off the plan of record."""

from __future__ import annotations

from lifeboat.curves import Curve, Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.goals.plan_of_record import (
    flew_as_planned,
    flown_as_planned,
    planned_flights,
)
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.person_within_limits import landed
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


class Moved(Goal):
    name = "moved"
    title = "launches and returns moved"
    sentence = (
        "Days by which launches, and person-days by which returns, are earlier or later than the "
        "plan of record; who stays beyond the horizon is late by what is left of it, and who is "
        "bumped from a flight has no return to move."
    )
    unit = "days and person-days"

    def dates(self, situation: Situation, dates: Dates) -> None:
        for ship in situation.ships.values():
            for way in ship.ways:
                if ship.planned is not None:
                    dates.anchor(Event(ship.name, "dock"), ship.planned + way.flight)
            for member in situation.members.values():
                if member.returns is not None:
                    undock = Event(ship.name, "undock")
                    dates.anchor(undock, member.returns - ship.flight_down)

    def cost(self, decide: Decisions) -> Sum:
        end = decide.situation.end
        costs = []
        for ship in planned_flights(decide.situation):
            planned, launched = max(0, ship.planned or 0), decide.flights.launched(ship)
            costs.append(decide.spent(launched, 0, planned))
            costs.append(decide.spent(_flies(decide, ship) - launched, planned, end))
        for party in decide.parties:
            if party.one.returns is not None:
                costs += self._returns(decide, party, max(0, party.one.returns))
        return total_of(costs)

    def _returns(self, decide: Decisions, party: Party, planned: int) -> list[Sum]:
        down, bound = landed(decide, party), _with_a_return_to_keep(decide, party)
        end = decide.situation.end
        count, others = decide.spent, Curve()
        if any(ship != party.one.up for ship, _ in party.one.ways_up):
            count, others = decide.excess, bound - party.size
        return [
            count(down + others, 0, planned),
            count(bound - down, planned, end),
            *(
                count(left - left.later(ship.flight_down) + others, max(planned, end), far)
                for ship in decide.people.rides_home(party)
                if (far := end + ship.flight_down) > max(planned, end)
                for left in [decide.people.left_on(party, ship)]
            ),
        ]

    def measure(self, course: Course, ledger: Ledger) -> int:
        end = course.situation.end
        moved = 0
        for ship in planned_flights(course.situation):
            voyage = course.voyages.get(ship.name)
            if voyage is not None and voyage.launch is not None:
                moved += abs(voyage.launch - max(0, ship.planned or 0))
        for one in course.journeys.values():
            if one.member.returns is not None and (one.member.aboard or flew_as_planned(one)):
                moved += _off(one.landing, max(0, one.member.returns), end)
        return moved


def _off(landing: int | None, planned: int, end: int) -> int:
    """Slots between a landing and the planned one; who stays is late by what is left of the
    horizon, if they were to land within it.
    """
    return max(0, end - planned) if landing is None else abs(landing - planned)


def _flies(decide: Decisions, ship: Ship) -> Curve:
    """1 at every slot if a vehicle is launched at all."""
    return decide.always(decide.flights.flies(ship))


def _with_a_return_to_keep(decide: Decisions, party: Party) -> Curve:
    """How many of a party have a planned return to keep: aboard already, or flown as planned."""
    if party.one.aboard:
        return Curve((), party.size)
    return decide.always(flown_as_planned(decide, party))
