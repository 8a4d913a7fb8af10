from __future__ import annotations

import pytest

from posing import counted
from tiny import jan, plan, tiny


def test_as_planned_nothing_is_moved() -> None:
    assert counted("moved", tiny()) == 0


@pytest.mark.parametrize(("day", "moved"), [(2, 2), (4, 0), (7, 3)])
def test_each_day_of_a_launch_counts_either_way(day: int, moved: int) -> None:
    assert counted("moved", tiny(), plan({"Finch": {"launch": jan(day)}})) == moved


@pytest.mark.parametrize(("day", "moved"), [(6, 4), (8, 0), (9, 2)])
def test_each_day_of_each_return_counts_either_way(day: int, moved: int) -> None:
    """Ana and Boris were to land on the 8th."""
    assert counted("moved", tiny(), plan({"Wren": {"undock": jan(day)}})) == moved


def test_one_who_stays_is_moved_to_the_end_of_the_horizon() -> None:
    """From the 8th to the end of the 10th: three days."""
    assert counted("moved", tiny(), plan(people={"Ana": {"stays": True}})) == 3


def test_a_launch_cancelled_is_not_moved() -> None:
    scenario = tiny({"vehicles.Finch.may_cancel": True})
    assert counted("moved", scenario, plan({"Finch": {"cancelled": True}})) == 0


def test_one_bumped_has_no_return_to_move() -> None:
    edits = {"vehicles.Finch.may_cancel": True, "people.Cleo.returns": jan(10)}
    assert counted("moved", tiny(edits), plan({"Finch": {"cancelled": True}})) == 0
