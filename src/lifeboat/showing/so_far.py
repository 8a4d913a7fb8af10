"""The best plan of a search that is under way, in a line each for its flights and its goals."""

from __future__ import annotations

from lifeboat.answers.option import GoalValue
from lifeboat.answers.so_far import SoFar
from lifeboat.counted import counted
from lifeboat.showing.words import goal_in_words, number

MOST_GOALS, MOST_FLIGHTS = 4, 4
"""How many goals and flights a line names; the first goals matter most."""


def proven_so_far(found: SoFar) -> str:
    """How far the search has come: `4 of 11 goals proven`."""
    return f"{found.proven} of {counted(len(found.goals), 'goals')} proven"


def flights_so_far(found: SoFar) -> str:
    """What flies otherwise than planned, in a few words."""
    if not found.flights:
        return "every flight as planned"
    named, more = found.flights[:MOST_FLIGHTS], len(found.flights) - MOST_FLIGHTS
    return ", ".join([*named, *([f"{more} more"] if more > 0 else [])])


def goals_so_far(found: SoFar) -> str:
    """The first goals that are not nought for certain, and the one that is being proven, each with
    the least that it can be.
    """
    told = [goal for goal in found.goals if goal.value or not goal.proven]
    first, others = told[:MOST_GOALS], told[MOST_GOALS:]
    if others and all(goal.proven for goal in first):
        first[-1] = next((goal for goal in others if not goal.proven), first[-1])
    return ", ".join(map(_value_and_bound, first)) or "nothing given up"


def _value_and_bound(goal: GoalValue) -> str:
    value = goal_in_words(goal)
    if goal.proven:
        return value
    return f"{value} ({'not proven' if goal.bound is None else f'at least {number(goal.bound)}'})"
