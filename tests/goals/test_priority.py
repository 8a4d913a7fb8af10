"""What stands at one priority: a goal by itself, or several weighed together, with a tolerance."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.goals import GOALS, Weighed, order_of
from lifeboat.situation.situation import Situation
from tiny import tiny

BY_NAME = {goal.name: goal for goal in GOALS}


def weighed(said: Any) -> Weighed:
    """The only priority of a scenario."""
    (only,) = order_of(tiny({"goals": [said]}))
    return only


def counted(resolution: str) -> Situation:
    return Situation.of(tiny({"resolution": resolution}), {})


@pytest.mark.parametrize(
    ("said", "name", "title", "unit", "in_time"),
    [
        ("damaged", "damaged", "in a damaged vehicle", "person-days", True),
        ("rides", "rides", "people on another vehicle", "people", False),
        ({"rides": 7}, "rides", "7 x people on another vehicle", "people", False),
        (
            {"damaged": 1, "rides": 7},
            "damaged+rides",
            "in a damaged vehicle + 7 x people on another vehicle",
            "weighed days",
            True,
        ),
        (
            {"unsafe": 2, "rides": 1},
            "unsafe+rides",
            "2 x unsafe rides home + people on another vehicle",
            "weighed days",
            True,
        ),
    ],
)
def test_one_is_told_as_it_is_and_several_in_days(
    said: Any, name: str, title: str, unit: str, in_time: bool
) -> None:
    for priority in (weighed(said), weighed({"goal": said, "within": 3})):
        assert (priority.name, priority.title, priority.unit) == (name, title, unit)
        assert priority.in_time == in_time


@pytest.mark.parametrize(
    ("said", "scales"),
    [
        ("rides", {"rides": 1}),
        ({"rides": 7}, {"rides": 1}),
        ("damaged", {"damaged": 1}),
        ({"damaged": 1, "rides": 7}, {"damaged": 1, "rides": 4}),
        ({"unsafe": 1, "rides": 1}, {"unsafe": 4, "rides": 4}),
    ],
)
def test_a_thing_counts_as_much_as_the_four_slots_of_a_day(
    said: Any, scales: dict[str, int]
) -> None:
    """Only with something to hold it against: by itself one is one, however short a slot is."""
    priority, six_hours = weighed(said), counted("6h")
    assert {name: priority.scale(six_hours, BY_NAME[name]) for name in scales} == scales


def test_a_weighed_item_keeps_its_scale_where_liners_are_left_for_later() -> None:
    """Dates settle one goal of the two; it is weighed as if the other were still with it."""
    both = weighed({"cancelled": 3, "reseats": 1})
    assert [(goal.name, weight) for goal, weight in both.settled_with_dates()] == [("cancelled", 3)]
    assert both.scale(counted("6h"), BY_NAME["cancelled"]) == 4
    assert weighed("reseats").settled_with_dates() == ()


@pytest.mark.parametrize(
    ("said", "within", "resolution", "slots"),
    [
        ("damaged", 3, "1d", 3),
        ("damaged", 3, "6h", 12),
        ("damaged", 0.3, "6h", 1),  # 1.2 slots: no more than the tolerance
        ("damaged", 0.3, "1d", 0),
        ("rides", 3, "6h", 3),
        ("rides", 2.9, "6h", 2),
        ({"damaged": 1, "rides": 7}, 1.5, "6h", 6),
    ],
)
def test_a_tolerance_is_in_slots_or_in_things_and_never_rounded_up(
    said: Any, within: float, resolution: str, slots: int
) -> None:
    priority = weighed({"goal": said, "within": within})
    assert priority.tolerance(counted(resolution)) == slots


def besides(*order: Any) -> list[list[tuple[str, int]]]:
    """By priority: what is minimised with it besides its own goals, with its weight."""
    return [
        [(goal.name, weight) for goal, weight in it.besides]
        for it in order_of(tiny({"goals": list(order)}))
    ]


def test_behind_a_tolerance_for_places_goals_about_places_count_those_in() -> None:
    """Or somebody would give up a place in a damaged ship, to make less of such places."""
    assert besides({"goal": "no-place", "within": 2}, "damaged", "moved", "improvised") == [
        [],
        [("no-place", 1)],
        [],
        [("no-place", 1)],
    ]


def test_a_place_given_up_weighs_as_much_as_the_one_that_weighs_most() -> None:
    tolerated = {"goal": {"no-place": 1, "unsafe": 60}, "within": 2}
    assert besides(tolerated, {"improvised": 2, "damaged": 5, "moved": 9}) == [
        [],
        [("no-place", 5)],
    ]


def test_what_has_no_tolerance_or_is_not_about_places_counts_in_nowhere() -> None:
    assert besides("no-place", {"goal": "moved", "within": 2}, "damaged") == [[], [], []]
    assert besides({"goal": "no-place", "within": 0}, "damaged") == [[], []]


def test_without_a_tolerance_there_is_none() -> None:
    assert weighed("damaged").tolerance(counted("6h")) == 0
