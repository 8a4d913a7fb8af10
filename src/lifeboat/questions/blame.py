"""Which rules stand in the way: of any plan, or of a seat for somebody who has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def conflict(
    situation: Situation, settings: Settings
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Rules that cannot hold together though any fewer of them could, and for each of them what
    would be broken in a plan that keeps all the others.

    Rules are left out one after another as long as there is no plan; what remains is verified by
    that. Nothing is told where that is not quickly decided.
    """
    relaxed: frozenset[str] = frozenset()
    for rule in _strict(situation):
        if _plan_without(situation, settings, relaxed | {rule}) is False:
            relaxed |= {rule}
    needed = tuple(name for name in _strict(situation) if name not in relaxed)
    told: list[Finding] = []
    for rule in needed:
        course = _plan_without(situation, settings, relaxed | {rule})
        if not isinstance(course, Course):
            return (), ()
        told += _findings(course, rule)
    return needed, tuple(told)


def costs_a_seat(course: Course, ledger: Ledger, settings: Settings) -> tuple[Finding, ...]:
    """What of each rule would be broken if it gave way to somebody who is left without a place
    while a seat goes home empty; nothing if no seat does.
    """
    if not any(_seats_left_empty(course, ledger)):
        return ()
    told: list[Finding] = []
    short = NoPlace().measure(course, ledger)
    for rule in _strict(course.situation):
        other = _plan_without(course.situation, settings, frozenset({rule}))
        if isinstance(other, Course) and NoPlace().measure(other, ledger_of(other)) < short:
            told += _findings(other, rule)
    return tuple(told)


def _strict(situation: Situation) -> list[str]:
    """The rules that must hold, a seat for everybody aside."""
    others = (rule for rule in RULES if not isinstance(rule, EveryoneHasASeat))
    return [rule.name for rule in others if rule.is_strict(situation)]


def _plan_without(
    situation: Situation, settings: Settings, relaxed: Iterable[str]
) -> Course | bool | None:
    """A plan that may break some rules; False if it is proven that there is none, None if neither
    is quickly known.
    """
    from lifeboat.solving.naming.plan import name_plan
    from lifeboat.solving.search.incumbent import Incumbent, Infeasible
    from lifeboat.solving.search.lexicographic import find_best
    from lifeboat.solving.search.problem import Problem

    rules = {**situation.scenario.rules, **dict.fromkeys(relaxed, "should")}
    scenario = situation.scenario.model_copy(update={"rules": rules})
    lax = Situation.of(scenario, situation.types)
    limited = replace(settings, effort=EFFORT, rounds=2, to_the_end=False)
    found = find_best(Problem(lax, limited))
    if isinstance(found, Infeasible):
        return False
    named = name_plan(lax, found, limited) if isinstance(found, Incumbent) else None
    return None if named is None else Course.of(lax, named.plan)


def _findings(course: Course, rule: str) -> Iterator[Finding]:
    """What breaks a rule in a plan that may break it, as findings of the rule that must hold."""
    found = (it for it in audit(course, ledger_of(course)) if it.rule == rule)
    return (it.model_copy(update={"strength": "must"}) for it in found)


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
