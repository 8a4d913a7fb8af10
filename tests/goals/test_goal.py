"""What every goal says of itself, and what holds where it says nothing."""

from __future__ import annotations

import pytest

from lifeboat.curves import Sum
from lifeboat.goals import GOALS, Goal
from lifeboat.goals.damaged import Damaged
from lifeboat.plans.course import Course
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.situation import Situation
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.decisions import decisions_on
from tiny import jan, plan, tiny

ABOUT_PLACES = [goal for goal in GOALS if goal.quality is not None]


def test_what_neither_costs_nor_measures_is_no_goal() -> None:
    with pytest.raises(TypeError, match="cost"):
        Goal()  # type: ignore[abstract]


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_whatever_counts_time_is_told_in_days_and_nothing_else_is(goal: Goal) -> None:
    assert ("days" in goal.unit) == goal.in_time


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_its_sentence_is_one_people_can_read(goal: Goal) -> None:
    assert goal.sentence[0].isupper()
    assert goal.sentence.endswith(".")


def test_each_kind_of_bad_place_has_one_goal() -> None:
    assert sorted(str(goal.quality) for goal in ABOUT_PLACES) == ["damaged", "improvised", "none"]


@pytest.mark.parametrize("goal", ABOUT_PLACES, ids=lambda goal: goal.name)
def test_a_goal_about_places_counts_those_of_its_quality(goal: Goal) -> None:
    """Wren has one seat for two. One of them has no place on the 1st and 2nd, then an improvised
    one up to the 5th; from the 6th to the 10th both are in a damaged vehicle.
    """
    hit = {
        "vehicles.Wren.seats": 1,
        "vehicles.Wren.improvised": {"places": 1, "since": jan(3)},
        "vehicles.Wren.conditions": {jan(6): {"state": "emergency-only", "places": 2}},
    }
    course = Course.of(Situation.of(tiny(hit), {}), plan({"Wren": {"stays": True}}))
    days = {"none": 2, "improvised": 3, "damaged": 2 * 5}
    assert goal.measure(course, ledger_of(course)) == days[str(goal.quality)]


def test_what_is_settled_after_dates_costs_nothing_while_dates_are_sought() -> None:
    situation = Situation.of(tiny(), {})
    decide = decisions_on(situation, collect(situation).every_slot())
    settled = [goal for goal in GOALS if goal.settled_after_dates]
    assert [goal.name for goal in settled] == ["reseats"]
    assert settled[0].cost(decide) == Sum()


def test_a_goal_that_says_nothing_makes_no_date_decisive() -> None:
    dates = Dates(10)
    dock = Event("Finch", "dock")
    dates.event(dock, [Slots(2, 9)])
    before = dates.closed(0)
    Damaged().dates(Situation.of(tiny(), {}), dates)
    assert dates.closed(0) == before
