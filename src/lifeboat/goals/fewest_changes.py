"""Goals 6 and 7: as little as possible of the plan of record is changed."""

from __future__ import annotations

from lifeboat.curves import Curve, Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.person_within_limits import landed
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


class Cancelled(Goal):
    name = "cancelled"
    title = "flights cancelled, people bumped"
    sentence = (
        "Planned flights that do not fly, and people who lose their planned flight up: one each, "
        "and one more for a person whom no other flight takes up within the horizon."
    )
    unit = "flights and people"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        flights = [1 - decide.flights.flies(ship) for ship in _planned(decide.situation)]
        bumped = []
        for party in decide.parties:
            if _has_a_flight(party.one):
                bumped.append(
                    2 * party.size - flown_as_planned(decide, party) - flown(decide, party)
                )
        return total_of([*flights, *bumped])

    def measure(self, course: Course, ledger: Ledger) -> int:
        flights = sum(ship.name not in course.voyages for ship in _planned(course.situation))
        return flights + sum(
            2 - (name in course.journeys) - _flew_as_planned(course.journeys.get(name))
            for name, member in course.situation.members.items()
            if _has_a_flight(member)
        )


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
        for ship in _planned(decide.situation):
            planned = min(end, max(0, ship.planned or 0))
            launched = decide.flights.launched(ship)
            costs.append(decide.spent(launched, 0, planned))
            costs.append(decide.spent(_flies(decide, ship) - launched, planned, end))
        for party in decide.parties:
            if party.one.returns is not None:
                costs += self._returns(decide, party, min(end, max(0, party.one.returns)))
        return total_of(costs)

    def _returns(self, decide: Decisions, party: Party, planned: int) -> list[Sum]:
        down, bound, end = landed(decide, party), _bound(decide, party), decide.situation.end
        if all(ship == party.one.up for ship, _ in party.one.ways_up):
            return [decide.spent(down, 0, planned), decide.spent(bound - down, planned, end)]
        early = down + bound - party.size
        return [decide.excess(early, 0, planned), decide.excess(bound - down, planned, end)]

    def measure(self, course: Course, ledger: Ledger) -> int:
        end = course.situation.end
        moved = 0
        for ship in _planned(course.situation):
            voyage = course.voyages.get(ship.name)
            if voyage is not None and voyage.launch is not None:
                moved += abs(_clip(voyage.launch, end) - _clip(ship.planned, end))
        for one in course.journeys.values():
            if one.member.returns is not None and (one.member.aboard or _flew_as_planned(one)):
                moved += abs(_clip(one.landing, end) - _clip(one.member.returns, end))
        return moved


def _clip(slot: int | None, end: int) -> int:
    return end if slot is None else min(end, max(0, slot))


def _planned(situation: Situation) -> list[Ship]:
    ships = situation.ships.values()
    return [ship for ship in ships if not ship.is_docked and ship.planned is not None]


def _has_a_flight(member: Member) -> bool:
    return not member.aboard and member.up is not None


def _flew_as_planned(one: Journey | None) -> bool:
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


def _flies(decide: Decisions, ship: Ship) -> Curve:
    """1 throughout if a ship is launched at all."""
    return decide.always(decide.flights.flies(ship))


def _bound(decide: Decisions, party: Party) -> Curve:
    """How many of a party have their planned return to keep: aboard, or flown as planned."""
    if party.one.aboard:
        return Curve((), party.size)
    return decide.always(flown_as_planned(decide, party))
