"""How a search for the small rescue begins: with no plan, with one that is known, with several."""

from __future__ import annotations

import pytest

from lifeboat.solving.formulation.cells import Candidates, collect
from lifeboat.solving.search import objective
from lifeboat.solving.search.beginning import first_relaxation
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.state import SearchState
from rescue import BEST, HERON_DOCKS, asked, grid, plan_with_heron_on, rescue


@pytest.fixture(autouse=True)
def _goals_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than one block of goals, as larger stations have."""
    monkeypatch.setattr(objective, "TOGETHER", 1)


def begin(
    docks: tuple[int, ...] = (), start: Candidates | None = None
) -> tuple[SearchState, Relaxation]:
    """The beginning, where plans are known in which Heron docks on some slots."""
    like = tuple(plan_with_heron_on(dock).schedule for dock in docks)
    state = SearchState(asked(like=like, start=start), None)
    return state, first_relaxation(state, collect(rescue()))


def test_with_nothing_known_it_begins_on_the_coarsest_grid() -> None:
    state, relaxation = begin()
    assert relaxation.candidates == collect(rescue()).closed(0)
    assert state.incumbent is None


def test_it_begins_on_the_dates_it_is_told() -> None:
    _, relaxation = begin(start=grid(7))
    assert relaxation.candidates[HERON_DOCKS] == [7]


def test_a_plan_that_is_still_the_best_is_soon_proven_so() -> None:
    state, relaxation = begin((6,), start=grid(6, 8))
    assert state.incumbent is not None
    assert state.incumbent.values == BEST
    assert state.proof.is_at_the_last
    assert relaxation.candidates == grid(6, 8)


@pytest.mark.parametrize("docks", [(8,), (12, 8)])
def test_a_plan_that_is_no_longer_the_best_gets_better_dates(docks: tuple[int, ...]) -> None:
    """Who goes home on what stays; Heron docks on 6, the earliest day there is."""
    state, relaxation = begin(docks)
    assert state.incumbent is not None
    assert state.incumbent.values == BEST
    assert {*state.incumbent.schedule.events()[HERON_DOCKS]} == {6}
    assert 6 in relaxation.candidates[HERON_DOCKS]
    assert state.attempts.sizes == dict.fromkeys(state.proof.blocks, relaxation.size)
