"""All rounds: the small rescue is proven, told impossible, or as good as time allows."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from lifeboat.days import Window
from lifeboat.scenario.pins import Pin
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.search import lexicographic, objective, proving
from lifeboat.solving.search.incumbent import Incumbent, Infeasible, NotFound
from lifeboat.solving.search.lexicographic import best_on_dates, find_best
from lifeboat.solving.search.problem import Problem
from rescue import AS_PLANNED, BEST, HERON_DOCKS, asked, grid, plan_with_heron_on, rescue
from searching import an_incumbent


def test_the_best_plan_is_the_one_worked_out_by_hand() -> None:
    found = an_incumbent(find_best(asked()))
    heron = found.schedule.flights["Heron"]
    assert found.values == found.bounds == BEST
    assert (heron.launch, heron.dock, heron.undock) == (5, 6, 11)
    assert {(ship, count) for (_, ship), count in found.schedule.rides.items()} == {("Heron", 3)}


def test_a_grid_without_the_best_date_is_refined_until_it_is_there() -> None:
    found = an_incumbent(find_best(asked(start=grid(12))))
    assert found.values == found.bounds == BEST
    assert 6 in found.candidates[HERON_DOCKS]


def test_a_pin_before_anything_can_fly_leaves_no_plan() -> None:
    pins = {"too soon": Pin(vehicle="Heron", launch=Window.read("2030-03-03"))}
    assert find_best(asked(situation=rescue(pins=pins))) == Infeasible()


@pytest.mark.parametrize(
    ("together", "values", "bounds"),
    [(objective.TOGETHER, AS_PLANNED, (*BEST[:-1], 1)), (1, BEST, BEST[:1])],
)
def test_without_refinement_the_best_plan_at_hand_is_told_with_what_is_proven(
    together: int,
    values: tuple[int, ...],
    bounds: tuple[int, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Heron may dock on 8 or 12, and for all a bound knows on 6 or 7. Where goals are proven one
    by one, that of the first says nothing of the second; but then the plan gets better dates.
    """
    monkeypatch.setattr(objective, "TOGETHER", together)
    hasty = Settings(rounds=0, to_the_end=False)
    found = an_incumbent(find_best(asked(settings=hasty, start=grid(8, 12))))
    assert (found.values, found.bounds) == (values, bounds)
    assert not found.is_proven


def test_after_the_last_round_every_slot_proves_the_best() -> None:
    found = an_incumbent(find_best(asked(settings=Settings(rounds=0), start=grid(8, 12))))
    assert found.values == found.bounds == BEST


def test_where_no_plan_is_found_in_time_the_known_one_is_the_answer_or_none() -> None:
    """On a grid without any date for Heron there is no plan, which proves nothing."""
    hasty, late = Settings(rounds=0, to_the_end=False), plan_with_heron_on(8)
    assert find_best(asked(settings=hasty, start=grid())) == NotFound()
    found = an_incumbent(find_best(asked(settings=hasty, start=grid(), known=late)))
    assert found.schedule == late.schedule
    assert not found.is_proven


def test_a_plan_that_is_known_gets_no_worse_when_time_is_over() -> None:
    over, late = Settings(until=0.0), plan_with_heron_on(8)
    found = an_incumbent(find_best(asked(settings=over, known=late)))
    assert BEST <= found.values <= late.values


def test_on_given_dates_the_best_plan_is_found_and_nothing_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where each goal is a block of its own, and the first could not be proven."""
    monkeypatch.setattr(objective, "TOGETHER", 1)
    found = best_on_dates(asked(), grid(8, 12))
    assert found is not None
    assert (found.values, found.bounds) == (AS_PLANNED, ())
    assert best_on_dates(asked(), grid()) is None


def test_where_no_time_is_left_there_is_no_plan_and_nothing_is_proven() -> None:
    """Not even the model is built, though it is small; a plan that was known is the answer."""
    late = Settings(until=time.monotonic() - 1)
    assert find_best(asked(settings=late)) == NotFound()
    known = plan_with_heron_on(8)
    found = an_incumbent(find_best(asked(settings=late, known=known)))
    assert (found.values, found.is_proven) == (known.values, False)
    assert best_on_dates(asked(settings=late), grid(8)) is None


@pytest.mark.parametrize(("docks", "ways"), [((8, 12), ["near"]), ((12,), ["near", "every date"])])
def test_what_is_hard_is_bettered_once_in_each_way_until_only_the_last_goal_is_left(
    docks: tuple[int, ...], ways: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Heron may dock on 12 at first, or on 8 as well: no bound of the first goals is met."""
    tried: list[str] = []

    def no_better(way: str) -> Callable[[Problem, Incumbent], Incumbent]:
        def improved(_: Problem, found: Incumbent) -> Incumbent:
            tried.append(way)
            return found

        return improved

    monkeypatch.setattr(proving, "EASY", 0.0)
    monkeypatch.setattr(objective, "TOGETHER", 1)
    monkeypatch.setattr(lexicographic, "IMPROVEMENTS", (no_better("near"), no_better("every date")))
    found = an_incumbent(find_best(asked(start=grid(*docks))))
    assert found.values == found.bounds == BEST
    assert tried == ways
