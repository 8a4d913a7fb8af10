"""No place: somebody aboard has none at all."""

from __future__ import annotations

from fractions import Fraction

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

    def measure(self, course: Course, ledger: Ledger) -> int | Fraction:
        lapses = sum(lapse.slots(course) for lapse in ledger.lapses)
        return ledger.spent("none") + lapses
