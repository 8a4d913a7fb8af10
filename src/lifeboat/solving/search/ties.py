"""Ties on the dates of the best plan: settled by name, and whether there was anything to settle."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.model import Status
from lifeboat.solving.cpsat.solver import SolveResult
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.tie_breaks import is_added
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.stopping import GivenUpError


class Ties:
    """The plans that are no worse in any goal than the best one, on its dates. Only vehicles may
    leave on other dates: nearer to their plan, so that nobody is sent home early, or kept, for
    nothing; or when another one does, so that one may take the other's people home.
    """

    def __init__(self, problem: Problem, best: Incumbent) -> None:
        self._problem, self._best = problem, best
        self._caps = dict(enumerate(best.values))

    def settled_by_name(self) -> Incumbent:
        """The one that the tie-break prefers: planned modes, and what comes first by name."""
        with suppress(GivenUpError):
            if self._relaxation.break_ties(self._caps, like=None).is_found:
                self._best = replace(
                    self._relaxation.incumbent(),
                    bounds=self._best.bounds,
                    candidates=self._best.candidates,
                )
        return self._best

    @cached_property
    def other(self) -> Incumbent | None:
        """One with other flights, modes or rides home; None if there is none, or none is quickly
        found.
        """
        return self._relaxation.incumbent() if self._asked.is_found else None

    @property
    def there_is_no_other(self) -> bool:
        """Whether that is proven."""
        return self._asked.is_impossible

    @cached_property
    def _asked(self) -> SolveResult:
        try:
            return self._relaxation.other_than(self._best.schedule, self._caps)
        except GivenUpError:
            return SolveResult(Status.UNKNOWN)

    @cached_property
    def _relaxation(self) -> Relaxation:
        situation, plan = self._problem.situation, self._best.schedule
        dates, ships = plan.events(), situation.ships
        taking = {name: it.undock for name, it in plan.flights.items() if ships[name].takes_people}
        in_turn = {undock for undock in taking.values() if undock is not None}
        for name in plan.flights:
            more = {*_towards_its_plan(situation, plan, name), *(in_turn if name in taking else ())}
            event = Event(name, "undock")
            dates[event] = sorted({*dates.get(event, ()), *more})
        return Relaxation(self._problem, dates)


def _towards_its_plan(situation: Situation, schedule: Schedule, name: str) -> range:
    """The slots from the departure of a vehicle to its planned one; the end of the horizon stands
    for a vehicle that stays.
    """
    end, leaves, ship = situation.end, schedule.undock_of(name), situation.ships[name]
    undock, planned = end if leaves is None else leaves, ship.leaves_within
    if planned is None and is_added(ship):
        return range(0)
    first, last = (end, end) if planned is None else planned.edges
    nearest = min(max(undock, first), last)
    return range(max(0, min(undock, nearest)), min(end, max(undock, nearest) + 1))
