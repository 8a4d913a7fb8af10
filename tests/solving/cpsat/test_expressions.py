"""Numbers, decisions and sums of both, added up as one expression."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import LinearExpr, Reading, add_to, all_of, plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solution import Solution

small = st.integers(-3, 3)
variables = st.integers(0, 3).map(Variable)
expressions = st.builds(
    LinearExpr.of, st.dictionaries(st.integers(0, 3), small), st.integers(-9, 9)
)
readings = small | variables | expressions


def worth(reading: Reading, values: list[int]) -> int:
    """What a reading comes to, added up the long way."""
    if isinstance(reading, Variable):
        return values[reading.index]
    if isinstance(reading, LinearExpr):
        parts = [weight * values[index] for index, weight in reading.weights]
        return reading.number + sum(parts)
    return reading


@given(st.lists(st.tuples(small, readings)), st.lists(small, min_size=4, max_size=4))
def test_what_is_added_up_is_worth_its_parts(
    parts: list[tuple[int, Reading]], values: list[int]
) -> None:
    weights: dict[int, int] = {}
    number = sum(add_to(weights, reading, factor) for factor, reading in parts)
    added = Solution(values).measure(LinearExpr.of(weights, number))
    assert added == sum(factor * worth(reading, values) for factor, reading in parts)


def test_what_cancels_out_is_left_out() -> None:
    """3x + 2y - 3x is 2y, and equal to it however it came about."""
    weights: dict[int, int] = {}
    for factor, index in ((3, 0), (2, 1), (-3, 0)):
        add_to(weights, Variable(index), factor)
    assert LinearExpr.of(weights, 5) == LinearExpr(((1, 2),), 5)


def test_decisions_are_counted_and_a_number_is_itself() -> None:
    builder = ModelBuilder()
    flags = [builder.flag("docked") for _ in range(3)]
    told = Solution([1, 0, 1])
    for total, value in ((all_of(flags), 2), (plain(flags[2]), 1), (plain(7), 7), (all_of([]), 0)):
        assert told.measure(builder.read(total, optimistic=True)) == value
