"""Checks every rule on a plan, with code that knows nothing of how the plan was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger, Reading
from lifeboat.rules import RULES
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson
from lifeboat.scenario.scenario import GoalItem, ToleratedGoal
from lifeboat.situation.situation import Situation


def ledger_of(course: Course) -> Ledger:
    """The seat ledger as the scenario's rules read it."""
    situation = course.situation
    any_fit, home, pins = (
        not rule.is_strict(situation)
        for rule in (SeatFitsItsPerson(), HomeOnASoundSeat(), PinsHold())
    )
    return Ledger.of(course, Reading(any_fit, home, pins, _price_in(situation)))


def _price_in(situation: Situation) -> Callable[[Mapping[str, int]], tuple[int, ...]]:
    """What places and broken rules cost in the goals of a scenario, in their order; first of all
    somebody without a place, where nobody may be.
    """
    said = situation.scenario.goals or ("no-place", "damaged", "improvised", "broken")
    levels = [_in_slots(item, situation.clock.per_day) for item in said]
    if EveryoneHasASeat().is_strict(situation):
        levels = [_in_slots(EveryoneHasASeat.feeds, situation.clock.per_day), *levels]
    return lambda counted: tuple(
        sum(level.get(name, 0) * it for name, it in counted.items()) for level in levels
    )


def _in_slots(item: GoalItem, per_day: int) -> dict[str, int]:
    """The weights of a priority, of a rule broken as much as of a day."""
    goals = item.goal if isinstance(item, ToleratedGoal) else item
    weights = {goals: 1} if isinstance(goals, str) else goals
    return {name: it * (per_day if name == "broken" else 1) for name, it in weights.items()}


def audit(course: Course, ledger: Ledger) -> tuple[Finding, ...]:
    """Every finding, by rule and then in order of time."""
    found = [finding for rule in RULES for finding in _in_time(list(rule.audit(course, ledger)))]
    return tuple(found)


def must_findings(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings of `must` rules, which no answer may have."""
    return tuple(finding for finding in findings if finding.strength == "must")


def _in_time(findings: list[Finding]) -> list[Finding]:
    def when(finding: Finding) -> tuple[bool, str, str, str]:
        first = finding.first
        told = "" if first is None else first.isoformat()
        return first is None, told, finding.subject, finding.message

    return sorted(findings, key=when)
