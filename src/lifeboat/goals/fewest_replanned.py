"""Goals of a replan: few people on another vehicle, few flights on another date."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals.fewest_changes import flown, flown_as_planned
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship
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


class Flights(Goal):
    name = "flights"
    title = "flights moved"
    sentence = (
        "Flights launched on another date or in another mode than in the plan of record or, if "
        "they have seats, undocked on another date; one each. A flight that was not to fly counts "
        "if it does."
    )
    unit = "flights"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        return total_of(_moved(decide, ship) for ship in decide.situation.ships.values())

    def measure(self, course: Course, ledger: Ledger) -> int:
        end = course.situation.end
        return sum(_is_moved(voyage, end) for voyage in course.voyages.values())


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


def _is_moved(voyage: Voyage, end: int) -> bool:
    ship = voyage.ship
    planned = (ship.planned, ship.planned_way)
    if voyage.way is not None and (voyage.launch, voyage.way.name) != planned:
        return True
    return _has_a_date(ship) and _clip(voyage.undock, end) != _clip(ship.leaves, end)


def _has_a_date(ship: Ship) -> bool:
    return bool(ship.seats) and ship.leaves is not None


def _clip(slot: int | None, end: int) -> int:
    return end if slot is None else min(end, slot)


def _moved(decide: Decisions, ship: Ship) -> Sum:
    launched = Sum() if ship.is_docked else decide.flights.flies(ship) - _launched_in(decide, ship)
    if not _has_a_date(ship):
        return launched
    undocked = decide.flights.flies(ship) - _undocked_in(decide, ship)
    return launched + decide.above_zero(undocked - launched)


def _launched_in(decide: Decisions, ship: Ship) -> Sum:
    """1 if it is launched in its planned slot and mode."""
    way = ship.way(ship.planned_way)
    if way is None or ship.planned is None or not 0 <= ship.planned < decide.situation.end:
        return Sum()
    launched = decide.flights.launched(ship, way)
    return launched.at(ship.planned) - launched.at(ship.planned - 1)


def _undocked_in(decide: Decisions, ship: Ship) -> Sum:
    """1 if it undocks in its planned slot, or stays as planned."""
    gone, end, leaves = (
        decide.flights.gone(ship),
        decide.situation.end,
        _clip(ship.leaves, decide.situation.end),
    )
    if leaves >= end:
        return decide.flights.flies(ship) - gone.at(end - 1)
    return gone.at(leaves) - gone.at(leaves - 1) if leaves >= 0 else Sum()
