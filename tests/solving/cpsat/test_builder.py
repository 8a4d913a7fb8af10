"""Statements about curves against trying every value, and lazy ones, posted when broken."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deciding import between
from lifeboat.curves import Curve, Sum
from lifeboat.solving.cpsat.builder import OFTEN, LazyConstraint, ModelBuilder
from lifeboat.solving.cpsat.expressions import LinearExpr, plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.chains import Chain, Fixed, Since, curve_of
from lifeboat.stopping import GivenUpError

weights = st.lists(st.integers(-2, 2), min_size=4, max_size=4)
VALUES = list(itertools.product((0, 1), (0, 1), (0, 1, 2), (-1, 0, 1, 2)))


def four() -> tuple[ModelBuilder, list[Variable]]:
    """Two 0-1 variables, a number up to 2, and one from -1 to 2."""
    builder = ModelBuilder()
    flags = [builder.flag("one"), builder.flag("other")]
    return builder, [*flags, builder.number(2, "several"), builder.number(2, "many", -1)]


def weighed(weights: list[int], number: int, values: tuple[int, ...]) -> int:
    return number + sum(map(int.__mul__, weights, values))


@given(weights, st.integers(-4, 4))
def test_bounds_are_the_least_and_greatest_of_all_values(it: list[int], number: int) -> None:
    builder, them = four()
    read = LinearExpr.of({x.index: weight for x, weight in zip(them, it, strict=True)}, number)
    worths = [weighed(it, number, values) for values in VALUES]
    assert (builder.least(read), builder.greatest(read)) == (min(worths), max(worths))


@settings(max_examples=30, deadline=None)
@given(weights, st.integers(-2, 2), weights)
@example([-1, 1, 0, 0], 0, [1, -1, 0, 0])
@example([1, -1, 0, 0], 0, [1, -1, 0, 0])
@example([-1, 1, 0, 0], -1, [1, -1, 0, 0])
@example([1, -2, 0, 0], 0, [1, 1, 0, 0])
@example([-1, 0, 1, 0], 0, [2, 0, -1, 0])
@example([-1, 0, 0, 1], 0, [2, 0, 0, -1])
def test_a_statement_keeps_what_keeps_it(it: list[int], number: int, aim: list[int]) -> None:
    """Whatever shape it is posted in: a row, one flag that implies another, or not at all."""
    builder, them = four()
    builder.post(Sum((), tuple(zip(it, them, strict=True)), number) >= 0)
    kept = [weighed(aim, 0, values) for values in VALUES if weighed(it, number, values) >= 0]
    found = between(builder, Sum((), tuple(zip(aim, them, strict=True))))
    assert found == ((min(kept), max(kept)) if kept else None)


def test_what_is_true_anyway_or_posted_already_is_not_posted() -> None:
    builder, (one, other, _, many) = four()
    builder.post(plain(many) >= -1)
    assert len(builder.model.proto.constraints) == 0
    for _ in range(2):
        builder.post(plain(one) <= plain(other))
    assert len(builder.model.proto.constraints) == 1


def test_a_statement_need_not_hold_where_it_is_said_to_be_broken() -> None:
    builder, (broken, _, _, many) = four()
    builder.post(plain(many) <= 0, unless=broken)
    assert between(builder, plain(many), [(broken, 0)]) == (-1, 0)
    assert between(builder, plain(many), [(broken, 1)]) == (-1, 2)


def test_a_statement_holds_where_all_its_flags_do() -> None:
    builder, (one, other, _, many) = four()
    builder.post_where([one, other], plain(many) >= 1)
    assert between(builder, plain(many), [(one, 1), (other, 0)]) == (-1, 2)
    assert between(builder, plain(many), [(one, 1), (other, 1)]) == (1, 2)


def test_a_variable_is_the_greatest_of_some_sums() -> None:
    builder, (one, other, _, many) = four()
    builder.post_maximum(many, [plain(one) + plain(other), plain(one) * -1])
    # The greatest of one + other and -one.
    for values, greatest in (((0, 0), 0), ((1, 0), 1), ((0, 1), 1), ((1, 1), 2)):
        kept = zip((one, other), values, strict=True)
        assert between(builder, plain(many), kept) == (greatest, greatest)


def docking() -> tuple[ModelBuilder, Curve, list[tuple[Variable, int]]]:
    """Something docks in slots 3 to 6, or never; it does, which is known before and after."""
    builder = ModelBuilder()
    values = [builder.flag("by 2"), builder.flag("by 6")]
    chain = Chain([Cell(0, 2), Cell(3, 6)], values)
    return builder, curve_of(chain), list(zip(values, (0, 1), strict=True))


def test_a_curve_is_read_high_or_low_term_by_term() -> None:
    """Twice what has docked a slot ago, without what has docked, and with five from slot 2 on."""
    builder, docked, kept = docking()
    curve = docked.later(1) * 2 - docked + curve_of(Since(2)) * 4 + 1
    told = Solution([value for _, value in kept])
    # The first term is unknown in slots 4 to 6, the second in slots 3 to 5.
    for slot, low, high in ((1, 1, 1), (3, 4, 5), (4, 4, 7), (6, 4, 6), (7, 6, 6)):
        for optimistic, value in ((False, low), (True, high)):
            for read in (
                builder.read(curve.at(slot), optimistic),
                builder.expression(curve, slot, optimistic),
            ):
                assert told.measure(read) == value


def test_a_statement_is_read_as_kindly_as_a_gap_allows() -> None:
    """In slot 4 it may be docked, and it may not."""
    builder, docked, kept = docking()
    told = builder.number(1, "told")
    builder.post(docked.at(4) >= 1)
    builder.post(docked.at(4) <= 0)
    builder.post_where([kept[1][0]], docked.at(4) >= 1)
    builder.post_at_each(LazyConstraint(docked, 1, (3, 4), None))
    builder.post_maximum(told, [docked.at(4), docked.at(2)])
    assert between(builder, plain(told), kept) == (1, 1)
    builder.post(docked.at(2) >= 1)
    assert between(builder, Sum(), kept) is None


def test_what_is_zero_is_neither_more_nor_less() -> None:
    builder, (one, _, _, many) = four()
    builder.post_zero(LinearExpr(((many.index, 1), (one.index, 2)), -2))
    assert between(builder, plain(many), [(one, 0)]) == (2, 2)
    assert between(builder, plain(many), [(one, 1)]) == (0, 0)


def test_a_sum_is_collected_in_its_lowest_reading_with_each_variable_once() -> None:
    """Not docked in slot 2 and perhaps in slot 4, both together; and one variable twice."""
    builder, docked, kept = docking()
    one = builder.variable(0)
    both = docked.at(2) + docked.at(4) + plain(one) * 2 + plain(one) + 5
    collected = builder.collected(both)
    assert not collected.terms
    assert len({variable for _, variable in collected.plain}) == len(collected.plain)
    lowest = Solution([value for _, value in kept]).measure(builder.read(both, optimistic=False))
    assert between(builder, collected, kept) == (lowest, lowest)


def test_a_lazy_constraint_is_posted_once_a_solution_breaks_it() -> None:
    builder, (spared, _, _, many) = four()
    crew = curve_of(Fixed(many))
    builder.post_lazily(LazyConstraint(crew, 1, (0, 5), spared))
    builder.post_lazily(LazyConstraint(crew, -1, (0,), None))
    for kept in ([0, 0, 0, 1], [1, 0, 0, -1]):
        assert not builder.post_violated(Solution(kept))
    assert (len(builder.model.proto.constraints), builder.active) == (0, frozenset())
    assert builder.post_violated(Solution([0, 0, 0, 0]))
    assert builder.active == {(0, 0), (0, 5)}
    assert between(builder, plain(many), [(spared, 0)]) == (1, 2)
    assert not builder.post_violated(Solution([0, 0, 0, 0]))


def test_a_lazy_constraint_is_broken_in_any_one_slot_but_not_by_a_gap() -> None:
    """Not docked in slot 2, docked in slot 6, and perhaps in slot 4."""
    _, docked, kept = docking()
    told = Solution([value for _, value in kept])
    for slots, broken in (((2, 6), {2}), ((4, 6), set()), ((6,), set())):
        assert LazyConstraint(docked, 1, slots, None).violated(told) == broken


def test_a_lazy_constraint_that_is_broken_once_can_be_posted_wholly() -> None:
    """Docked in slot 6, not in slot 2: it is broken in one of its two slots."""
    builder, docked, kept = docking()
    builder.post_lazily(LazyConstraint(docked, 1, (2, 6), None))
    builder.post_lazily(LazyConstraint(docked, 0, (2, 6), None))
    told = Solution([value for _, value in kept])
    assert builder.post_violated(told, wholly=True)
    assert builder.active == {(0, 2), (0, 6)}
    assert not builder.post_violated(told, wholly=True)


def test_what_was_needed_on_another_grid_is_posted_at_once() -> None:
    builder, (_, _, _, many) = four()
    for least in (0, 1, 2):
        builder.post_lazily(LazyConstraint(curve_of(Fixed(many)), least, (0,), None))
    builder.activate(frozenset({(1, 0)}))
    assert builder.active == {(1, 0)}
    assert len(builder.model.proto.constraints) == 1
    assert builder.post_violated(Solution([0, 0, 0, 1]))
    assert builder.active == {(1, 0), (2, 0)}


def test_on_another_grid_what_was_needed_is_posted_in_the_last_slot_before() -> None:
    """In slot 4 of a grid on which it is read in slots 2, 3 and 6; in slot 1 it is not read."""
    builder, (_, _, _, many) = four()
    builder.post_lazily(LazyConstraint(curve_of(Fixed(many)), 1, (2, 3, 6), None))
    builder.activate(frozenset({(0, 1)}))
    assert len(builder.model.proto.constraints) == 0
    lazy = LazyConstraint(curve_of(Fixed(many)), 1, (2, 3, 6), None)
    assert [lazy.last_at(slot) for slot in (1, 2, 4, 9)] == [None, 2, 3, 6]
    builder.activate(frozenset({(0, 4)}))
    assert len(builder.model.proto.constraints) == 1


def test_what_was_not_posted_as_time_ran_out_is_posted_later() -> None:
    """Else a solution that breaks it would pass for one that keeps every rule."""
    builder, (_, _, _, many) = four()
    for least in range(OFTEN):
        builder.post_lazily(LazyConstraint(curve_of(Fixed(many)), least + 3, (0,), None))
    builder.stop = lambda: True
    told = Solution([0, 0, 0, 0])
    with pytest.raises(GivenUpError):
        builder.post_violated(told)
    posted = len(builder.model.proto.constraints)
    builder.stop = lambda: False
    assert builder.post_violated(told)
    assert len(builder.model.proto.constraints) == OFTEN > posted


def many_flags(builder: ModelBuilder, _: Variable) -> None:
    for number in range(OFTEN):
        builder.flag(f"flag {number}")


def many_constraints(builder: ModelBuilder, one: Variable) -> None:
    for number in range(OFTEN):
        builder.post(Sum((), ((1, one),), number) >= 1)


@pytest.mark.parametrize("grow", [many_flags, many_constraints])
def test_a_model_that_is_to_be_given_up_is_given_up_while_it_grows(
    grow: Callable[[ModelBuilder, Variable], None],
) -> None:
    """Whatever it grows by; what stands already may still be read."""
    builder, (one, *_) = four()
    grow(builder, one)
    builder.stop = lambda: True
    with pytest.raises(GivenUpError):
        grow(builder, one)
    assert between(builder, Sum((), ((1, one),))) is not None
