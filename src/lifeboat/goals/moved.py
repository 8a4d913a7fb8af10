"""Moved: days by which launches and returns are off the plan of record."""

from __future__ import annotations

from lifeboat.curves import Curve, Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.goals.plan_of_record import (
    clip,
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
        "plan of record, within the horizon; who is bumped from a flight has no return to move."
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
            planned = min(end, max(0, ship.planned or 0))
            launched = decide.flights.launched(ship)
            costs.append(decide.spent(launched, 0, planned))
            costs.append(decide.spent(_flies(decide, ship) - launched, planned, end))
        for party in decide.parties:
            if party.one.returns is not None:
                costs += self._returns(decide, party, min(end, max(0, party.one.returns)))
        return total_of(costs)

    def _returns(self, decide: Decisions, party: Party, planned: int) -> list[Sum]:
        down, bound, end = (
            landed(decide, party),
            _with_a_return_to_keep(decide, party),
            decide.situation.end,
        )
        if all(ship == party.one.up for ship, _ in party.one.ways_up):
            return [decide.spent(down, 0, planned), decide.spent(bound - down, planned, end)]
        early = down + bound - party.size
        return [decide.excess(early, 0, planned), decide.excess(bound - down, planned, end)]

    def measure(self, course: Course, ledger: Ledger) -> int:
        end = course.situation.end
        moved = 0
        for ship in planned_flights(course.situation):
            voyage = course.voyages.get(ship.name)
            if voyage is not None and voyage.launch is not None:
                moved += abs(clip(voyage.launch, end) - clip(ship.planned, end))
        for one in course.journeys.values():
            if one.member.returns is not None and (one.member.aboard or flew_as_planned(one)):
                moved += abs(clip(one.landing, end) - clip(one.member.returns, end))
        return moved


def _flies(decide: Decisions, ship: Ship) -> Curve:
    """1 at every slot if a vehicle is launched at all."""
    return decide.always(decide.flights.flies(ship))


def _with_a_return_to_keep(decide: Decisions, party: Party) -> Curve:
    """How many of a party have a planned return to keep: aboard already, or flown as planned."""
    if party.one.aboard:
        return Curve((), party.size)
    return decide.always(flown_as_planned(decide, party))
