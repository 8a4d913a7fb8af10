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
from lifeboat.goals.priority import Weighed
from lifeboat.goals.reseats import Reseats
from lifeboat.goals.rides import Rides
from lifeboat.goals.staffing import Staffing
from lifeboat.goals.unsafe import Unsafe
from lifeboat.goals.waived import Waived
from lifeboat.scenario.scenario import GoalItem, Scenario, ToleratedGoal

GOALS: tuple[Goal, ...] = (
    NoPlace(),
    Unsafe(),
    Damaged(),
    Improvised(),
    Waived(),
    Staffing(),
    Broken(),
    Cancelled(),
    Rides(),
    Moved(),
    Reseats(),
    Flights(),
)
"""Every goal: the usual ones in their order, and those that a replan adds or a scenario lists."""

RIDE_TO_DAYS = 60
"""How many person-days without a place one unsafe ride home weighs.

A place to sit in matters on the one day the station is left in a hurry, called 0.02 times a year
(none in 26 years at the ISS, so 0 to 0.07); a ride home happens for certain. With 0.3 % harm for a
re-entry on a pallet or in a damaged vehicle (assumed), 0.003 / (0.02 / 365) is about 55.
"""

USUAL: tuple[GoalItem, ...] = (
    {"no-place": 1, "unsafe": RIDE_TO_DAYS},
    "damaged",
    "improvised",
    "waived",
    "staffing",
    "broken",
    "cancelled",
    "rides",
    "moved",
    "reseats",
)
"""The goals, in order, of a scenario that lists none; the tie-breaks follow and have no value."""

_BY_NAME = {goal.name: goal for goal in GOALS}


def order_of(scenario: Scenario) -> tuple[Weighed, ...]:
    """The goals of a scenario by priority; one it leaves out does not count."""
    order, tolerated = list[Weighed](), list[Goal]()
    for item in USUAL if scenario.goals is None else scenario.goals:
        order.append(weighed := _weighed(item).after(tolerated))
        if weighed.within:
            tolerated += (goal for goal, _ in weighed.parts)
    return tuple(order)


def _weighed(item: GoalItem) -> Weighed:
    if isinstance(item, ToleratedGoal):
        return Weighed(_weighed(item.goal).parts, item.within)
    weights = {item: 1} if isinstance(item, str) else item
    return Weighed(tuple((_BY_NAME[name], weight) for name, weight in weights.items()))


__all__ = ["GOALS", "USUAL", "Goal", "Weighed", "order_of"]
