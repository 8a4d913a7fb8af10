"""Which rules and pins stand in the way: of any plan, or of a seat for somebody who has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lifeboat.goals.broken import Broken
from lifeboat.goals.no_place import NoPlace
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Entry, Ledger
from lifeboat.rules import RULES
from lifeboat.rules.audit import audit, ledger_of
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.stopping import GivenUpError

if TYPE_CHECKING:
    from lifeboat.solving.cpsat.solver import Settings

EFFORT = 0.5
"""The deterministic time one minimisation may take: reasons are a help, not the answer."""

SHOWN = 2.0
"""The same for whether a coarse grid shows that there is a plan, or none."""


class Hold(NamedTuple):
    """One thing that must hold: a rule, or a single pin."""

    rule: str
    pin: str | None = None

    def __str__(self) -> str:
        return self.rule if self.pin is None else f"pin '{self.pin}'"


class Conflict(NamedTuple):
    """Rules and pins that cannot hold together; none where that is not quickly known."""

    needed: tuple[Hold, ...] = ()
    in_the_way: tuple[Finding, ...] = ()
    """What would be broken of each in a plan that keeps all the others."""
    is_a_proof: bool = False
    """Whether it was proven again, with less to hold, that there is no plan."""


def conflict(situation: Situation, settings: Settings) -> Conflict:
    """Rules and pins that cannot hold together though any fewer of them could, and for each of
    them what would be broken in a plan that keeps all the others.

    One after another is left out as long as there is no plan; what remains is verified by that.
    Nothing is told where that is not quickly decided.
    """
    every, pins = _strict(situation), Hold(PinsHold.name)
    fewest = _with_least_broken(situation)
    relaxed, is_known = _needless(fewest, settings, every, frozenset())
    if is_known and pins in every and pins not in relaxed:
        one_by_one = [Hold(PinsHold.name, pin) for pin in situation.scenario.pins]
        every = [it for it in every if it != pins] + one_by_one
        relaxed, is_known = _needless(fewest, settings, one_by_one, relaxed)
    if not is_known:
        return Conflict(is_a_proof=bool(relaxed))
    needed = [it for it in every if it not in relaxed]
    told: list[Finding] = []
    for hold in needed:
        if settings.is_over():
            return Conflict(is_a_proof=bool(relaxed))
        # With every other rule as it is, a plan says more and is sooner found; where there are
        # several conflicts there is none.
        course = _plan_without(fewest, settings, {hold})
        if course is False:
            course = _plan_without(fewest, settings, relaxed | {hold})
        if not isinstance(course, Course):
            return Conflict(is_a_proof=bool(relaxed))
        told += _findings(course, hold)
    return Conflict(tuple(needed), tuple(told), bool(relaxed))


def _needless(
    situation: Situation, settings: Settings, holds: Iterable[Hold], relaxed: frozenset[Hold]
) -> tuple[frozenset[Hold], bool]:
    """What need not hold for there to be no plan, with what is known not to; and whether that is
    all, or one of them was not quickly decided.
    """
    for hold in holds:
        # What is possible without one thing is so without more; and it is sooner known.
        if _shows_a_plan(situation, settings, {hold}):
            continue
        known = _shows_a_plan(situation, settings, relaxed | {hold})
        found = _plan_without(situation, settings, relaxed | {hold}) if known is None else known
        if found is None:
            return relaxed, False
        relaxed |= {hold} if found is False else frozenset()
    return relaxed, True


def _shows_a_plan(situation: Situation, settings: Settings, relaxed: Iterable[Hold]) -> bool | None:
    """Whether there is a plan that may break some rules or pins, if a coarse grid shows it."""
    from lifeboat.solving.search.any_plan import has_plan
    from lifeboat.solving.search.problem import Problem

    lax = Situation.of(_relaxed(situation.scenario, relaxed), situation.types)
    with suppress(GivenUpError):
        return has_plan(Problem(lax, settings.with_effort(SHOWN)))
    return None


def costs_a_seat(course: Course, ledger: Ledger, settings: Settings) -> tuple[Finding, ...]:
    """What of each rule would be broken if it gave way to somebody who is left without a place
    while a seat goes home empty; nothing if no seat does.
    """
    if not any(_seats_left_empty(course, ledger)):
        return ()
    told: list[Finding] = []
    short = NoPlace().measure(course, ledger)
    for hold in _strict(course.situation):
        if settings.is_over():
            break
        other = _plan_without(course.situation, settings, frozenset({hold}))
        if isinstance(other, Course) and NoPlace().measure(other, ledger_of(other)) < short:
            told += _findings(other, hold)
    return tuple(told)


def _strict(situation: Situation) -> list[Hold]:
    """The rules that must hold, a seat for everybody aside."""
    others = (rule for rule in RULES if not isinstance(rule, EveryoneHasASeat))
    return [Hold(rule.name) for rule in others if rule.is_strict(situation)]


def _with_least_broken(situation: Situation) -> Situation:
    """The same, where a plan need only break as little as possible."""
    only = situation.scenario.model_copy(update={"goals": [Broken.name]})
    return Situation.of(only, situation.types)


def _plan_without(
    situation: Situation, settings: Settings, relaxed: Iterable[Hold]
) -> Course | bool | None:
    """A plan that may break some rules or pins; False if it is proven that there is none, None if
    neither is quickly known.
    """
    from lifeboat.solving.naming.plan import name_plan
    from lifeboat.solving.search.incumbent import Incumbent, Infeasible
    from lifeboat.solving.search.lexicographic import find_best
    from lifeboat.solving.search.problem import Problem

    loose = _relaxed(situation.scenario, relaxed)
    lax = Situation.of(loose, situation.types)
    limited = replace(settings, effort=EFFORT, rounds=2, to_the_end=False)
    found = find_best(Problem(lax, limited))
    if isinstance(found, Infeasible):
        return False
    named = name_plan(lax, found, limited) if isinstance(found, Incumbent) else None
    if named is None:
        return None
    # Places are read as the rules that give way read them, and every pin is looked at.
    every_pin = loose.model_copy(update={"pins": situation.scenario.pins})
    return Course.of(Situation.of(every_pin, situation.types), named.plan)


def _relaxed(scenario: Scenario, relaxed: Iterable[Hold]) -> Scenario:
    rules = {it.rule: "should" for it in relaxed if it.pin is None}
    dropped = {it.pin for it in relaxed}
    pins = {name: pin for name, pin in scenario.pins.items() if name not in dropped}
    return scenario.model_copy(update={"rules": {**scenario.rules, **rules}, "pins": pins})


def _findings(course: Course, hold: Hold) -> Iterator[Finding]:
    """What breaks a rule, or a pin, in a plan that may break it, as findings of what must hold."""
    for finding in audit(course, ledger_of(course)):
        if finding.rule == hold.rule and hold.pin in (None, finding.subject):
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
