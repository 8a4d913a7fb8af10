"""The library's cases: as known on a day, as answered, and as flown."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import lifeboat
from lifeboat.answers.option import FlightView, Option, one_by_one
from lifeboat.scenario.scenario import Scenario
from repository import SCENARIOS

PLACES = ("no-place", "damaged", "improvised")


@cache
def known(case: str, day: str, *overlays: str) -> Scenario:
    """A case as it was known on a day, with some of its overlays applied."""
    return lifeboat.read_scenario(str(SCENARIOS / case / f"{day}.yaml"), overlays=overlays)


@cache
def answer(case: str, day: str, *overlays: str) -> Option:
    """The best plan for a case; fails unless every goal is proven."""
    found = lifeboat.solve(known(case, day, *overlays), plans=1)
    assert found.outcome == "proven-best", found.reason
    assert found.best is not None
    assert all(goal.is_settled for goal in found.best.goals)
    return found.best


@cache
def history(case: str, day: str, *overlays: str, plan: str = "flown") -> Option:
    """The plan that was flown, as the audit sees it."""
    scenario = known(case, day, *overlays)
    told = lifeboat.read_plan(str(SCENARIOS / case / f"{plan}.yaml"), scenario)
    return lifeboat.check(scenario, told).option


def goals(option: Option) -> dict[str, int | float]:
    """The goals of a plan, those that are weighed together each by itself."""
    return {it.name: it.value for it in one_by_one(option.goals)}


def broken(option: Option) -> set[tuple[str, str]]:
    """The rules that a plan breaks, each with its subject."""
    return {(it.rule, it.subject) for it in option.findings}


def is_no_worse(ours: Option, theirs: Option) -> bool:
    """Whether a plan is at least as good as another in the order of goals, reseats aside."""
    before = [[goal.value for goal in it.goals[:-1]] for it in (ours, theirs)]
    assert ours.goals[-1].name == "reseats"
    return before[0] <= before[1]


def flight(option: Option, vehicle: str) -> FlightView:
    """One flight of a plan."""
    return next(it for it in option.flights if it.vehicle == vehicle)


def homes(option: Option) -> dict[str, str | None]:
    """The vehicle that each person goes home on."""
    return {it.person: it.home for it in option.people}


def person_days(option: Option, quality: str, first: datetime, end: datetime) -> float:
    """The person-days in places of a quality between two instants."""
    spans = (
        min(it.end, end) - max(it.first, first) for it in option.seats if it.quality == quality
    )
    return sum(span.total_seconds() for span in spans if span.total_seconds() > 0) / 86400
