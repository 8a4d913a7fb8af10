"""Reseats: liners moved into another vehicle, for the dates that all other goals lead to."""

from __future__ import annotations

from lifeboat.curves import Sum
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.ledger import Ledger


def reseats(journey: Journey) -> list[tuple[int, str]]:
    """The slots in which a liner is moved into another vehicle, with that vehicle.

    A liner moved out to the station counts only once it is moved into a vehicle again.
    """
    moves, last = [], journey.start
    for sitting in journey.sittings:
        if sitting.ship is not None and sitting.ship != last:
            moves.append((sitting.first, sitting.ship))
        last = sitting.ship
    return moves


class Reseats(Goal):
    name = "reseats"
    title = "reseats"
    sentence = "Liners moved into another vehicle, for the dates already settled."
    unit = "reseats"
    in_time = False
    settled_after_dates = True

    def cost(self, decide: Decisions) -> Sum:
        """Zero: who sits where is decided only once the dates are fixed."""
        return Sum()

    def measure(self, course: Course, ledger: Ledger) -> int:
        return sum(len(reseats(one)) for one in course.journeys.values())
