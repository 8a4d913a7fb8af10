"""All rounds: goals in their order, on a grid that is refined until the best plan is proven."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace

from lifeboat.situation.candidate_dates import Dates
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates, collect
from lifeboat.solving.search.any_plan import any_plan
from lifeboat.solving.search.beginning import first_relaxation
from lifeboat.solving.search.improvement import (
    improved,
    improved_on_every_date,
    improved_soon,
)
from lifeboat.solving.search.incumbent import Incumbent, Infeasible, NotFound, SearchOutcome
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.proof import Proof
from lifeboat.solving.search.proving import prove_blocks
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.state import SearchState
from lifeboat.stopping import GivenUpError

LAST_WITHOUT_A_PLAN = 1
"""After this many rounds of refinement without a plan it is asked whether there is any."""

IMPROVEMENTS = (improved_soon, improved_on_every_date)
"""What is tried once each, after the first rounds of what is hard."""

PROVING = 2 / 3
"""The share of a limited time that goes to proofs; in the rest the incumbent is improved."""


def find_best(problem: Problem) -> SearchOutcome:
    """Find the best dates and rides, or prove that there are none."""
    settings = problem.settings
    proving = settings if settings.until is None else settings.with_share(PROVING)
    state = _searched(replace(problem, settings=proving), settings)
    if state.incumbent is None and settings.until is not None:
        _find_any_plan(state, settings, settings.until)
    found = _outcome(state)
    if not isinstance(found, Incumbent) or found.is_proven or settings.until is None:
        return found
    return improved(problem, found, settings.until)


def best_on_dates(problem: Problem, candidates: Candidates) -> Incumbent | None:
    """The best dates and rides with every event on one of the given dates, nothing proven."""
    state = SearchState(problem, None, is_unproven=True)
    with suppress(GivenUpError):
        relaxation = Relaxation(problem, candidates)
        state.proof = Proof(relaxation.objective.blocks(), within=relaxation.objective.within)
        prove_blocks(state, relaxation)
    return state.incumbent


def _searched(problem: Problem, all_time: Settings) -> SearchState:
    """A search as far as its settings let it go."""
    state = SearchState(problem, problem.known, all_time=all_time)
    try:
        with suppress(GivenUpError):
            _search(state)
    except MemoryError:
        if state.incumbent is None:
            raise
    return state


def _search(state: SearchState) -> None:
    settings, dates = state.problem.settings, collect(state.problem.situation)
    relaxation = first_relaxation(state, dates)
    for rounds in range(settings.rounds + 2):
        if prove_blocks(state, relaxation) or state.is_impossible or settings.is_over():
            break
        if state.is_hard:
            _seek_a_better_plan(state, dates, rounds)
        if state.is_impossible:
            break
        relaxation = state.relaxation(_next_dates(state, relaxation, dates, rounds))


def _seek_a_better_plan(state: SearchState, dates: Dates, rounds: int) -> None:
    """Look for a better plan before what is hard is proven: the better it is, the sooner it is
    known that there is none better. Where no grid has had a plan, there may be none at all.
    """
    if state.incumbent is None and rounds == LAST_WITHOUT_A_PLAN:
        found = any_plan(state.problem, dates)
        state.is_impossible = isinstance(found, Infeasible)
        state.incumbent = found if isinstance(found, Incumbent) else None
    tried = state.attempts.improved
    if tried == len(IMPROVEMENTS) or (tried > 0 and state.proof.is_at_the_last):
        return
    if state.incumbent is not None:
        state.attempts.improved += 1
        state.take(IMPROVEMENTS[tried](state.problem, state.incumbent))


def _outcome(state: SearchState) -> SearchOutcome:
    if state.incumbent is None:
        return Infeasible() if state.is_impossible else NotFound()
    candidates = {} if state.last is None else state.last.candidates
    return replace(state.with_bounds(), candidates=candidates)


def _find_any_plan(state: SearchState, settings: Settings, until: float) -> None:
    """Look for any plan in the time left, that of record first: one is better than none."""
    relaxation = state.last
    if relaxation is None or state.is_impossible or settings.is_over():
        return
    relaxation.continue_with(settings)
    now = time.monotonic()
    half = now + (until - now) / 2
    with suppress(GivenUpError):
        as_recorded = relaxation.any_plan(half, as_recorded=True)
        if as_recorded or relaxation.any_plan(until, as_recorded=False):
            state.incumbent = relaxation.incumbent()


def _next_dates(
    state: SearchState, relaxation: Relaxation, dates: Dates, rounds: int
) -> Candidates:
    settings = state.problem.settings
    if rounds < settings.rounds:
        return _refined(state, relaxation, dates)
    if settings.to_the_end:
        return dates.every_slot()
    state.is_unproven = True
    return relaxation.candidates


def _refined(state: SearchState, relaxation: Relaxation, dates: Dates) -> Candidates:
    was_fine = state.refinement.is_fine
    is_last = state.proof.is_at_the_last
    spread = state.problem.settings.spread
    candidates = state.refinement.refined(relaxation, dates, spread, is_last)
    if state.refinement.is_fine and not was_fine:
        state.go_one_by_one()
    return candidates
