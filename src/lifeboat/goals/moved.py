"""Moved: days by which launches and returns are off the plan of record."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Curve, Sum, total, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.goals.plan_of_record import (
    flew_as_planned,
    flown_as_planned,
    from_now,
    planned_flights,
)
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.plan import Flight
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


class Moved(Goal):
    name = "moved"
    title = "launches and returns moved"
    sentence = (
        "Days by which launches, and person-days by which returns, are earlier or later than the "
        "plan of record; who stays beyond the horizon is late by what is left of it, and who is "
        "bumped from a flight has no return to move. Where a month, a quarter or no date is "
        "planned, any time within is as planned."
    )
    unit = "days and person-days"

    def dates(self, situation: Situation, dates: Dates) -> None:
        for ship in situation.ships.values():
            for way in ship.ways:
                if (planned := ship.planned_within) is not None:
                    dates.anchor(Event(ship.name, "dock"), *planned.later(way.flight).edges)
            for member in situation.members.values():
                if (planned := member.returns_within) is not None:
                    undock = Event(ship.name, "undock")
                    soon, _ = member.flight_down(ship)
                    dates.anchor(undock, *planned.later(-soon).edges)

    def cost(self, decide: Decisions) -> Sum:
        costs = []
        for ship in planned_flights(decide.situation):
            first, last = from_now(ship.planned_within).edges
            launched = decide.flights.launched(ship)
            costs.append(decide.spent(launched, end=first))
            costs.append(decide.spent(_flies(decide, ship) - launched, last))
        for party in decide.parties:
            if party.one.returns_within is not None:
                costs += self._returns(decide, party, from_now(party.one.returns_within))
        return total_of(costs)

    def _returns(self, decide: Decisions, party: Party, planned: Slots) -> list[Sum]:
        bound = _with_a_return_to_keep(decide, party)
        down, surely = (_landed(decide, party, late) for late in (False, True))
        first, last = planned.edges
        count, others = decide.spent, Curve()
        if any(ship != party.one.up for ship, _ in party.one.ways_up):
            count, others = decide.excess, bound - party.size
        return [
            count(surely + others, end=first),
            count(bound - down, last),
            *(
                count(flying + others, max(last, decide.situation.end), landed)
                for flying, landed in _flying_at_the_end(decide, party)
            ),
        ]

    def measure(self, course: Course, ledger: Ledger) -> int:
        end = course.situation.end
        moved = 0
        for ship in planned_flights(course.situation):
            launch = _launched(course, ship)
            if launch is not None:
                moved += abs(from_now(ship.planned_within).off(max(0, launch)))
        for one in course.journeys.values():
            returns = one.member.returns_within
            if returns is not None and (one.member.aboard or flew_as_planned(one)):
                moved += _off(one, from_now(returns), end)
        return moved


def _launched(course: Course, ship: Ship) -> int | None:
    """When it is launched, also where a plan tells it for after the horizon."""
    voyage, flight = course.voyages.get(ship.name), course.plan.flights.get(ship.name, Flight())
    if voyage is not None:
        return voyage.launch
    if flight.launch is None or flight.cancelled:
        return None
    return course.situation.clock.at(flight.launch)


def _off(one: Journey, planned: Slots, end: int) -> int:
    """Slots between the planned landing and the nearest that can be, of two at most; who stays is
    late by what is left of the horizon, if they were to land within it.
    """
    stays = max(0, end - planned.edges[1])
    return min((abs(planned.off(it)) for it in one.lands if it is not None), default=stays)


def _flies(decide: Decisions, ship: Ship) -> Curve:
    """1 at every slot if a vehicle is launched at all."""
    return decide.always(decide.flights.flies(ship))


def _landed(decide: Decisions, party: Party, late: bool) -> Curve:
    """How many of a party have landed, each as early or as late as the plan of record allows."""
    return total(
        decide.people.left_on(party, ship).later(party.one.flight_down(ship)[late])
        for ship in decide.people.rides_home(party)
    )


def _flying_at_the_end(decide: Decisions, party: Party) -> Iterator[tuple[Curve, int]]:
    """By vehicle: how many of a party are on their way home in it, and by when they have landed."""
    for ship in decide.people.rides_home(party):
        flight, _ = party.one.flight_down(ship)
        left = decide.people.left_on(party, ship)
        yield left - left.later(flight), decide.situation.end + flight


def _with_a_return_to_keep(decide: Decisions, party: Party) -> Curve:
    """How many of a party have a planned return to keep: aboard already, or flown as planned."""
    if party.one.aboard:
        return Curve((), party.size)
    return decide.always(flown_as_planned(decide, party))
