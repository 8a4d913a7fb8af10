"""Date by date: who is aboard, with which places, in ships how old, and who could leave in what."""

from __future__ import annotations

from datetime import datetime

from lifeboat.answers.days import DayTable
from lifeboat.answers.supplies import supplies
from lifeboat.days import say_instant
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.known_types import known_types
from lifeboat.plans.course import Course
from lifeboat.plans.fitting import without_unknown
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.plan import Plan
from lifeboat.questions.days.dates import dates
from lifeboat.questions.days.in_space import overlaps, stays
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation

__all__ = ["AS_PLANNED", "day_table"]

AS_PLANNED = Plan(name="The plan of record")
"""A plan that leaves everything to the plan of record."""


def day_table(
    scenario: Scenario, plan: Plan = AS_PLANNED, *, on: datetime | None = None
) -> DayTable:
    """Tell a plan date by date, wherever anything changes, and by name.

    No code of the solver takes part, and no rule is checked (`lifeboat.check`).

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        plan: the plan, as `lifeboat.read_plan` returns it; that of record when left out.
        on: a date to be told whether or not anything changes on it.

    Returns:
        The station from each date on; the overlaps asked for; everybody's days in space.

    Raises:
        MistakesError: the date to be told is outside the horizon.
    """
    fit = without_unknown(plan, scenario)
    course = Course.of(Situation.of(scenario, known_types()), fit.plan)
    if on is not None:
        _refuse_outside(course, on)
    table = _table(course, ledger_of(course), on)
    return table.model_copy(update={"plan_name": plan.name, "unknown": fit.unknown})


def _refuse_outside(course: Course, on: datetime) -> None:
    clock = course.situation.clock
    if not 0 <= clock.at(on) < clock.end:
        message = f"{say_instant(on)} is outside the horizon"
        hint = f"it goes from {clock.say(0)} through {clock.say(clock.end - 1)}"
        raise MistakesError([Mistake(kind="outside-horizon", message=message, hint=hint)])


def _table(course: Course, ledger: Ledger, on: datetime | None) -> DayTable:
    scenario, clock = course.situation.scenario, course.situation.clock
    also = () if on is None else (clock.at(on),)
    return DayTable(
        scenario=scenario.name,
        as_of=scenario.as_of,
        horizon_end=clock.instant(clock.end),
        plan_name=None,
        dates=tuple(dates(course, ledger, also)),
        overlaps=tuple(overlaps(course)),
        stays=tuple(stays(course)),
        supplies=tuple(supplies(course)),
    )
