"""The value of every goal in a plan, as the audit counts it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from lifeboat.answers.option import GoalPart, GoalShare, GoalValue
from lifeboat.goals import Goal, Weighed, order_of
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger


def measured(course: Course, ledger: Ledger) -> tuple[GoalValue, ...]:
    """The value of every goal of a plan, in the scenario's order, without bounds."""
    order = order_of(course.situation.scenario)
    return tuple(goal_value(course, ledger, weighed) for weighed in order)


def weigh(course: Course, ledger: Ledger, weighed: Weighed) -> int | Fraction:
    """The value of goals weighed together, in slots; of one by itself, in slots or things."""
    return sum(
        goal.measure(course, ledger) * weight * weighed.scale(course.situation, goal)
        for goal, weight in weighed.parts
    )


def weigh_besides(course: Course, ledger: Ledger, weighed: Weighed) -> int:
    """What is minimised with goals besides their own value, in whole slots."""
    return ceil(sum(goal.measure(course, ledger) * weight for goal, weight in weighed.besides))


def goal_value(
    course: Course, ledger: Ledger, weighed: Weighed, bound: int | None = None
) -> GoalValue:
    """A goal's value in its unit, with its bound in slots or things if one is known. The bound of
    a goal that is settled after the dates speaks of plans with the same flights: of all plans it is
    known only that none has less than nothing.
    """
    clock, value = course.situation.clock, weigh(course, ledger, weighed)
    within = weighed.tolerance(course.situation)
    is_least = bound is not None and value <= bound + within
    of_all = bool(weighed.settled_with_dates()) or value <= within
    least = bound if bound is None or of_all else 0
    return GoalValue(
        name=weighed.name,
        title=weighed.title,
        unit=weighed.unit,
        value=clock.days(value) if weighed.in_time else int(value),
        bound=None if least is None else clock.days(least) if weighed.in_time else least,
        within=clock.days(within) if weighed.in_time else within,
        proven=is_least and of_all,
        proven_for_these_flights=is_least and not of_all,
        parts=_parts(course, ledger, weighed),
        shares=_shares(course, weighed.parts[0][0]) if len(weighed.parts) == 1 else (),
    )


def _parts(course: Course, ledger: Ledger, weighed: Weighed) -> tuple[GoalPart, ...]:
    if len(weighed.parts) == 1:
        return ()
    return tuple(
        GoalPart(
            name=goal.name,
            title=goal.title,
            unit=goal.unit,
            weight=weight,
            value=_in_its_unit(course, goal, goal.measure(course, ledger)),
            shares=_shares(course, goal),
        )
        for goal, weight in weighed.parts
    )


def _shares(course: Course, goal: Goal) -> tuple[GoalShare, ...]:
    """Whose the value of a goal is, the greatest first."""
    shares = sorted(goal.shares(course), key=lambda it: -it[1])
    told = ((who, _in_its_unit(course, goal, value)) for who, value in shares if value)
    return tuple(GoalShare(who=who, value=value) for who, value in told)


def _in_its_unit(course: Course, goal: Goal, value: int | Fraction) -> int | float:
    return course.situation.clock.days(value) if goal.in_time else int(value)
