"""The five dates of MS-22 in order, each plan the plan of record of the next."""

from __future__ import annotations

from functools import cache

import pytest

import lifeboat
from lifeboat.answers.option import Option, one_by_one
from lifeboat.answers.replan import Replanned
from lifeboat.days import say_instant
from lifeboat.scenario.scenario import Scenario
from repository import SCENARIOS

CASES = SCENARIOS / "soyuz-ms-22"
DATES = ("2022-12-15", "2022-12-30", "2023-01-11", "2023-02-13", "2023-02-18")
LATER = DATES[1:]


def known_on(date: str) -> Scenario:
    return lifeboat.read_scenario(str(CASES / f"{date}.yaml"))


@cache
def plan_of(date: str) -> Option:
    if date == DATES[0]:
        best = lifeboat.solve(known_on(date), plans=1).best
    else:
        best = replanned(date).answer.best
    assert best is not None
    return best


@cache
def replanned(date: str) -> Replanned:
    before = DATES[DATES.index(date) - 1]
    return lifeboat.replan(known_on(date), plan_of(before).plan)


def goal(option: Option, name: str) -> int | float:
    return next(it.value for it in one_by_one(option.goals) if it.name == name)


@pytest.mark.parametrize("date", LATER)
def test_every_goal_is_proven(date: str) -> None:
    assert replanned(date).answer.outcome == "proven-best"


@pytest.mark.parametrize("date", LATER)
def test_nobody_changes_to_another_vehicle(date: str) -> None:
    """MS-23 takes the three home from the first plan on; what is learned later moves dates."""
    assert goal(plan_of(date), "rides") == 0


@pytest.mark.parametrize("date", LATER)
def test_what_concerns_safety_is_no_worse_than_without_a_plan_to_keep(date: str) -> None:
    """It can be better: what the plan has ordered needs no lead time any more."""
    fresh = lifeboat.solve(known_on(date), plans=1).best
    assert fresh is not None
    safety = ("no-place", "unsafe", "damaged", "improvised", "waived", "staffing", "broken")
    kept, anew = ([goal(it, name) for name in safety] for it in (plan_of(date), fresh))
    assert kept <= anew


@pytest.mark.parametrize("date", LATER)
def test_the_last_plan_no_longer_held(date: str) -> None:
    """Each time MS-23 could not be launched as early as had been planned."""
    told = replanned(date)
    assert not told.stands
    assert any("MS-23" in finding.message for finding in told.holds_no_longer)


EARLIEST = {
    "2022-12-15": "2023-02-16",  # four weeks before its plan
    "2022-12-30": "2023-02-19",
    "2023-01-11": "2023-02-20",
    "2023-02-13": "2023-02-23",  # the board on the leak is expected on the 20th, then three days
    "2023-02-18": "2023-02-24",
}
"""When MS-23 could fly without crew, as the scenario of each date says it."""


@pytest.mark.parametrize(("date", "earliest"), EARLIEST.items())
def test_ms_23_goes_up_empty_as_early_as_was_known_to_be_possible(date: str, earliest: str) -> None:
    flight = next(it for it in plan_of(date).flights if it.vehicle == "MS-23")
    assert flight.mode == "uncrewed"
    assert flight.launch is not None
    assert say_instant(flight.launch) == earliest


def test_in_the_end_ms_23_flies_on_the_day_it_flew() -> None:
    flown = lifeboat.read_plan(str(CASES / "flown.yaml"), known_on(DATES[-1])).flights["MS-23"]
    last = next(it for it in plan_of(DATES[-1]).flights if it.vehicle == "MS-23")
    assert flown.launch is not None
    assert last.launch is not None
    assert last.launch.date() == flown.launch.date()


@pytest.mark.parametrize("date", DATES)
def test_asked_again_the_plan_stands(date: str) -> None:
    told = lifeboat.replan(known_on(date), plan_of(date).plan)
    assert told.stands
    assert told.answer.best is not None
    assert told.answer.best.plan == plan_of(date).plan
