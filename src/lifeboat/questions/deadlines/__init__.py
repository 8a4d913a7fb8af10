"""How late may it be? The last day on which everybody is still covered as well as can be."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import NamedTuple

from lifeboat.answers.deadlines import Bound, Deadlines, Latest
from lifeboat.answers.solve import between
from lifeboat.days import DAY
from lifeboat.files.known_types import known_types
from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from lifeboat.questions.deadlines.cover import Cover
from lifeboat.questions.deadlines.late import Late, what_may_be_late
from lifeboat.questions.forced import Forcing
from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.run import Run
from lifeboat.questions.workers import Workers, rounds_left
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.stopping import Stop

LENIENCE = 4
"""How many shares of the time left one event may take."""

WITHOUT = 3
"""The part of that time in which it is looked whether it need not happen at all."""

SECONDS_FOR_A_PLAN = 3.0
"""The time for the best plan a day too late."""


def deadlines(
    scenario: Scenario, plan: Plan | None = None, *, workers: int = 1, run: Run = Run()
) -> Deadlines:
    """Find for everything in the best plan, or in another one, how late it may be.

    Launches, departures, landings and moves of liners are each put off, day by day, until somebody
    would have a worse place, or none, than they can have: until the goals about places, in the
    scenario's order, become worse. Both sides are found by solving: as good on that day, worse, or
    impossible, on the day after.

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        plan: a plan that was decided for, as `lifeboat.read_plan` returns it; everybody is to be
            as well covered as in that one. The best plan when left out.
        workers: how many are looked at at the same time, each in a process of its own.
        run: its time limit is for all of them together.

    Returns:
        Each with its last day, the day of its order, and the best plan a day later.
    """
    begun = time.monotonic()
    run = replace(run, until=run.ends(), time_limit=None)
    forcing, cover = _begun(scenario, plan, run)
    found: list[Latest] = []
    if forcing.best.best is not None and cover is not None:
        late = what_may_be_late(scenario, forcing.best.best)

        def said(number: int) -> None:
            run.progress(f"how late may it be: {number} of {len(late)} known")

        with Workers(min(workers, len(late)), run.stop) as all_of:
            tasks = list(zip(late, rounds_left(len(late), workers), strict=True))
            one = partial(_how_late, forcing=forcing, cover=cover, run=run.in_a_worker())
            found = all_of.each(one, tasks, said)
    clock = Situation.of(scenario, known_types()).clock
    return Deadlines(
        scenario=scenario.name,
        as_of=scenario.as_of,
        horizon_end=clock.instant(clock.end),
        best=forcing.best,
        is_of_a_plan=plan is not None,
        is_known=forcing.best.best is None or cover is not None,
        latest=tuple(sorted(found, key=_urgency)),
        remarks=run.remarks,
        interrupted=run.stop(),
        receipt=receipt_of(scenario, run, time.monotonic() - begun),
    )


def _begun(scenario: Scenario, plan: Plan | None, run: Run) -> tuple[Forcing, Cover | None]:
    """The plan from which everything is late, and how well it covers everybody; the latter is None
    where that is not known, or the plan breaks a rule that must hold.
    """
    if plan is not None:
        told = check(scenario, plan).option
        is_good = not any(it.strength == "must" for it in told.findings)
        cover = Cover.in_plan(scenario, told.plan) if is_good else None
        return Forcing.of_plan(scenario, told, run), cover
    run.progress("looking for the best plan")
    forcing = Forcing.of(scenario, run.with_half())
    return forcing, None if forcing.best.best is None else Cover.of(scenario, forcing.best, run)


def _urgency(one: Latest) -> tuple[bool, bool, datetime]:
    by = one.order_by or one.latest or one.planned
    return one.bound == "any-time", one.bound == "not-known", by


class _Known(NamedTuple):
    """What is known of an event: on which day all is well, and on which it is not."""

    good: datetime
    bad: datetime | None
    bound: Bound


def _how_late(
    task: tuple[Late, int], stop: Stop, *, forcing: Forcing, cover: Cover, run: Run
) -> Latest:
    late, rounds = task
    # Most are known soon, so that those that are not may take some of the others' time.
    run = replace(run, stop=stop)
    own = run.with_share(max(1, rounds // LENIENCE))
    own = replace(own, until=own.ends(), time_limit=None)
    known = last_day(forcing.scenario, late, cover, own)
    told = Latest(
        event=late.event, who=late.who, what=late.what, planned=late.planned, bound=known.bound
    )
    if known.bound == "any-time":
        return told
    order_by = known.good - late.lead if late.lead else None
    told = told.model_copy(update={"latest": known.good, "order_by": order_by})
    if known.bad is None or known.bound != "limited":
        return told
    soon = replace(run, time_limit=SECONDS_FOR_A_PLAN, begun=None)
    after = forcing.solved(late.from_on(known.bad), soon)
    return told.model_copy(
        update={
            "after": after,
            "difference": between(forcing.best, after),
            "impossible": after.outcome == "impossible",
        }
    )


def last_day(scenario: Scenario, late: Late, cover: Cover, run: Run) -> _Known:
    """The last day of an event on which everybody is covered as well, and the first after it."""
    # That something may be left out is seen soon, or takes long: the days are worth more.
    without = cover.is_kept(late.never(), run.with_share(WITHOUT))
    if without:
        return _Known(late.planned, None, "any-time")
    clock = Situation.of(scenario, known_types()).clock
    step = max(DAY, clock.slot)
    last = (clock.instant(clock.end) - late.planned) // step
    good, bad, is_known = 0, last + 1, True
    # What is best is mostly so because a day later is worse, or it may wait for its last window.
    guesses = [1]
    if late.closes is not None:
        closed = -((late.planned - late.closes) // step)
        guesses = [1, closed - 1, closed]
    while bad - good > 1:
        middle = next((it for it in guesses if good < it < bad), (good + bad) // 2)
        kept = cover.is_kept(late.from_on(late.planned + middle * step), run)
        is_known = is_known and kept is not None
        good, bad = (middle, bad) if kept else (good, middle)
    date = late.planned + good * step
    if bad > last:
        # It may be put off to the last day of the horizon and, unless that is known, beyond.
        return _Known(date, None, "limited" if without is False else "not-known")
    return _Known(date, late.planned + bad * step, "limited" if is_known else "not-known")
