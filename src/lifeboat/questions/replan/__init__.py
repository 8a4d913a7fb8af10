"""Something happened: what is the least that has to change in an earlier plan?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lifeboat.answers.difference import difference
from lifeboat.answers.option import Option
from lifeboat.answers.replan import Replanned
from lifeboat.days import say_instant
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.known_types import known_types
from lifeboat.goals import GOALS, USUAL
from lifeboat.plans.course import Course
from lifeboat.plans.fitting import LostRide, fitted
from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from lifeboat.questions.replan.flown import with_flown
from lifeboat.questions.replan.launches import with_launches
from lifeboat.questions.replan.record import on_record
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import GoalItem, Scenario, ToleratedGoal
from lifeboat.situation.clock import Clock
from lifeboat.situation.situation import Situation

CHANGES = ("rides", "cancelled", "flights", "moved")
"""The goals that count changes, in the order of a replan."""

LAST = next(goal.name for goal in GOALS if goal.settled_after_dates)
"""The goal that comes last: liner moves, counted once dates and rides are settled."""


def replan(
    scenario: Scenario,
    plan: Plan,
    *,
    since: datetime | None = None,
    record: str = "the plan of record",
    run: Run = Run(),
) -> Replanned:
    """Change a plan as little as safety allows.

    The goals of safety come first, in the scenario's order. In place of its first goal that counts
    changes come, in this order: people who ride another vehicle than in the plan, flights
    cancelled, flights moved, days moved. Liner moves come last. The plan stays as it is unless
    another one is better.

    Args:
        scenario: what is known now.
        plan: the plan to change, perhaps made for an earlier date; whatever the scenario no
            longer knows is left out of it.
        since: what the plan does before this date is done and cannot change; `as_of` by default.
        record: the name of the plan.
        run: time limit, seed, progress and stop.

    Raises:
        MistakesError: `since` lies outside the horizon, or a vehicle that the plan has docked
            before `as_of` is not docked in the scenario.
        OurBug: a plan that the search found failed its audit. It is never shown as an answer.
    """
    clock = Situation.of(scenario, known_types()).clock
    since, fit = _within(clock, since), fitted(plan, scenario)
    plan = fit.plan
    asked = to_replan(scenario, plan, since, fit.lost)
    before = _from_then_on(check(asked, plan).option, since)
    answer = solve(asked, plans=1, run=run, like=plan)
    best = None if answer.best is None else _from_then_on(answer.best, since)
    answer = answer.model_copy(update={"best": best})
    planned = _as_planned(before, fit.lost)
    told = None if answer.best is None else difference(planned, answer.best)
    return Replanned(
        record=record,
        since=since,
        unknown=fit.unknown,
        before=before,
        answer=answer,
        difference=told,
    )


def _from_then_on(option: Option, since: datetime) -> Option:
    """A plan without the dates to decide by that have passed."""
    left = tuple(it for it in option.decide_by if it.by >= since)
    return option.model_copy(update={"decide_by": left})


def _as_planned(before: Option, lost: Mapping[str, LostRide]) -> Option:
    """The plan with everybody's ride home as it was, even on vehicles that no longer exist."""
    people = (
        one.model_copy(update={"home": lost[one.person].vehicle}) if one.person in lost else one
        for one in before.people
    )
    return before.model_copy(update={"people": tuple(people)})


def to_replan(
    scenario: Scenario,
    plan: Plan,
    since: datetime,
    lost: Mapping[str, LostRide] | None = None,
) -> Scenario:
    """The scenario to solve: the plan is its plan of record, and its past cannot change."""
    scenario = with_launches(scenario, plan, Situation.of(scenario, known_types()).clock)
    situation = Situation.of(scenario, known_types())
    asked = on_record(scenario, Course.of(situation, plan), lost)
    if situation.clock.at(since) > 0:
        course = Course.of(Situation.of(asked, known_types()), plan)
        asked = with_flown(asked, course, ledger_of(course), since)
    return asked.model_copy(update={"goals": _goals_of_a_replan(asked)})


def _goals_of_a_replan(scenario: Scenario) -> list[GoalItem]:
    """The scenario's goals, those that count changes in place of the first such, liners last."""
    before: list[GoalItem] = []
    after: list[GoalItem] = []
    for item in USUAL if scenario.goals is None else scenario.goals:
        kept, is_about_changes = _without_changes(item)
        if kept is not None:
            (after if after else before).append(kept)
        if is_about_changes and not after:
            after += CHANGES
    return [*before, *(after or CHANGES), LAST]


def _without_changes(item: GoalItem) -> tuple[GoalItem | None, bool]:
    """What is left of a priority without the goals a replan places itself, and whether any of
    them counts changes.
    """
    if isinstance(item, ToleratedGoal):
        kept, is_about_changes = _without_changes(item.goal)
        told = None if kept is None else item.model_copy(update={"goal": kept})
        return told, is_about_changes
    weights = {item: 1} if isinstance(item, str) else item
    left = {name: weight for name, weight in weights.items() if name not in (*CHANGES, LAST)}
    is_about_changes = any(name in CHANGES for name in weights)
    return item if left == weights else left or None, is_about_changes


def _within(clock: Clock, since: datetime | None) -> datetime:
    if since is None:
        return clock.start
    if 0 <= clock.at(since) < clock.end:
        return since
    first, last = clock.say(0), clock.say(clock.end - 1)
    message = f"{say_instant(since)} lies outside the horizon, {first} to {last}"
    hint = "the plan can only change within the horizon of the scenario"
    raise MistakesError([Mistake(kind="since", message=message, hint=hint)])
