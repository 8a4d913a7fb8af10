"""Something happened: what is the least that has to change in a plan that was made before?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lifeboat.answers.difference import difference
from lifeboat.answers.option import Option
from lifeboat.answers.replan import Replanned
from lifeboat.days import say_instant
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.known_types import known_types
from lifeboat.goals import USUAL
from lifeboat.plans.course import Course
from lifeboat.plans.fitting import LostRide, fitted
from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from lifeboat.questions.replan.flown import with_flown
from lifeboat.questions.replan.record import on_record
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.clock import Clock
from lifeboat.situation.situation import Situation

CHANGES = ("rides", "cancelled", "flights", "moved")
"""Goals about what changes, in the order of a replan."""

LAST = next(goal.name for goal in USUAL if goal.settled_after_dates)
"""Liners are moved for dates and rides that are settled."""


def replan(
    scenario: Scenario,
    plan: Plan,
    *,
    since: datetime | None = None,
    record: str = "the plan of record",
    run: Run = Run(),
) -> Replanned:
    """Change as little as possible of a plan, but for what safety asks.

    The goals that concern safety come first, as the scenario orders them. Where it has the first
    goal about changes, the fewest people ride another vehicle than in the plan, the fewest flights
    are cancelled, then moved, by the fewest days, and the fewest liners are moved. A plan that
    nothing is better than stays as it is.

    Args:
        scenario: what is known now.
        plan: what was planned, perhaps for an earlier date: what the scenario does not know any
            more is left out of it.
        since: what the plan does before is done and cannot change; `as_of` when left out.
        record: what the plan is called.
        run: for how long, with which seed, and who hears of it.

    Raises:
        MistakesError: the date lies outside the horizon.
        OurBug: a plan of ours failed its audit. It is never shown as an answer.
    """
    clock = Situation.of(scenario, known_types()).clock
    since, fit = _within(clock, since), fitted(plan, scenario)
    plan = fit.plan
    asked = to_replan(scenario, plan, since, fit.lost)
    before = check(asked, plan).option
    answer = solve(asked, plans=1, run=run, like=plan)
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


def _as_planned(before: Option, lost: Mapping[str, LostRide]) -> Option:
    """With the rides home that everybody had, also on what there is not any more."""
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
    """The scenario that is solved: with a plan as its plan of record, and its past as it was."""
    situation = Situation.of(scenario, known_types())
    asked = on_record(scenario, Course.of(situation, plan), lost)
    if situation.clock.at(since) > 0:
        course = Course.of(Situation.of(asked, known_types()), plan)
        asked = with_flown(asked, course, ledger_of(course), since)
    return asked.model_copy(update={"goals": _goals_of_a_replan(asked)})


def _goals_of_a_replan(scenario: Scenario) -> list[str | dict[str, int]]:
    """The scenario's goals, those about changes together where the first of them stands, liners
    last.
    """
    said = [goal.name for goal in USUAL] if scenario.goals is None else scenario.goals
    before: list[str | dict[str, int]] = []
    after: list[str | dict[str, int]] = []
    for item in said:
        weights = {item: 1} if isinstance(item, str) else item
        kept = {name: weight for name, weight in weights.items() if name not in (*CHANGES, LAST)}
        if kept:
            (after if after else before).append(item if kept == weights else kept)
        if any(name in CHANGES for name in weights) and not after:
            after += CHANGES
    return [*before, *(after or CHANGES), LAST]


def _within(clock: Clock, since: datetime | None) -> datetime:
    if since is None:
        return clock.start
    if 0 <= clock.at(since) < clock.end:
        return since
    first, last = clock.say(0), clock.say(clock.end - 1)
    message = f"{say_instant(since)} lies outside the horizon, {first} to {last}"
    hint = "the plan can only change within the horizon of the scenario"
    raise MistakesError([Mistake(kind="since", message=message, hint=hint)])
