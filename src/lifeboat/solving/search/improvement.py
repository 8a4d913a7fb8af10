"""Improves the incumbent in turns: when time runs out, and before what is hard is proven.

Proofs begin with the first goals, so that the last ones may be untouched when time runs out. The
incumbent first keeps its flights and rides and gets better dates, then keeps its dates and gets
better flights and rides, as long as either helps: each search is much shorter than one for both at
once. Then, on the dates of the last grid, each goal is made as small as time allows, without making
a goal before it worse.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace

from lifeboat.solving.formulation.cells import Candidates, collect, joined, size_of
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import Caps
from lifeboat.solving.search.problem import Problem, untold
from lifeboat.solving.search.refinement import FINEST
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.same_flights import best_with_same_flights
from lifeboat.stopping import GivenUpError

QUICK = 0.5
"""The deterministic time for each step of an improvement while goals are being proven."""


def improved(problem: Problem, found: Incumbent, until: float) -> Incumbent:
    """A plan no worse than the one found, with the same bounds.

    Args:
        problem: the problem to solve.
        found: the best plan so far.
        until: when to stop, by `time.monotonic`.
    """
    improvement = _Improvement(problem, found, until)
    with suppress(GivenUpError, MemoryError):
        improvement.dates()
        while improvement.flights_and_rides():
            improvement.dates()
        improvement.goals()
    candidates = improvement.candidates
    return replace(improvement.best, bounds=found.bounds, candidates=candidates)


def improved_soon(problem: Problem, found: Incumbent) -> Incumbent:
    """A plan no worse than the one found, by better dates and better flights and rides in turns, as
    long as either is easily found.
    """
    improvement = _Improvement(_quick(problem), found, None)
    with suppress(GivenUpError, MemoryError):
        improvement.dates()
        while improvement.flights_and_rides():
            improvement.dates()
    return improvement.best


def improved_on_every_date(problem: Problem, found: Incumbent) -> Incumbent:
    """The same with all dates there are instead of those near anchors, where they are not too many:
    the best plan may have a date that several differences in a row lead to. Other flights are tried
    only where that helps.
    """
    improvement = _Improvement(_quick(problem), found, None)
    with suppress(GivenUpError, MemoryError):
        while improvement.every_date() and improvement.flights_and_rides():
            pass
    return improvement.best


def with_other_flights(problem: Problem, found: Incumbent) -> Incumbent | None:
    """A better plan with other flights and rides, on the dates of the one found and the coarsest
    grid; None if none is easily found.
    """
    improvement = _Improvement(_quick(problem), found, None)
    with suppress(GivenUpError, MemoryError):
        return improvement.best if improvement.flights_and_rides() else None
    return None


def _quick(problem: Problem) -> Problem:
    # What comes of it is told by the search that asks, which knows the bounds.
    return replace(problem, settings=problem.settings.with_effort(QUICK), tell=untold)


class _Improvement:
    def __init__(self, problem: Problem, found: Incumbent, until: float | None) -> None:
        self._problem, self._found, self._until = problem, found, until
        self._dates = collect(problem.situation)
        self._coarsest = self._dates.closed(0)
        self.best = found

    @property
    def candidates(self) -> Candidates:
        """The dates of the last grid, and those of the best plan."""
        return self._with_best(self._found.candidates)

    def dates(self) -> None:
        """Look for better dates for the same flights and rides, if time is left."""
        if not self._problem.settings.is_over():
            self._same_flights(self._with_best(self._dates.closed(1)))

    def every_date(self) -> bool:
        """Look for better dates for the same flights and rides among all there are, unless those
        are too many; returns whether there are any.
        """
        every = self._dates.every_slot()
        if self._problem.settings.is_over() or size_of(every) > FINEST:
            return False
        return self._same_flights(every)

    def flights_and_rides(self) -> bool:
        """Look for better flights and rides on the best plan's dates and the coarsest grid; returns
        whether there are any.
        """
        return self._goal_by_goal(self._with_best(self._coarsest))

    def goals(self) -> None:
        """Look for anything better on the dates of the last grid."""
        self._goal_by_goal(self.candidates)

    def _same_flights(self, candidates: Candidates) -> bool:
        plan = self.best.schedule
        return self._take(best_with_same_flights(self._problem, plan, candidates))

    def _goal_by_goal(self, candidates: Candidates) -> bool:
        if self._problem.settings.is_over():
            return False
        relaxation = Relaxation(self._problem, candidates)
        blocks = relaxation.objective.blocks()
        if not relaxation.fly(self.best.schedule, blocks):
            return False
        caps, is_better = Caps(), False
        for number, block in enumerate(blocks):
            if block[-1] >= self._proven() and not self._problem.settings.is_over():
                until = self._share(len(blocks) - number)
                if relaxation.best(block, caps, until).is_found:
                    is_better |= self._take(relaxation.incumbent())
            caps.update((index, self.best.values[index]) for index in block)
        return is_better

    def _share(self, parts: int) -> float | None:
        """When the first of `parts` equal shares of the time left is over."""
        if self._until is None:
            return None
        now = time.monotonic()
        return now + (self._until - now) / parts

    def _take(self, found: Incumbent | None) -> bool:
        if found is None or self._rated(found) >= self._rated(self.best):
            return False
        self.best = found
        self._problem.tell(self._problem.situation, replace(found, bounds=self._found.bounds))
        return True

    def _with_best(self, candidates: Candidates) -> Candidates:
        return joined(candidates, self.best.schedule.events())

    def _proven(self) -> int:
        """How many goals in a row, from the first on, are proven."""
        return replace(self.best, bounds=self._found.bounds).proven

    def _rated(self, plan: Incumbent) -> tuple[int, ...]:
        """Its values as they compare with those of another: enough is as good as less."""
        enough = self._found.enough
        return (*map(max, plan.values, enough), *plan.values[len(enough) :])
