"""Flights: launches and undockings on another date than in the plan of record, one each."""

from __future__ import annotations

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.clock import Slots
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
    if voyage.way is not None and not _is_launched_as_planned(voyage):
        return True
    return not _is_gone_as_planned(voyage, end)


def _is_launched_as_planned(voyage: Voyage) -> bool:
    planned, launch = voyage.ship.planned_within, voyage.launch
    assert launch is not None, "what flies in a mode has been launched"
    is_in_time = planned is not None and launch in planned
    return is_in_time and voyage.way == voyage.ship.way(voyage.ship.planned_way)


def _is_gone_as_planned(voyage: Voyage, end: int) -> bool:
    leaves = _planned_departure(voyage.ship)
    if leaves is None:
        return True
    return leaves.end > end if voyage.undock is None else voyage.undock in leaves


def _planned_departure(ship: Ship) -> Slots | None:
    """When it is to undock, if it has seats; None if that is not planned or of no account."""
    return ship.leaves_within if ship.seats else None


def _moved_cost(decide: Decisions, ship: Ship) -> Sum:
    launched = Sum() if ship.is_docked else decide.flights.flies(ship) - _launched_in(decide, ship)
    leaves = _planned_departure(ship)
    if leaves is None:
        return launched
    undocked = decide.flights.flies(ship) - _undocked_in(decide, ship, leaves)
    return launched + decide.above_zero(undocked - launched)


def _launched_in(decide: Decisions, ship: Ship) -> Sum:
    """1 if it is launched when planned, in its planned mode, as what is on its way has been."""
    planned = ship.planned_within
    if planned is None:
        return Sum()
    launched = decide.flights.launched(ship, ship.way(ship.planned_way))
    return launched.at(planned.end - 1) - launched.at(planned.first - 1)


def _undocked_in(decide: Decisions, ship: Ship, leaves: Slots) -> Sum:
    """1 if it undocks when planned, or stays as planned."""
    gone, end = decide.flights.gone(ship), decide.situation.end
    by_then = gone.at(leaves.end - 1) if leaves.end <= end else decide.flights.flies(ship)
    return by_then - gone.at(leaves.first - 1)
