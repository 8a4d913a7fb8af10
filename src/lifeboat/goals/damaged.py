"""Damaged: somebody's only place is in a damaged vehicle."""

from __future__ import annotations

from lifeboat.curves import Sum
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger


class Damaged(Goal):
    name = "damaged"
    quality = "damaged"
    title = "in a damaged vehicle"
    sentence = "Person-days in which somebody's only place is in a damaged vehicle."
    unit = "person-days"

    def cost(self, decide: Decisions) -> Sum:
        return decide.seating.damaged

    def measure(self, course: Course, ledger: Ledger) -> int:
        return ledger.spent("damaged")
