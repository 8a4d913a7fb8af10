"""Slots shorter than a day: the search solves by whole days first, then on slots near those days.

An hour more or less seldom decides who goes home on what. The best plan by days, with its dates
moved by a day or less, is mostly the best plan; and the days that prove it best lie near the slots
that prove the result. Nothing is taken for granted: the days only decide where the search begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lifeboat.days import DAY
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates, collect, joined
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.side_constraints import NO_SIDE_CONSTRAINT, SideConstraint
from lifeboat.solving.search.incumbent import Incumbent, SearchOutcome
from lifeboat.solving.search.lexicographic import best_on_dates, find_best
from lifeboat.solving.search.problem import BestSoFar, Problem, untold
from lifeboat.solving.search.warm_start import WarmStart

FOLLOWED = 2
"""How often differences between events are followed to find slots that can matter; measured."""

Chosen = Mapping[Event, Iterable[int]]


def find_best_days_first(
    situation: Situation,
    settings: Settings,
    memory: WarmStart | None = None,
    side: SideConstraint = NO_SIDE_CONSTRAINT,
    tell: BestSoFar = untold,
) -> SearchOutcome:
    """Find the best dates and rides, or prove that there are none.

    Args:
        situation: the situation to decide, with slots of any length.
        settings: how to search; where slots are shorter than a day, the search by days may take
            half of the time.
        memory: what an answer about a similar situation left; updated with this answer.
        side: what a plan must satisfy besides the rules, in slots of any length.
        tell: told how the search goes on, by days and then in slots.
    """
    asked = Problem(situation, settings, side, tell=tell)
    if situation.clock.slot >= DAY:
        return _find_and_remember(asked, memory)
    narrow = replace(settings, spread=False)
    days = situation.by_days()
    roughly = Problem(days, narrow.with_share(0.5), side, tell=_without_bounds(tell))
    by_days = _find_and_remember(roughly, memory)
    if not isinstance(by_days, Incumbent):
        return find_best(asked)
    near = _Near(situation, days)
    known = best_on_dates(asked, near.the_plan(by_days.schedule))
    start = near.the_proof(by_days, known)
    return find_best(replace(asked, settings=narrow, start=start, known=known))


def _without_bounds(tell: BestSoFar) -> BestSoFar:
    """What is the least by whole days may be less by the hour."""
    return lambda situation, plan: tell(situation, replace(plan, bounds=()))


def _find_and_remember(problem: Problem, memory: WarmStart | None) -> SearchOutcome:
    if memory is None:
        return find_best(problem)
    situation, settings = problem.situation, problem.settings
    start = memory.start(situation)
    like = memory.plans if start else ()
    if memory.plans_only:
        start = None
    else:
        # A spread grid has many dates that no proof needs; the next answer would begin with all.
        settings = replace(settings, spread=False)
    asked = replace(problem, settings=settings, start=start, like=like, keep=memory.keeps)
    found = find_best(asked)
    if isinstance(found, Incumbent):
        memory.keep(situation, found)
    return found


class _Near:
    """Slots that lie near whole days."""

    def __init__(self, situation: Situation, days: Situation) -> None:
        self._situation, self._days = situation, days
        self._dates = collect(situation)
        self._coarsest = self._dates.closed(0)
        by_days = collect(days)
        self._coarsest_days, self._all_days = by_days.closed(0), by_days.every_slot()

    def the_plan(self, plan: Schedule) -> Candidates:
        """Slots in which a plan found by days could fly."""
        days = plan.events()
        begins = {event: [self._slot(day) for day in at] for event, at in days.items()}
        near = self._within(days, self._and(begins), FOLLOWED)
        return {event: near.get(event, []) for event in self._coarsest}

    def the_proof(self, by_days: Incumbent, known: Incumbent | None) -> Candidates:
        """The coarsest grid, the known plan, and slots near the days that proved it best."""
        start = self._and({} if known is None else known.schedule.events())
        flown = by_days.schedule.events()
        proved = {event: self._added(event, at) for event, at in by_days.candidates.items()}
        both = {event: {*at, *flown.get(event, ())} for event, at in proved.items()}
        near = self._within(proved, self._within(both, start, FOLLOWED), 0)
        return joined(start, near)

    def _added(self, event: Event, days: list[int]) -> set[int]:
        """The days that refinement added for an event one by one; several in a row fill a gap, and
        say nothing.
        """
        if len(days) == len(self._all_days[event]):
            return set()
        added = {*days} - {*self._coarsest_days[event]}
        return {day for day in added if not {day - 1, day + 1} & added}

    def _within(self, days: Chosen, known: Candidates, followed: int) -> Candidates:
        """Known slots within a day of some days, and those that differences lead to there.

        What only whole days leave to decide, such as when a cargo ship leaves, is left out.
        """
        windows = {
            event: [Slots(self._slot(day - 1), self._slot(day + 2)) for day in sorted(at)]
            for event, at in days.items()
            if event in self._coarsest
        }
        near = self._dates.near(windows, known, followed)
        return {event: sorted(slots) for event, slots in near.items()}

    def _and(self, more: Chosen) -> Candidates:
        return joined(self._coarsest, more)

    def _slot(self, day: int) -> int:
        return self._situation.clock.at(self._days.clock.instant(day))
