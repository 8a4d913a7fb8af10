"""What curves come to in a solution, against reading them slot by slot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeboat.curves import Curve, Steps
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.chains import Chain, Fixed, Since

SLOTS = range(12)
steps = st.builds(
    Steps, st.integers(-2, 2), st.dictionaries(st.integers(0, 10), st.integers(-2, 2))
)


def slowly(it: Steps, slot: int) -> int:
    return it.start + sum(change for at, change in it.changes.items() if at <= slot)


@given(steps)
def test_steps_are_told_at_slots(it: Steps) -> None:
    assert list(it.at(SLOTS)) == [slowly(it, slot) for slot in SLOTS]


@given(steps, st.integers(-3, 3))
def test_steps_above_a_number(it: Steps, least: int) -> None:
    assert list(it.above(least).at(SLOTS)) == [max(0, slowly(it, slot) - least) for slot in SLOTS]


def test_a_curve_is_read_high_or_low_within_its_gaps() -> None:
    values = (Variable(0), Variable(1), Variable(2))
    happened = Chain((Cell(2, 2), Cell(3, 6), Cell(7, 7)), values)
    curve = Curve(((2, happened, 1), (-1, Fixed(1), 0), (1, Since(9), 0)), 3)
    told = Solution([0, 1, 1])
    for high, at in ((True, happened.high), (False, happened.low)):
        read = [3 + 2 * told.value(at(slot - 1)) - 1 + (slot >= 9) for slot in SLOTS]
        assert list(told.steps(curve, high).at(SLOTS)) == read
    assert list(told.steps(curve, True).at([3, 4])) == [2, 4]
    assert list(told.steps(curve, False).at([6, 7])) == [2, 4]
