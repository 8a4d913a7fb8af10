"""Plans that are known without a search, beside the one that a search has found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lifeboat.answers.option import GoalValue, Option
from lifeboat.answers.views import option
from lifeboat.goals.measuring import measured
from lifeboat.plans.course import Course
from lifeboat.plans.of_record import plan_of_record
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import audit, ledger_of, must_findings
from lifeboat.situation.situation import Situation


def kept(situation: Situation, plan: Plan, found: Option | None) -> Option | None:
    """A plan to keep, unless the goals rate the one that was found better, or it breaks a rule."""
    known = _audited(situation, plan)
    if known is None:
        return found
    if found is None:
        return known
    known_is, found_is = _rated(known.goals, found.goals), _rated(found.goals, found.goals)
    if found_is < known_is:
        return found
    if found_is > known_is:
        return known
    return known.model_copy(update={"goals": _with_bounds(known.goals, found.goals)})


def recorded(situation: Situation, found: Option | None) -> Option | None:
    """The plan of record, as far as it can be flown, if the goals rate it better than the one that
    was found; that one, or none, otherwise.
    """
    known = _audited(situation, plan_of_record(situation))
    if known is None:
        return found
    bounds = [None if found is None else goal.bound for goal in (found or known).goals]
    goals = tuple(_as_far_as_proven(known.goals, bounds))
    if found is not None and _rated(goals, found.goals) >= _rated(found.goals, found.goals):
        return found
    return known.model_copy(update={"goals": goals})


def _audited(situation: Situation, plan: Plan) -> Option | None:
    """A plan with its views; None if it breaks a rule that must hold."""
    course = Course.of(situation, plan)
    ledger = ledger_of(course)
    findings = audit(course, ledger)
    if must_findings(findings):
        return None
    return option(course, ledger, measured(course, ledger), findings)


def _rated(goals: Sequence[GoalValue], found: Sequence[GoalValue]) -> tuple[float, ...]:
    """The values of a plan as they compare with the best one found: within a goal's tolerance of
    its bound, less is not better.
    """
    return tuple(
        goal.value if best.bound is None else max(goal.value, best.bound + best.within)
        for goal, best in zip(goals, found, strict=True)
    )


def _as_far_as_proven(
    goals: Iterable[GoalValue], bounds: Iterable[float | None]
) -> Iterator[GoalValue]:
    """Goals with their bounds, up to the first that is not proven: none has less than nothing."""
    is_proven = True
    for goal, bound in zip(goals, bounds, strict=True):
        least = (bound or 0) if is_proven else None
        is_proven = least is not None and goal.value <= least + goal.within
        yield goal.model_copy(update={"bound": least, "proven": is_proven})


def _with_bounds(goals: Sequence[GoalValue], found: Sequence[GoalValue]) -> tuple[GoalValue, ...]:
    """The goals of a plan with what is known from one that is as good."""
    known = ("bound", "proven", "proven_for_these_flights")
    return tuple(
        goal.model_copy(update={key: getattr(best, key) for key in known})
        for goal, best in zip(goals, found, strict=True)
    )
