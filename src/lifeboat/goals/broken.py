"""Broken: rules that should hold, do not, and have no goal of their own."""

from __future__ import annotations

from lifeboat.curves import Sum
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.rules import RULES


class Broken(Goal):
    name = "broken"
    title = "rules broken"
    sentence = (
        "How often a rule that is a `should`, and has no other goal that pays for it, is broken: "
        "one for each vehicle, port, pair, pin or supply it is broken for."
    )
    unit = "rules broken"
    in_time = False

    def cost(self, decide: Decisions) -> Sum:
        return decide.broken()

    def measure(self, course: Course, ledger: Ledger) -> int:
        subjects = {
            (rule.name, finding.subject)
            for rule in RULES
            if rule.feeds == self.name
            for finding in rule.audit(course, ledger)
            if finding.strength == "should"
        }
        return len(subjects)
