"""Goals, in the order they are minimised unless a scenario says otherwise."""

from __future__ import annotations

from lifeboat.goals.broken import Broken
from lifeboat.goals.cancelled import Cancelled
from lifeboat.goals.damaged import Damaged
from lifeboat.goals.flights import Flights
from lifeboat.goals.goal import Goal
from lifeboat.goals.improvised import Improvised
from lifeboat.goals.moved import Moved
from lifeboat.goals.no_place import NoPlace
from lifeboat.goals.reseats import Reseats
from lifeboat.goals.rides import Rides
from lifeboat.goals.staffing import Staffing
from lifeboat.goals.waived import Waived
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation

USUAL: tuple[Goal, ...] = (
    NoPlace(),
    Damaged(),
    Improvised(),
    Waived(),
    Staffing(),
    Broken(),
    Cancelled(),
    Moved(),
    Reseats(),
)
"""The goals, in order, of a scenario that lists none; the tie-breaks follow and have no value."""

GOALS: tuple[Goal, ...] = (*USUAL, Rides(), Flights())
"""Every goal: the usual ones, and those that a replan adds or a scenario can list."""

Weighed = tuple[tuple[Goal, int], ...]
"""Goals that are weighed together, each with its weight; mostly one goal with weight 1."""


def order_of(scenario: Scenario) -> tuple[Weighed, ...]:
    """The goals of a scenario by priority; one it leaves out does not count."""
    by_name = {goal.name: goal for goal in GOALS}
    if scenario.goals is None:
        return tuple(((goal, 1),) for goal in USUAL)
    return tuple(
        ((by_name[item], 1),)
        if isinstance(item, str)
        else tuple((by_name[name], weight) for name, weight in item.items())
        for item in scenario.goals
    )


def scale(situation: Situation, weighed: Weighed, goal: Goal) -> int:
    """The factor at which one thing weighs as much as one day, however short a slot is."""
    return 1 if goal.in_time or len(weighed) == 1 else situation.clock.per_day


__all__ = ["GOALS", "USUAL", "Goal", "Weighed", "order_of", "scale"]
