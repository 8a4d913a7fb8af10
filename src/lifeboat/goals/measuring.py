"""The value of every goal in a plan, as the audit counts it."""

from __future__ import annotations

from lifeboat.answers.option import GoalValue
from lifeboat.goals import Weighed, order_of, scale
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger


def measured(course: Course, ledger: Ledger) -> tuple[GoalValue, ...]:
    """The value of every goal of a plan, in the scenario's order, without bounds."""
    order = order_of(course.situation.scenario)
    return tuple(goal_value(course, weighed, weigh(course, ledger, weighed)) for weighed in order)


def weigh(course: Course, ledger: Ledger, weighed: Weighed) -> int:
    """The value of goals weighed together, in slots; of one by itself, in slots or things."""
    return sum(
        goal.measure(course, ledger) * weight * scale(course.situation, weighed, goal)
        for goal, weight in weighed
    )


def goal_value(course: Course, weighed: Weighed, value: int, bound: int | None = None) -> GoalValue:
    """A goal's value in its unit, with its bound if one is known."""
    clock = course.situation.clock
    in_days = len(weighed) > 1 or weighed[0][0].in_time
    return GoalValue(
        name="+".join(goal.name for goal, _ in weighed),
        title=" + ".join(_weighed_title(goal.title, weight) for goal, weight in weighed),
        unit=weighed[0][0].unit if len(weighed) == 1 else "weighed days",
        value=clock.days(value) if in_days else value,
        bound=None if bound is None else clock.days(bound) if in_days else bound,
        proven=bound is not None and value == bound,
    )


def _weighed_title(title: str, weight: int) -> str:
    return title if weight == 1 else f"{weight} x {title}"
