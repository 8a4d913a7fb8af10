"""Ties on the dates of the best plan: settled by name, and whether there was anything to settle."""

from __future__ import annotations

from dataclasses import replace

from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation


def settled_by_name(problem: Problem, best: Incumbent) -> Incumbent:
    """Of all plans on the same dates that are no worse in any goal, the one that the tie-break
    prefers: planned modes, and what comes first by name.
    """
    relaxation = Relaxation(problem, best.schedule.events())
    if not relaxation.break_ties(dict(enumerate(best.values)), like=None).is_found:
        return best
    return replace(relaxation.incumbent(), bounds=best.bounds, candidates=best.candidates)


def plan_as_good(problem: Problem, best: Incumbent) -> Incumbent | None:
    """A plan with other flights, modes or rides home on the dates of the best one, no worse in any
    goal that dates and rides decide; None if there is none, or none is quickly found.
    """
    relaxation = Relaxation(problem, best.schedule.events())
    found = relaxation.other_than(best.schedule, dict(enumerate(best.values)))
    return relaxation.incumbent() if found.is_found else None
