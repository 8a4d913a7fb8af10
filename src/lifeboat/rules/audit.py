"""Checks every rule on a plan, with code that knows nothing of how the plan was found."""

from __future__ import annotations

from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules import RULES
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson


def ledger_of(course: Course) -> Ledger:
    """The seat ledger as the scenario's rules read it."""
    return Ledger.of(course, loose_fit=not SeatFitsItsPerson().is_strict(course.situation))


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
