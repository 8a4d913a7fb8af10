"""What a plan costs, goal by goal, in the scenario's order and in the units people read."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.answers.option import GoalValue, one_by_one
from lifeboat.goals import Weighed, order_of
from lifeboat.goals.measuring import goal_value, measured
from lifeboat.plans.course import Course
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

SIX_HOURS_LATE = plan(
    {"Finch": {"launch": "2030-01-04T06:00Z"}}, {"Ana": {"seats": {jan(6): "Finch"}}}
)
"""Finch is launched six hours late, a quarter of a day; Ana's liner is moved into it."""


ANA_STAYS_PUT: dict[str, Any] = {"people": {}}


def six_hours(*goals: Any) -> Course:
    """That plan, time counted in slots of six hours, four a day."""
    to_the_hour = {
        "vehicles.Wren.leaves": "2030-01-07T18:00Z",
        "vehicles.Finch.planned": "2030-01-04T00:00Z",
    }
    edits = {"resolution": "6h", "goals": list(goals), **to_the_hour}
    return Course.of(Situation.of(tiny(edits), {}), SIX_HOURS_LATE)


def values(course: Course) -> tuple[GoalValue, ...]:
    return measured(course, ledger_of(course))


def weighed(course: Course) -> Weighed:
    (only,) = order_of(course.situation.scenario)
    return only


def test_by_default_a_ride_home_weighs_as_much_as_sixty_days_without_a_place() -> None:
    """Wren leaves damaged on the 8th with Ana and Boris, two rides; on the 7th it held nobody."""
    states = {jan(7): {"state": "unusable"}, jan(8): {"state": "emergency-only", "places": 2}}
    course = Course.of(Situation.of(tiny({"vehicles.Wren.conditions": states}), {}), plan())
    first, *_ = values(course)
    assert [(it.name, it.weight, it.value) for it in first.parts] == [
        ("no-place", 1, 2),
        ("unsafe", 60, 2),
    ]
    assert first.value == 2 + 60 * 2


def test_goals_stand_in_the_order_of_the_scenario_and_no_others() -> None:
    told = values(six_hours("reseats", "no-place", "moved"))
    assert [(it.name, it.value) for it in told] == [
        ("reseats", 1),
        ("no-place", 0),
        ("moved", 0.25),
    ]


def test_without_an_order_all_the_usual_goals_are_told() -> None:
    course = Course.of(Situation.of(tiny(), {}), plan())
    assert [it.name for it in values(course)] == [
        "no-place+unsafe",
        "damaged",
        "improvised",
        "waived",
        "staffing",
        "broken",
        "cancelled",
        "rides",
        "moved",
        "reseats",
    ]
    assert {it.value for it in values(course)} == {0}


def test_a_goal_by_itself_keeps_its_unit() -> None:
    """Time is told in days, things as they are, however short a slot is."""
    moved, reseats = values(six_hours("moved", "reseats"))
    assert (moved.value, moved.unit) == (0.25, "days and person-days")
    assert (reseats.value, reseats.unit) == (1, "reseats")
    assert (moved.parts, reseats.parts) == ((), ())


def test_things_weighed_together_with_time_count_as_days() -> None:
    """A quarter of a day, and one move that weighs as much as two days."""
    (both,) = values(six_hours({"moved": 1, "reseats": 2}))
    assert (both.name, both.value, both.unit) == ("moved+reseats", 2.25, "weighed days")
    assert both.title == "launches and returns moved + 2 x reseats"


def test_who_has_searched_for_nothing_claims_nothing() -> None:
    told = values(six_hours("no-place", {"moved": 1, "cancelled": 2}, "reseats"))
    assert [(it.bound, it.proven) for it in told] == [(None, False)] * 3


@pytest.mark.parametrize(
    ("bound", "told", "proven"), [(None, None, False), (0, 0, False), (1, 0.25, True)]
)
def test_a_value_is_proven_where_no_less_is_possible(
    bound: int | None, told: float | None, proven: bool
) -> None:
    """One slot of six hours."""
    course = six_hours("moved")
    value = goal_value(course, ledger_of(course), weighed(course), bound)
    assert (value.value, value.bound, value.proven) == (0.25, told, proven)


@pytest.mark.parametrize(("within", "proven"), [(0.2, False), (0.25, True), (1, True)])
def test_within_its_tolerance_a_value_is_proven_too(within: float, proven: bool) -> None:
    """The least possible is nothing; a quarter of a day is one slot."""
    course = six_hours({"goal": "moved", "within": within})
    value = goal_value(course, ledger_of(course), weighed(course), 0)
    assert (value.value, value.bound, value.proven) == (0.25, 0, proven)
    assert value.within == (0 if within < 0.25 else within)


def test_a_bound_of_things_is_told_in_things() -> None:
    course = six_hours("reseats")
    value = goal_value(course, ledger_of(course), weighed(course), 0)
    assert (value.value, value.bound, value.proven) == (1, 0, False)
    assert not value.proven_for_these_flights


@pytest.mark.parametrize(
    ("edits", "moves", "proven", "for_flights"),
    [({}, 1, False, True), (ANA_STAYS_PUT, 0, True, False)],
)
def test_what_is_settled_after_the_dates_is_proven_for_them_alone_unless_there_is_none(
    edits: dict[str, Any], moves: int, proven: bool, for_flights: bool
) -> None:
    """With these flights nothing less is possible; with others there may be, but for nothing."""
    course = Course.of(
        Situation.of(tiny({"goals": ["reseats"]}), {}),
        SIX_HOURS_LATE.model_copy(update=edits),
    )
    value = goal_value(course, ledger_of(course), weighed(course), moves)
    assert (value.value, value.bound) == (moves, 0)
    assert (value.proven, value.proven_for_these_flights) == (proven, for_flights)
    assert value.is_settled


def test_goals_weighed_together_are_told_one_by_one_too() -> None:
    (both,) = values(six_hours({"moved": 1, "reseats": 2}))
    parts = [(it.name, it.weight, it.value) for it in both.parts]
    assert parts == [("moved", 1, 0.25), ("reseats", 2, 1)]
    assert [(it.title, it.value) for it in one_by_one([both])] == [
        ("launches and returns moved", 0.25),
        ("2 x reseats", 1),
    ]


def test_whose_the_days_of_a_goal_are_the_greatest_first() -> None:
    """Three people wanted: one missing on four days, two on three. Ana is the only pilot and gone
    for three. Wren lands on its 38th day, Boris on his; limits are 35 and 37 days.
    """
    told = tiny(
        {
            "station.crew.wanted": 3,
            "station.skills.pilot.wanted": 1,
            "people.Ana.skills": ["pilot"],
            "vehicles.Wren.life": {"limit": "35d", "waived_to": "40d"},
            "people.Boris.stay": {"limit": "37d", "waived_to": "40d"},
            "goals": ["waived", "staffing", "moved"],
        }
    )
    waived, staffing, moved = values(Course.of(Situation.of(told, {}), plan()))
    assert [(it.who, it.value) for it in waived.shares] == [("Wren", 3), ("Boris", 1)]
    assert [(it.who, it.value) for it in staffing.shares] == [("crew", 10), ("pilot", 3)]
    assert moved.shares == ()
    assert (waived.value, staffing.value) == (4, 13)


def test_shares_are_told_of_each_goal_that_is_weighed_with_others() -> None:
    told = tiny({"station.crew.wanted": 2, "goals": [{"staffing": 2, "moved": 1}]})
    (both,) = values(Course.of(Situation.of(told, {}), plan()))
    assert [[(it.who, it.value) for it in part.shares] for part in both.parts] == [
        [("crew", 3)],
        [],
    ]
