"""Goals 1 to 3: the best place for everybody, every slot."""

from __future__ import annotations

from lifeboat.curves import Sum
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger


class NoPlace(Goal):
    name = "no-place"
    quality = "none"
    title = "without a place"
    sentence = "Person-days in which somebody aboard has no place at all."
    unit = "person-days"

    def cost(self, decide: Decisions) -> Sum:
        return decide.seating.none

    def measure(self, course: Course, ledger: Ledger) -> int:
        return ledger.spent("none")


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
