"""Goals minimised together: their names, their unit, their tolerance in slots or in things."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.goals import Weighed, order_of
from lifeboat.situation.situation import Situation
from tiny import tiny


def priority(item: Any, resolution: str = "6h") -> tuple[Weighed, Situation]:
    """One priority of a scenario, by default in slots of six hours, four a day."""
    scenario = tiny({"goals": [item], "resolution": resolution})
    (only,) = order_of(scenario)
    return only, Situation.of(scenario, {})


def test_one_goal_is_called_and_counted_as_it_is_itself() -> None:
    moves, _ = priority("reseats")
    assert (moves.name, moves.title, moves.unit, moves.in_time) == (
        "reseats",
        "reseats",
        "moves",
        False,
    )
    days, _ = priority("damaged")
    assert (days.unit, days.in_time) == ("person-days", True)


def test_several_are_called_by_all_their_names_and_counted_in_days() -> None:
    both, _ = priority({"reseats": 3, "broken": 1})
    assert both.name == "reseats+broken"
    assert both.title == "3 x reseats + rules broken"
    assert (both.unit, both.in_time) == ("weighed days", True)


@pytest.mark.parametrize(
    ("item", "goal", "factor"),
    [
        ("reseats", "reseats", 1),
        ("damaged", "damaged", 1),
        ({"damaged": 1, "reseats": 2}, "damaged", 1),
        ({"damaged": 1, "reseats": 2}, "reseats", 4),
    ],
)
def test_beside_time_a_thing_weighs_as_a_day(item: Any, goal: str, factor: int) -> None:
    both, situation = priority(item)
    (part,) = [it for it, _ in both.parts if it.name == goal]
    assert both.scale(situation, part) == factor


@pytest.mark.parametrize(
    ("goal", "within", "slots"),
    [
        ("damaged", 0, 0),
        ("damaged", 2, 8),
        ("damaged", 0.3, 1),
        ("reseats", 2, 2),
        ("reseats", 1.9, 1),
        ({"damaged": 1, "reseats": 2}, 2, 8),
    ],
)
def test_a_tolerance_is_in_the_unit_of_the_value(goal: Any, within: float, slots: int) -> None:
    """Days in slots, things as they are; what is less than one of them is nothing."""
    tolerated, situation = priority({"goal": goal, "within": within})
    assert tolerated.tolerance(situation) == slots
    plain, _ = priority(goal)
    assert plain.tolerance(situation) == 0


def test_what_dates_decide_is_all_but_the_moves_of_liners() -> None:
    both, _ = priority({"damaged": 5, "reseats": 2})
    assert [(goal.name, weight) for goal, weight in both.settled_with_dates()] == [("damaged", 5)]
    moves, _ = priority("reseats")
    assert moves.settled_with_dates() == ()
