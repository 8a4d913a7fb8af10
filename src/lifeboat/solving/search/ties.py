"""Ties on the dates of the best plan: settled by name, and whether there was anything to settle."""

from __future__ import annotations

from dataclasses import replace

from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.situation import Situation
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.tie_breaks import is_added
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation


def settled_by_name(problem: Problem, best: Incumbent) -> Incumbent:
    """Of all plans on the same dates that are no worse in any goal, the one that the tie-break
    prefers: planned modes, and what comes first by name. Only vehicles may leave on another date,
    nearer to their plan: nobody is sent home early, or kept, for nothing.
    """
    dates = best.schedule.events()
    for name in best.schedule.flights:
        nearer = _towards_its_plan(problem.situation, best.schedule, name)
        if nearer:
            event = Event(name, "undock")
            dates[event] = sorted({*dates.get(event, ()), *nearer})
    relaxation = Relaxation(problem, dates)
    if not relaxation.break_ties(dict(enumerate(best.values)), like=None).is_found:
        return best
    return replace(relaxation.incumbent(), bounds=best.bounds, candidates=best.candidates)


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


def plan_as_good(problem: Problem, best: Incumbent) -> Incumbent | None:
    """A plan with other flights, modes or rides home on the dates of the best one, no worse in any
    goal that dates and rides decide; None if there is none, or none is quickly found.
    """
    relaxation = Relaxation(problem, best.schedule.events())
    found = relaxation.other_than(best.schedule, dict(enumerate(best.values)))
    return relaxation.incumbent() if found.is_found else None
