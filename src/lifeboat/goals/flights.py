"""Flights: launches and undockings on another date than in the plan of record, one each."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.ship import Ship


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
        return total_of(_moved_cost(decide, ship) for ship in decide.situation.ships.values())

    def measure(self, course: Course, ledger: Ledger) -> int:
        end = course.situation.end
        return sum(_is_moved(voyage, end) for voyage in course.voyages.values())


def _is_moved(voyage: Voyage, end: int) -> bool:
    ship = voyage.ship
    planned = (ship.planned, ship.planned_way)
    if voyage.way is not None and (voyage.launch, voyage.way.name) != planned:
        return True
    return _has_a_date(ship) and _up_to(voyage.undock, end) != _up_to(ship.leaves, end)


def _has_a_date(ship: Ship) -> bool:
    return bool(ship.seats) and ship.leaves is not None


def _up_to(slot: int | None, end: int) -> int:
    return end if slot is None else min(end, slot)


def _moved_cost(decide: Decisions, ship: Ship) -> Sum:
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
        _up_to(ship.leaves, decide.situation.end),
    )
    if leaves >= end:
        return decide.flights.flies(ship) - gone.at(end - 1)
    return gone.at(leaves) - gone.at(leaves - 1) if leaves >= 0 else Sum()
