"""Searches that a test expects to find a plan."""

from __future__ import annotations

from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.search.incumbent import Incumbent, SearchOutcome
from lifeboat.solving.search.lexicographic import find_best
from lifeboat.solving.search.problem import Problem


def best_of(situation: Situation) -> Incumbent:
    """The best plan of a situation that has one."""
    return an_incumbent(find_best(Problem(situation, Settings())))


def an_incumbent(outcome: SearchOutcome) -> Incumbent:
    """The plan that a search ended with; fails if it found none."""
    assert isinstance(outcome, Incumbent)
    return outcome
