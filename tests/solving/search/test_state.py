"""A search under way: which plan it remembers, and what it hands on from grid to grid."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.state import SearchState
from lifeboat.stopping import GivenUpError
from rescue import (
    ALL_GOALS,
    BEST,
    HERON_DOCKS,
    asked,
    every_slot,
    grid,
    plan_with_heron_on,
)
from tiny import tiny


def sparrow_leaves(slot: int) -> Schedule:
    """The best plan, with Sparrow gone on a slot: no goal asks when it leaves."""
    best = plan_with_heron_on(6).schedule
    sparrow = replace(best.flights["Sparrow"], undock=slot)
    return replace(best, flights={**best.flights, "Sparrow": sparrow})


@pytest.mark.parametrize(("keep", "stays"), [(True, 11), (False, 13)])
def test_a_plan_that_is_only_as_good_is_taken_unless_the_first_is_to_be_kept(
    keep: bool, stays: int
) -> None:
    state = SearchState(asked(keep=keep), None)
    relaxation = state.relaxation(every_slot())
    for slot in (11, 13):
        assert relaxation.fly(sparrow_leaves(slot), [ALL_GOALS])
        state.remember(relaxation)
    assert state.incumbent is not None
    assert state.incumbent.values == BEST
    assert state.incumbent.schedule.undock_of("Sparrow") == stays


@pytest.mark.parametrize("keep", [True, False])
def test_a_better_plan_is_always_taken_and_a_worse_one_never(keep: bool) -> None:
    state = SearchState(asked(keep=keep), None)
    relaxation = state.relaxation(every_slot())
    docks = []
    for dock in (8, 6, 7):
        assert relaxation.fly(plan_with_heron_on(dock).schedule, [ALL_GOALS])
        state.remember(relaxation)
        assert state.incumbent is not None
        docks += state.incumbent.schedule.events()[HERON_DOCKS]
    assert docks == [8, 6, 6]


def test_a_bound_that_rises_is_told_and_never_falls() -> None:
    """The best plan has 6 days without a place, the first goal; told of is never more than that.
    What is told again, because something else is known, does not take it back.
    """
    told: list[tuple[int, ...]] = []
    problem = replace(asked(), tell=lambda _, plan: told.append(plan.bounds))
    state = SearchState(problem, plan_with_heron_on(6))
    objective = state.relaxation(every_slot()).objective
    for firsts in ((3, 2, 5), (4, 5, BEST[0] + 1)):
        rising = state.rising(objective, ALL_GOALS)
        assert rising is not None
        for first in firsts:
            rising(objective.weight_of(ALL_GOALS, {0: first}))
        state.tell()
    assert told == [(3,), (5,), (5,), (BEST[0],), (BEST[0],)]
    assert state.proof.bounds == {}


def test_a_bound_that_rises_takes_the_place_of_those_found_where_it_had_less() -> None:
    """Goals after it have theirs only as long as it can be as little as was proven."""
    state = SearchState(asked(), plan_with_heron_on(6))
    objective = state.relaxation(every_slot()).objective
    state.proof.keep(dict(enumerate((2, *BEST[1:]))))
    rising = state.rising(objective, ALL_GOALS)
    assert rising is not None
    rising(objective.weight_of(ALL_GOALS, {0: 2}))
    assert state.with_bounds().bounds == (2, *BEST[1:])
    rising(objective.weight_of(ALL_GOALS, {0: 4}))
    assert state.with_bounds().bounds == (4,)


def test_a_bound_that_rises_is_forgotten_where_the_goals_before_it_may_be_worse() -> None:
    state = SearchState(asked(), plan_with_heron_on(6))
    objective = state.relaxation(every_slot()).objective
    state.proof.blocks = [(0,), ALL_GOALS[1:]]
    state.proof.keep({0: 5})
    state.proof.done = 1
    rising = state.rising(objective, ALL_GOALS[1:])
    assert rising is not None
    rising(objective.weight_of(ALL_GOALS[1:], {1: BEST[1]}))
    assert state.with_bounds().bounds == (5, BEST[1])
    state.proof.keep({0: 6})
    assert state.with_bounds().bounds == (6,)


def test_where_there_is_no_plan_nothing_is_told() -> None:
    empty = SearchState(asked(), None)
    assert empty.rising(empty.relaxation(every_slot()).objective, ALL_GOALS) is None


def test_a_bound_is_kept_with_the_gaps_it_used() -> None:
    state = SearchState(asked(), None)
    relaxation = state.relaxation(grid())
    relaxation.bound(ALL_GOALS, {})
    state.keep_bounds(relaxation, ALL_GOALS)
    assert state.proof.bounds == dict(enumerate((*BEST[:-1], 0)))
    assert {event for event, _ in state.refinement.loose} >= {HERON_DOCKS}


def test_a_limit_that_a_solution_broke_is_posted_on_every_grid_from_then_on() -> None:
    """As planned three are aboard on three days; the station carries two."""
    situation = Situation.of(tiny({"station.crew": {"most": 2}}), {})
    state = SearchState(Problem(situation, Settings()), None)
    dates = collect(situation)
    coarse = state.relaxation(dates.closed(0))
    assert coarse.active == frozenset()
    for block in coarse.objective.blocks():
        coarse.bound(block, {})
        state.keep_bounds(coarse, block)
    assert state.active
    assert state.relaxation(dates.every_slot()).active == state.active


def test_every_goal_is_proven_by_itself_once_that_was_asked_for() -> None:
    state = SearchState(asked(), None)
    state.relaxation(grid())
    state.go_one_by_one()
    assert state.proof.blocks == [(goal,) for goal in ALL_GOALS]
    assert state.is_hard


def test_until_there_is_a_plan_a_grid_may_be_built_in_the_time_for_plans_too() -> None:
    """Its time for proofs is over; without a grid no plan could be found in the rest."""
    late = asked(settings=Settings(until=time.monotonic() - 1))
    state = SearchState(late, None, all_time=Settings(until=time.monotonic() + 3600))
    assert state.relaxation(every_slot()) is state.last
    state.incumbent = plan_with_heron_on(8)
    with pytest.raises(GivenUpError):
        state.relaxation(every_slot())
