"""Improvised: somebody's place is not a seat."""

from __future__ import annotations

from lifeboat.curves import Sum
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger


class Improvised(Goal):
    name = "improvised"
    quality = "improvised"
    title = "in an improvised place"
    sentence = "Person-days in which somebody's place is an improvised one."
    unit = "person-days"

    def cost(self, decide: Decisions) -> Sum:
        return decide.seating.improvised

    def measure(self, course: Course, ledger: Ledger) -> int:
        return ledger.spent("improvised")
