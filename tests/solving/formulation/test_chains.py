"""Docked by then, gone by then: curves that are known at the ends of cells only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeboat.situation.clock import Slots
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import cells
from lifeboat.solving.formulation.chains import AboveZero, Chain, Fixed, Since, curve_of

SLOTS = range(-1, 14)
dates = st.sets(st.integers(0, 11), max_size=5)
happening = st.integers(0, 11)


def chain_on(dates: set[int]) -> Chain:
    """Something that may happen in slots 0 to 11 of which these are told apart."""
    grid = cells(dates, [Slots(0, 12)])
    return Chain(grid, [Variable(index) for index in range(len(grid))])


def happened(chain: Chain, slot: int) -> Solution:
    """It happens in a slot: 1 from the cell on that the slot lies in."""
    return Solution([int(slot <= cell.last) for cell in chain.cells])


@given(dates, happening)
def test_what_really_happened_is_never_below_low_nor_above_high(dates: set[int], when: int) -> None:
    """Wherever in a cell it happens: so no grid forbids it."""
    chain = chain_on(dates)
    told = happened(chain, when)
    for slot in SLOTS:
        assert told.value(chain.low(slot)) <= int(slot >= when) <= told.value(chain.high(slot))
    assert told.value(chain.ever) == 1
    for high, at in ((True, chain.high), (False, chain.low)):
        steps = told.steps(curve_of(chain), high).at(SLOTS)
        assert list(steps) == [told.value(at(slot)) for slot in SLOTS]


@given(dates, st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_low_is_never_above_high_however_many_have_left_by_then(
    dates: set[int], left: list[int]
) -> None:
    chain = chain_on(dates)
    told = Solution(sorted(left)[: len(chain.cells)])
    for slot in SLOTS:
        assert told.value(chain.low(slot)) <= told.value(chain.high(slot))


@given(dates)
def test_a_curve_is_exact_at_known_dates_and_changes_where_it_says(dates: set[int]) -> None:
    chain = chain_on(dates)
    for slot in SLOTS:
        if slot in dates or slot == 11:
            assert chain.low(slot) == chain.high(slot)
        assert slot in chain.lows() or chain.low(slot) == chain.low(slot - 1)
        assert slot in chain.highs() or chain.high(slot) == chain.high(slot - 1)


def test_what_has_happened_has_happened_for_good() -> None:
    """So a curve of it falls nowhere, and its opposite wherever it may have grown."""
    docked = curve_of(chain_on({3}))
    assert docked.falls() == set()
    assert (docked * -1).falls() == {2, 3, 11}


def test_what_cannot_happen_never_does() -> None:
    never = Chain([], [])
    assert (never.low(5), never.high(5), never.ever) == (0, 0, 0)


def test_what_has_been_true_since_a_slot_and_what_is_always_so() -> None:
    since, always = Since(3), Fixed(2)
    assert [since.low(slot) for slot in (2, 3, 9)] == [since.high(slot) for slot in (2, 3, 9)]
    assert [since.high(slot) for slot in (2, 3, 9)] == [0, 1, 1]
    assert [always.low(slot) for slot in (-5, 5)] == [always.high(slot) for slot in (-5, 5)]
    assert list(Solution().steps(curve_of(always), high=False).at([0, 5])) == [2, 2]


def test_those_who_have_come_are_committed_once_too_few_others_are_left_to_come() -> None:
    """Of three, one comes in slot 2 and two in slot 5.

    Where two of them will ride home on Wren, the one who comes first need not be among them.
    """
    builder = ModelBuilder()
    solver = Solver(builder, Settings())
    rides = builder.number(3, "rides")
    arrived = curve_of(Since(2)) + curve_of(Since(5)) * 2
    there = curve_of(Fixed(rides)) + arrived - 3
    committed = curve_of(AboveZero(builder, there, 3, "committed"))
    for number, expected in ((2, {1: 0, 2: 0, 4: 0, 5: 2}), (3, {1: 0, 2: 1, 4: 1, 5: 3})):
        for slot, least in expected.items():
            assert solver.minimise(committed.at(slot), kept=[(rides, number)]).value == least
        told = Solution([number]).steps(committed, high=False)
        assert list(told.at(expected)) == list(expected.values())
