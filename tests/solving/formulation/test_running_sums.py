"""How many are aboard, of very many who come and go: a long sum kept short, and worth the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lifeboat.curves import Curve, Sum
from lifeboat.situation.clock import Slots
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import cells
from lifeboat.solving.formulation.chains import Chain, Since
from lifeboat.solving.formulation.running_sums import LONG, Part, RunningSum

SLOTS = range(-2, 16)
comings = st.tuples(
    st.sampled_from([-1, 1, 2]),
    st.sets(st.integers(0, 11), max_size=2),
    st.integers(-1, 2),
    st.integers(0, 13),
)
"""By how many each changes those aboard, on which grid, how much later, and when (13: never)."""
Coming = tuple[int, set[int], int, int]


def summed(them: list[Coming]) -> tuple[ModelBuilder, Curve, dict[int, int]]:
    """The sum of all of them, part by part; and what is decided, by variable."""
    builder, parts, decided = ModelBuilder(), list[Part](), dict[int, int]()
    for factor, dates, shift, when in them:
        grid = cells(dates, [Slots(0, 12)])
        chain = Chain(grid, [builder.flag("came") for _ in grid])
        parts.append((factor, chain, shift))
        decided |= {
            it.index: int(when <= cell.last) for cell, it in zip(grid, chain.values, strict=True)
        }
    return builder, Curve((*parts, (3, Since(4), 0)), 1), decided


@settings(max_examples=25, deadline=None)
@given(st.lists(comings, min_size=1, max_size=9), st.integers(1, 9), st.permutations(SLOTS))
def test_a_reading_is_worth_the_plain_sum_of_its_parts(
    them: list[Coming], times: int, slots: list[int]
) -> None:
    """Read high and low, in whatever order slots are asked for."""
    builder, curve, decided = summed(them * times)
    running = RunningSum(builder, curve, 2 * len(them) * times + 4, "aboard")
    whole = Curve(((1, running, 0),))
    readings = {
        (slot, high): builder.expression(whole, slot, optimistic=high)
        for slot in slots
        for high in (True, False)
    }
    search = Solver(builder, Settings())
    kept = [(builder.variable(index), value) for index, value in decided.items()]
    assert search.minimise(Sum(), kept=kept).is_found
    for (slot, high), reading in readings.items():
        parts = builder.expression(curve, slot, optimistic=high)
        assert search.solution.measure(reading) == search.solution.measure(parts)
        assert len(reading.weights) <= LONG


def test_a_sum_of_few_parts_needs_no_variable_of_its_own() -> None:
    for many, own in ((LONG, 0), (LONG + 1, 1)):
        builder, curve, decided = summed([(1, set(), 0, 0)] * many)
        running = RunningSum(builder, curve, many + 4, "aboard")
        assert len(running.high(5).weights) == (many if own == 0 else 1)
        assert len(builder.model.proto.variables) == len(decided) + own


def test_a_step_function_is_told_without_posting_anything() -> None:
    """One is there, sixty come in slot 0 and three in slot 4."""
    builder, curve, decided = summed([(1, {0}, 0, 0)] * 60)
    search = Solver(builder, Settings())
    assert search.minimise(Sum(), kept=[(builder.variable(it), 1) for it in decided]).is_found
    before = len(builder.model.proto.variables)
    running = RunningSum(builder, curve, 64, "aboard")
    told = search.solution.steps(Curve(((1, running, 0),)), high=True)
    assert list(told.at([-1, 0, 3, 4])) == [1, 61, 61, 64]
    assert len(builder.model.proto.variables) == before


def test_it_changes_only_where_it_says() -> None:
    builder, curve, _ = summed([(1, {3}, 0, 3), (-1, {5}, 2, 5)])
    running = RunningSum(builder, curve, 4, "aboard")
    for slot in SLOTS:
        assert slot in running.lows() or running.low(slot) == running.low(slot - 1)
        assert slot in running.highs() or running.high(slot) == running.high(slot - 1)
