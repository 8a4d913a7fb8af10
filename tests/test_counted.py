"""A number with what it counts."""

import pytest

from lifeboat.counted import counted, one_or_many
from lifeboat.goals import GOALS


@pytest.mark.parametrize(
    ("number", "many", "said"),
    [
        (0, "days", "0 days"),
        (1, "days", "1 day"),
        (1.0, "days", "1.0 day"),
        (2, "days", "2 days"),
        (0.5, "days", "0.5 days"),
        (1, "people", "1 person"),
        (1, "person-days", "1 person-day"),
        (1, "reseats", "1 reseat"),
        (1, "improvised places", "1 improvised place"),
        (1, "weighed days", "1 weighed day"),
        (1, "flights and people", "1 flight or person"),
        (3, "flights and people", "3 flights and people"),
    ],
)
def test_the_unit_is_in_the_singular_for_exactly_one(number: float, many: str, said: str) -> None:
    assert counted(number, many) == said


def test_a_number_may_be_shown_in_another_way() -> None:
    assert counted(1234, "days", "1,234") == "1,234 days"


def test_a_word_that_goes_with_it() -> None:
    assert [one_or_many(number, "are", "is") for number in (0, 1, 2)] == ["are", "is", "are"]


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_no_goal_has_a_unit_without_a_singular(goal: type) -> None:
    one = counted(1, goal.unit)  # type: ignore[attr-defined]
    assert "people" not in one
    assert not one.endswith("s")
