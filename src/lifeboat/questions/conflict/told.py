"""A conflict as it is told: each cause with what would be broken, were it alone to give way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lifeboat.answers.conflict import Cause, Conflict
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.premises.premise import Premise
from lifeboat.questions.conflict.alike import Narrowed
from lifeboat.questions.conflict.standing import Standing
from lifeboat.rules.audit import audit, ledger_of, must_findings
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.situation.situation import Situation

MOST_FINDINGS = 3
"""The number of broken rules that are told of each plan."""


def as_told(
    standing: Standing, found: Narrowed, others: Sequence[Narrowed], wanted: str | None
) -> Conflict:
    """The conflict, each of its causes with what a plan without it would break.

    Args:
        standing: the scenario.
        found: the conflict.
        others: the other conflicts there are: what they are about has to give way too.
        wanted: the rule that is asked to hold, where there is a plan that breaks it.
    """
    theirs = [it for _, own in found.alike for it in own]
    apart = [*theirs, *(it for other in others for it in other.all_premises)]
    asked = ("rules", wanted)
    told = (replace(it, see=()) if it.keys == asked else it for it in found.premises)
    causes = tuple(_cause(standing, found, it, apart) for it in told)
    return Conflict(wanted=wanted, because=causes, is_smallest=found.is_smallest)


def _cause(
    standing: Standing, found: Narrowed, premise: Premise, apart: Sequence[Premise]
) -> Cause:
    likewise = () if premise.keys[0] != "people" else tuple(name for name, _ in found.alike)
    gives = _gives(standing, premise, apart) if found.is_smallest else ()
    return Cause(
        premise=premise.name,
        says=premise.says,
        rule=premise.rule,
        see=premise.places,
        likewise=likewise,
        gives=tuple(gives)[:MOST_FINDINGS],
    )


def _gives(standing: Standing, premise: Premise, apart: Sequence[Premise]) -> Iterator[Finding]:
    """What would be broken of a premise in a plan that keeps all the rest, apart from some."""
    if standing.settings.is_over() or premise.rule == PinsHold.name:
        return  # What is pinned would be otherwise.
    course = standing.plan([premise, *apart])
    kept = standing.situation(apart)
    if course is not None and _knows_its_ports(kept, course):
        read = Course.of(kept, course.plan)
        yield from must_findings(audit(read, ledger_of(read)))


def _knows_its_ports(situation: Situation, course: Course) -> bool:
    """Whether a plan uses only ports that there are: no audit reads one that uses a spare one."""
    used = {stop.port for voyage in course.voyages.values() for stop in voyage.stops}
    return used - {None} <= set(situation.scenario.ports)
