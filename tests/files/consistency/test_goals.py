"""The order of goals: each at most once, alone or weighed with others."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.goals import GOALS
from mistaken import told

EVERY = [goal.name for goal in GOALS]


@pytest.mark.parametrize(
    "goals",
    [
        [],
        EVERY,
        [dict.fromkeys(EVERY, 1)],
        ["no-place", {"moved": 1, "reseats": 2}, "staffing"],
        [{"goal": "no-place", "within": 3}, {"goal": {"moved": 1, "reseats": 2}, "within": 0.5}],
    ],
)
def test_every_goal_may_be_given_and_none(goals: list[Any]) -> None:
    assert told({"goals": goals}) == []


@pytest.mark.parametrize(
    "goals",
    [
        ["moved", "staffing", "moved"],
        ["moved", {"staffing": 1, "moved": 2}],
        [{"staffing": 1, "moved": 1}, {"moved": 2}],
        [{"moved": 1}, "moved"],
        ["moved", {"goal": "moved", "within": 3}],
        [{"goal": "moved", "within": 3}, "moved"],
        [{"goal": {"staffing": 1, "moved": 1}, "within": 3}, {"goal": "moved", "within": 1}],
    ],
)
def test_however_it_is_given_again_it_is_told(goals: list[Any]) -> None:
    assert told({"goals": goals}) == [("goal-twice", "moved")]


def test_each_time_it_is_there_again_is_told() -> None:
    goals = ["moved", "staffing", "moved", {"staffing": 2}, "moved"]
    assert told({"goals": goals}) == [
        ("goal-twice", "moved"),
        ("goal-twice", "staffing"),
        ("goal-twice", "moved"),
    ]
