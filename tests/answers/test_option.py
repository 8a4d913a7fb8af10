"""The goals of a plan, those that are weighed together each by itself."""

from __future__ import annotations

from lifeboat.answers.option import GoalPart, GoalValue, one_by_one

ALONE = GoalValue(
    name="moved", title="moved", unit="days", value=12.5, bound=4, within=3, proven=False
)
BOTH = GoalValue(
    name="no-place+unsafe",
    title="without a place + 60 x unsafe rides",
    unit="weighed days",
    value=122.5,
    bound=62,
    within=1,
    proven=False,
    parts=(
        GoalPart(name="no-place", title="without a place", unit="person-days", weight=1, value=2.5),
        GoalPart(name="unsafe", title="unsafe rides", unit="people", weight=60, value=2),
    ),
)


def test_a_goal_by_itself_stays_as_it_is() -> None:
    assert list(one_by_one([ALONE])) == [ALONE]


def test_of_several_each_has_its_own_value_in_its_own_unit_and_no_bound() -> None:
    """The bound and the tolerance are those of the sum: nothing is known of one by itself."""
    assert list(one_by_one([BOTH])) == [
        GoalValue(name="no-place", title="without a place", unit="person-days", value=2.5),
        GoalValue(name="unsafe", title="60 x unsafe rides", unit="people", value=2),
    ]


def test_each_is_proven_where_their_sum_is() -> None:
    proven = BOTH.model_copy(update={"bound": 122.5, "proven": True})
    assert [it.proven for it in one_by_one([proven])] == [True, True]


def test_the_order_is_kept() -> None:
    assert [it.name for it in one_by_one([ALONE, BOTH])] == ["moved", "no-place", "unsafe"]
