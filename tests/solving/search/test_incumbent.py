"""The best plan so far: its goals, what it spends and breaks, and whether it is proven."""

from __future__ import annotations

import pytest

from lifeboat.days import Window
from lifeboat.scenario.pins import Pin
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.search.incumbent import Incumbent
from rescue import rescue
from searching import best_of


@pytest.mark.parametrize(
    ("bounds", "proven"),
    [((6, 12, 2), True), ((6, 12, 1), False), ((6, 12), False), ((), False)],
)
def test_a_plan_is_proven_once_no_goal_can_have_less(bounds: tuple[int, ...], proven: bool) -> None:
    assert Incumbent(Schedule({}, {}, {}), (6, 12, 2), bounds).is_proven == proven


@pytest.mark.parametrize(
    ("values", "bounds", "within", "proven"),
    [
        ((6, 14, 2), (6, 12, 2), (0, 2, 0), 3),
        ((6, 15, 2), (6, 12, 2), (0, 2, 0), 1),
        ((6, 14, 2), (6, 12), (0, 2, 0), 2),
        ((6, 14, 2), (6,), (0, 2, 0), 1),
        ((6, 14, 2), (6, 12, 1), (0, 2, 0), 2),
        ((6, 14, 3), (6, 12, 2), (1, 2, 1), 3),
    ],
)
def test_a_plan_that_uses_a_tolerance_is_proven_too(
    values: tuple[int, ...], bounds: tuple[int, ...], within: tuple[int, ...], proven: int
) -> None:
    plan = Incumbent(Schedule({}, {}, {}), values, bounds, within)
    assert plan.proven == proven
    assert plan.is_proven == (proven == len(values))


def test_what_is_enough_is_the_bound_with_its_tolerance() -> None:
    assert Incumbent(Schedule({}, {}, {}), (6, 14, 2), (6, 12), (0, 2, 0)).enough == (6, 14)
    assert Incumbent(Schedule({}, {}, {}), (6, 14, 2), (6, 12)).enough == (6, 12)


def test_goals_weighed_together_have_one_value_and_spend_each_for_itself() -> None:
    best = best_of(rescue(goals=[{"no-place": 3, "damaged": 1}, "moved"]))
    assert best.values == (3 * 6 + 12, 2)
    assert best.spent == {"no-place": 6, "damaged": 12}


def test_a_plan_tells_what_it_breaks_and_for_what() -> None:
    """Heron needs five days before it can be launched; a pin asks for the third day."""
    pins = {"too soon": Pin(vehicle="Heron", launch=Window.read("2030-03-03"))}
    best = best_of(rescue(pins=pins, rules={"pins-hold": "should"}))
    assert best.broken == {("pins-hold", "too soon")}
    assert best.values == (6, 12, 0, 0, 0, 1, 0, 3, 2)
