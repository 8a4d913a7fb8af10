"""Which rules cost people without a place a seat that goes home empty?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lifeboat.goals.no_place import NoPlace
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Entry, Ledger
from lifeboat.rules import RULES
from lifeboat.rules.audit import audit, ledger_of
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.cpsat.solver import Settings

EFFORT = 0.5
"""The deterministic time one minimisation may take: reasons are a help, not the answer."""


def costs_a_seat(course: Course, ledger: Ledger, settings: Settings) -> tuple[Finding, ...]:
    """What of each rule would be broken if it gave way to somebody who is left without a place
    while a seat goes home empty; nothing if no seat does.
    """
    if not any(_seats_left_empty(course, ledger)):
        return ()
    told: list[Finding] = []
    short = NoPlace().measure(course, ledger)
    for rule in _strict(course.situation):
        if settings.is_over():
            break
        other = _plan_without(course.situation, settings, rule)
        if other is not None and NoPlace().measure(other, ledger_of(other)) < short:
            told += _findings(other, rule)
    return tuple(told)


def _strict(situation: Situation) -> list[str]:
    """The rules that must hold, a seat for everybody aside."""
    others = (rule for rule in RULES if not isinstance(rule, EveryoneHasASeat))
    return [rule.name for rule in others if rule.is_strict(situation)]


def _plan_without(situation: Situation, settings: Settings, rule: str) -> Course | None:
    """A plan that may break a rule; None if none is quickly known."""
    from lifeboat.solving.naming.plan import name_plan
    from lifeboat.solving.search.incumbent import Incumbent
    from lifeboat.solving.search.lexicographic import find_best
    from lifeboat.solving.search.problem import Problem

    rules = {**situation.scenario.rules, rule: "should"}
    loose = situation.scenario.model_copy(update={"rules": rules})
    lax = Situation.of(loose, situation.types)
    limited = replace(settings, effort=EFFORT, rounds=2, to_the_end=False)
    found = find_best(Problem(lax, limited))
    named = name_plan(lax, found, limited) if isinstance(found, Incumbent) else None
    # Places are read as the rule that gives way reads them.
    return None if named is None else Course.of(lax, named.plan)


def _findings(course: Course, rule: str) -> Iterator[Finding]:
    """What breaks a rule in a plan that may break it, as findings of what must hold."""
    for finding in audit(course, ledger_of(course)):
        if finding.rule == rule:
            yield finding.model_copy(update={"strength": "must"})


def _seats_left_empty(course: Course, ledger: Ledger) -> Iterator[Voyage]:
    """The vehicles that leave with a seat that fits somebody who then has no place."""
    without = [entry for entry in ledger.entries if entry.quality == "none"]
    for voyage in course.voyages.values():
        if voyage.undock is None or not _has_room(course, voyage):
            continue
        if any(_could_ride(course, entry, voyage) for entry in without):
            yield voyage


def _has_room(course: Course, voyage: Voyage) -> bool:
    assert voyage.undock is not None
    seats = voyage.ship.leaving(voyage.undock).ride_home.nominal
    return len(course.leavers(voyage)) < seats


def _could_ride(course: Course, entry: Entry, voyage: Voyage) -> bool:
    journey = course.journeys[entry.person]
    assert voyage.undock is not None
    is_there = journey.first < voyage.undock <= entry.end
    return is_there and journey.member.fits(voyage.ship) and journey.home is not voyage
