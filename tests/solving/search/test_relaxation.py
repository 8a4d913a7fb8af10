"""The small rescue on grids with few dates for Heron: what no plan can have less of, and plans."""

from __future__ import annotations

import time

import pytest

from lifeboat.solving.cpsat.model import FOUND
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.stopping import GivenUpError
from rescue import (
    ALL_GOALS,
    AS_PLANNED,
    BEST,
    HERON_DOCKS,
    asked,
    every_slot,
    grid,
    plan_with_heron_on,
)


@pytest.mark.parametrize(
    ("docks", "moved"),
    [
        ((), 0),  # anywhere from 6 to 12: on 6 for those aboard, on 8 for the plan of record
        ((8, 12), 1),  # on 6 or 7: on 6 for those aboard, on 7 for the plan of record
        ((6, 8), 2),
        ((6, 7, 8, 9, 10, 11, 12), 2),
    ],
)
def test_a_bound_is_never_above_the_best_plan(docks: tuple[int, ...], moved: int) -> None:
    """Of each goal a bound has no more than the best plan; the fewer dates, the less."""
    relaxation = Relaxation(asked(), grid(*docks))
    assert relaxation.bound(ALL_GOALS, {}).is_proven
    assert relaxation.values() == (*BEST[:-1], moved)


def test_a_bound_on_every_slot_is_a_plan() -> None:
    relaxation = Relaxation(asked(), every_slot())
    assert relaxation.bound(ALL_GOALS, {}).is_proven
    assert not any(cell.is_gap for cell in relaxation.chosen().values())
    assert relaxation.incumbent().values == BEST


def test_a_goal_is_bounded_with_those_before_as_small_as_is_known() -> None:
    """Nothing has to move; where nobody may be without a place longer than needed, two days."""
    relaxation = Relaxation(asked(), every_slot())
    moved = ALL_GOALS[-1:]
    assert relaxation.bound(moved, {}).value == 0
    assert relaxation.bound(moved, {0: 7}).value == 1
    assert relaxation.bound(moved, {0: 6}).value == 2


def test_the_best_plan_on_a_grid_uses_no_gap() -> None:
    """A bound has Heron on 6 or 7, which lie in a gap; a plan only has 8 or 12."""
    relaxation = Relaxation(asked(), grid(8, 12))
    relaxation.bound(ALL_GOALS, {})
    assert relaxation.chosen()[HERON_DOCKS] == Cell(6, 7)
    relaxation.best(ALL_GOALS, {})
    assert relaxation.chosen()[HERON_DOCKS] == Cell(8, 8)
    assert relaxation.incumbent().values == AS_PLANNED


def test_a_bound_that_is_asked_for_again_is_the_same_with_its_solution() -> None:
    relaxation = Relaxation(asked(), grid(8, 12))
    before = relaxation.bound(ALL_GOALS, {})
    relaxation.best(ALL_GOALS, {})
    assert relaxation.bound(ALL_GOALS, {}) == before
    assert relaxation.chosen()[HERON_DOCKS] == Cell(6, 7)


def test_a_plan_is_flown_on_its_own_dates_or_on_better_ones() -> None:
    late, blocks = plan_with_heron_on(8).schedule, [ALL_GOALS]
    every, without = Relaxation(asked(), every_slot()), Relaxation(asked(), grid(12))
    assert every.fly(late, blocks)
    assert every.values() == AS_PLANNED
    assert every.fly(late, blocks, on_its_dates=False)
    assert every.values() == BEST
    assert not without.fly(late, blocks)


@pytest.mark.parametrize(("docks", "is_least"), [((), False), ((8,), False), ((6, 8), True)])
def test_a_plan_is_least_where_not_even_a_gap_undercuts_it(
    docks: tuple[int, ...], is_least: bool
) -> None:
    relaxation = Relaxation(asked(), grid(*docks))
    assert relaxation.is_least(BEST, 0, {}) == is_least
    undercut = relaxation.undercut(ALL_GOALS, BEST, {})
    assert undercut.is_impossible == is_least
    if undercut.status in FOUND:
        assert relaxation.values() < BEST


@pytest.mark.parametrize("as_recorded", [True, False])
def test_any_plan_is_a_plan_on_dates_of_the_grid(as_recorded: bool) -> None:
    """All go home on Heron, as planned; anything else leaves somebody behind."""
    relaxation = Relaxation(asked(), grid(8, 12))
    assert relaxation.any_plan(time.monotonic() + 3600, as_recorded=as_recorded)
    assert not any(cell.is_gap for cell in relaxation.chosen().values())
    heron = relaxation.incumbent().schedule.flights["Heron"]
    assert heron.dock in (8, 12)


def test_there_may_be_no_plan_on_the_dates_of_a_grid() -> None:
    assert not Relaxation(asked(), grid()).any_plan(time.monotonic() + 3600, as_recorded=False)


def test_a_relaxation_is_not_built_where_no_time_is_left() -> None:
    with pytest.raises(GivenUpError):
        Relaxation(asked(settings=Settings(until=time.monotonic() - 1)), every_slot())
