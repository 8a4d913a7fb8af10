"""What was not proven in time is bettered on the dates at hand, and never made worse."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

import lifeboat
from lifeboat.files.known_types import known_types
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.search import improvement
from lifeboat.solving.search.improvement import (
    improved,
    improved_on_every_date,
    improved_soon,
    with_other_flights,
)
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import dated_goals
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation
from repository import TINY
from rescue import BEST, HERON_DOCKS, plan_with_heron_on
from searching import best_of


def situation() -> Situation:
    return Situation.of(lifeboat.read_scenario(str(TINY)), known_types())


def improve(found: Incumbent) -> Incumbent:
    until = time.monotonic() + 20
    return improved(Problem(situation(), Settings(until=until)), found, until)


def test_a_plan_that_moves_nothing_becomes_the_best_one() -> None:
    every = collect(situation()).every_slot()
    grid = Relaxation(Problem(situation(), Settings()), every)
    moved = len(dated_goals(situation())) - 1
    assert grid.best((moved,), {}).value == 0
    late = replace(grid.incumbent(), candidates=every)
    best = best_of(situation())
    # Flown as planned, Heron docks on the 9th, two days after the best plan's 7th.
    assert late.values > best.values
    assert improve(late).values == best.values
    soon = improved_soon(Problem(situation(), Settings()), late)
    assert soon.values == best.values


def test_among_all_dates_the_same_flights_get_their_best() -> None:
    """As planned, Heron docks on the 9th; in the best plan on the 7th, its first day."""
    problem = Problem(situation(), Settings())
    late = plan_with_heron_on(8)
    found = improved_on_every_date(problem, late)
    assert found.schedule.events()[HERON_DOCKS] == [6]
    assert found.schedule.rides == late.schedule.rides
    assert improved_on_every_date(problem, found) is found


def test_where_all_dates_are_too_many_a_plan_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(improvement, "FINEST", 3)
    late = plan_with_heron_on(8)
    assert improved_on_every_date(Problem(situation(), Settings()), late) is late


def test_other_flights_are_taken_only_where_they_are_better() -> None:
    problem, late = Problem(situation(), Settings()), plan_with_heron_on(8)
    better = with_other_flights(problem, late)
    assert better is not None
    assert better.values == BEST
    assert with_other_flights(problem, better) is None


def test_the_best_plan_stays_the_best() -> None:
    best = best_of(situation())
    found = improve(best)
    assert found.values == best.values
    assert found.bounds == best.bounds
