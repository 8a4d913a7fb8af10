"""One round on one grid of the small rescue: what it proves, and what it leaves for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from lifeboat.days import Window
from lifeboat.files.known_types import known_types
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings, SolveResult
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.search import objective, proving
from lifeboat.solving.search.improvement import with_other_flights
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import ObjectiveBlock
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.proof import Proof
from lifeboat.solving.search.proving import REFUTED, may_refute, prove_blocks, prove_by_incumbent
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.state import SearchState
from rescue import (
    ALL_GOALS,
    AS_PLANNED,
    BEST,
    asked,
    every_slot,
    grid,
    plan_with_heron_on,
    rescue,
)
from tiny import tiny


@pytest.fixture(params=[objective.TOGETHER, 1], ids=["goals together", "goals apart"])
def _goals(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Goals in one sum, and in many."""
    monkeypatch.setattr(objective, "TOGETHER", request.param)


@pytest.mark.usefixtures("_goals")
def test_a_grid_with_the_dates_that_matter_proves_everything() -> None:
    state = SearchState(asked(), None)
    assert prove_blocks(state, state.relaxation(grid(6, 8)))
    assert state.incumbent is not None
    assert state.incumbent.values == BEST
    assert state.proof.bounds == dict(enumerate(BEST))


@pytest.mark.usefixtures("_goals")
def test_a_grid_without_them_proves_what_it_can() -> None:
    """With 8 and 12 as Heron's dates a bound has it dock on 6, a plan not before 8."""
    state = SearchState(asked(), None)
    assert not prove_blocks(state, state.relaxation(grid(8, 12)))
    assert state.incumbent is not None
    assert state.incumbent.values[0] == AS_PLANNED[0]
    assert state.proof.bounds[0] == 6
    assert state.proof.bounds.items() <= dict(enumerate((*BEST[:-1], 1))).items()
    assert state.refinement.uses_gaps


@pytest.mark.usefixtures("_goals")
def test_where_proofs_take_too_long_the_best_plan_at_hand_is_found() -> None:
    state = SearchState(asked(), None, is_unproven=True)
    assert prove_blocks(state, state.relaxation(grid(8, 12)))
    assert state.incumbent is not None
    assert state.incumbent.values == AS_PLANNED
    assert state.proof.bounds == {}


@pytest.mark.usefixtures("_goals")
def test_a_pin_before_anything_can_fly_is_proven_impossible() -> None:
    pins = {"too soon": Pin(vehicle="Heron", launch=Window.read("2030-03-03"))}
    state = SearchState(asked(situation=rescue(pins=pins)), None)
    assert not prove_blocks(state, state.relaxation(grid()))
    assert state.is_impossible
    assert state.incumbent is None


@pytest.mark.parametrize(("dock", "proven"), [(6, True), (8, False)])
def test_a_plan_proves_all_but_the_last_goals_where_nothing_is_better(
    dock: int, proven: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objective, "TOGETHER", 1)
    state = SearchState(asked(), plan_with_heron_on(dock))
    prove_by_incumbent(state, state.relaxation(every_slot()))
    assert state.proof.is_at_the_last == proven
    assert state.proof.bounds == (dict(enumerate(BEST[:-1])) if proven else {})


@pytest.mark.parametrize(("dock", "proven"), [(6, True), (8, False)])
def test_a_plan_is_proven_by_looking_for_less_than_it_has(
    dock: int, proven: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first goal of the small rescue: six with Heron on 6, eight with it on 8."""
    asked_for: list[tuple[int, int] | None] = []
    bound = Relaxation.bound

    def note(of: Relaxation, *args: Any, **more: Any) -> SolveResult:
        asked_for.append(more["within"])
        return bound(of, *args, **more)

    monkeypatch.setattr(objective, "TOGETHER", 1)
    monkeypatch.setattr(Relaxation, "bound", note)
    state = SearchState(asked(), plan_with_heron_on(dock), is_hard=True)
    state.attempts.failed = {(0,)}
    state.attempts.refuted[0,] = REFUTED
    prove_blocks(state, state.relaxation(grid(6, 8)))
    assert asked_for[0] == (0, dock - 1)
    assert state.proof.bounds[0] == 6


@pytest.mark.parametrize(
    ("station", "found"),
    [(tiny(), True), (tiny({"pins.home": {"person": "Ana", "home": "Finch"}}), False)],
)
def test_where_bounds_are_hard_the_plan_of_record_is_tried_first(
    station: Scenario, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tiny station can be flown as planned, but not if Ana has to leave in Finch."""
    flown: list[bool] = []
    fly = Relaxation.fly_as_planned

    def note(of: Relaxation, blocks: Sequence[ObjectiveBlock]) -> bool:
        flown.append(fly(of, blocks))
        return flown[-1]

    monkeypatch.setattr(objective, "TOGETHER", 1)
    monkeypatch.setattr(proving, "_bound_every_block", lambda *_: False)
    monkeypatch.setattr(Relaxation, "fly_as_planned", note)
    problem = asked(situation=Situation.of(station, known_types()))
    state = SearchState(problem, None)
    dates = collect(problem.situation)
    assert prove_blocks(state, state.relaxation(dates.every_slot()))
    assert flown == [found]
    assert state.incumbent is not None


def test_better_plans_are_refuted_only_where_one_was_sought_in_vain() -> None:
    first, second, last = (0,), (1,), ALL_GOALS[2:]
    state = SearchState(asked(), plan_with_heron_on(6), Proof([first, second, last]))
    state.attempts.failed = {first, last}
    assert [may_refute(state, it) for it in (first, second, last)] == [True, False, False]
    state.attempts.refuted[first] = REFUTED
    assert not may_refute(state, first)


def test_nothing_is_refuted_where_effort_is_limited() -> None:
    limited = asked(settings=Settings(effort=1.0))
    state = SearchState(limited, plan_with_heron_on(6), Proof([(0,), ALL_GOALS[1:]]))
    state.attempts.failed = {(0,)}
    assert not may_refute(state, (0,))


def test_before_the_last_goal_on_a_fine_grid_dates_and_flights_are_bettered_in_turns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The incumbent is taken to move Heron by a day more than it does."""
    asked_for: list[tuple[int, ...]] = []

    def other_flights(problem: Problem, found: Incumbent) -> Incumbent | None:
        asked_for.append(found.values)
        return with_other_flights(problem, found)

    monkeypatch.setattr(proving, "with_other_flights", other_flights)
    monkeypatch.setattr(objective, "TOGETHER", 1)
    best = plan_with_heron_on(6)
    state = SearchState(asked(), replace(best, values=(*BEST[:-1], BEST[-1] + 1)))
    relaxation = state.relaxation(every_slot())
    state.refinement.is_fine = True
    state.proof.one_by_one()
    state.proof.done, state.proof.bounds = len(BEST) - 1, dict(enumerate(BEST[:-1]))
    assert prove_blocks(state, relaxation)
    assert state.incumbent is not None
    assert state.incumbent.values == BEST
    assert asked_for == [BEST]
