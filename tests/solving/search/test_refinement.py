"""Where the grid of the small rescue gets more dates; Heron may dock on 6 to 12."""

from __future__ import annotations

import pytest

from lifeboat.situation.candidate_dates import Event
from lifeboat.solving.formulation.cells import Candidates, Cell, collect
from lifeboat.solving.search import refinement
from lifeboat.solving.search.refinement import Refinement
from lifeboat.solving.search.relaxation import Relaxation
from rescue import HERON_DOCKS, HERON_LEAVES, SPARROW_LEAVES, asked, every_slot, grid, rescue

ANY_DAY = {HERON_DOCKS: Cell(6, 12)}
"""A bound that has Heron dock somewhere in the gap of all days it may."""


def refined(known: Refinement, spread: bool = False, last: bool = False) -> Candidates:
    """The dates that follow on a grid without any date for Heron's docking."""
    return known.refined(Relaxation(asked(), grid()), collect(rescue()), spread, last)


def after(*bounds: tuple[dict[Event, Cell], bool]) -> Refinement:
    """What is known after some bounds: where each had its events, and whether it was higher."""
    known = Refinement()
    for chosen, raised in bounds:
        known.note(chosen, raised)
    return known


def test_a_gap_gets_the_dates_that_another_event_makes_decisive() -> None:
    """Heron leaves on 11: it must have docked a day before, and places change hands on that day."""
    known = after(({**ANY_DAY, HERON_LEAVES: Cell(11, 11)}, True))
    assert refined(known) == grid(10, 11)


def test_before_the_last_goals_dates_are_added_outside_gaps_as_well_but_once() -> None:
    """Heron docks on 8: it may leave on 9, and Sparrow may leave its port to it on 7."""
    known = after(({HERON_DOCKS: Cell(8, 8)}, True))
    assert refined(known, spread=True) == grid()
    found, coarse = refined(known, spread=True, last=True), grid()
    assert found[HERON_DOCKS] == [8]
    assert {*found[HERON_LEAVES]} - {*coarse[HERON_LEAVES]} == {9}
    assert {*found[SPARROW_LEAVES]} - {*coarse[SPARROW_LEAVES]} == {7}
    assert refined(known, spread=True, last=True) == grid()


def test_where_a_few_dates_at_a_time_get_nowhere_they_are_added_widely() -> None:
    """In the third round in which bounds rose, and at once where the last one did not."""
    there = {HERON_DOCKS: Cell(8, 8)}
    rising, standing = after((there, True)), after((there, False))
    more = list[int]()
    for _ in range(4):
        more.append(len(refined(rising, spread=True)[HERON_LEAVES]))
        rising.progressed()
    less = len(grid()[HERON_LEAVES])
    assert more == [less, less, less + 1, less]
    assert len(refined(standing, spread=True)[HERON_LEAVES]) == less + 1


def test_where_bounds_only_rise_and_no_plan_is_better_what_was_in_gaps_gets_every_slot() -> None:
    """In the third round, and again only after two more once there is a better plan."""
    rising = after((ANY_DAY, True))
    for _ in range(refinement.PATIENCE):
        assert refined(rising) == grid(6, 12)
    assert refined(rising) == grid(*range(6, 13))
    better = after((ANY_DAY, True))
    refined(better)
    better.progressed()
    for _ in range(refinement.PATIENCE):
        assert refined(better) == grid(6, 12)
    assert not better.is_fine


def test_what_was_in_a_gap_gets_every_slot_once_bounds_stand_still() -> None:
    known = after((ANY_DAY, True), (ANY_DAY, False))
    assert refined(known) == grid(6, 12)
    known.note(ANY_DAY, raised=False)
    assert refined(known) == grid(*range(6, 13))
    assert known.is_fine


def test_a_gap_gets_every_slot_and_where_that_was_not_enough_so_does_everything() -> None:
    """Heron docks in the gap of 7 and 8; that of 10 and 11 is not used, nor is any of Sparrow."""
    gap = {HERON_DOCKS: Cell(7, 8)}
    known, on = after((gap, True), (gap, False), (gap, False)), grid(6, 9, 12)
    fine = known.refined(Relaxation(asked(), on), collect(rescue()), False, False)
    assert fine == grid(6, 7, 8, 9, 12)
    known.note({SPARROW_LEAVES: Cell(2, 3)}, raised=True)
    fine = known.refined(Relaxation(asked(), fine), collect(rescue()), False, False)
    assert fine[HERON_DOCKS] == [6, 7, 8, 9, 12]
    assert {2, 3} <= {*fine[SPARROW_LEAVES]}
    known.note({SPARROW_LEAVES: Cell(5, 6)}, raised=False)
    fine = known.refined(Relaxation(asked(), fine), collect(rescue()), False, False)
    assert fine == every_slot()


def test_nothing_gets_every_slot_where_that_would_be_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(refinement, "FINEST", 7)
    known = after((ANY_DAY, True), (ANY_DAY, False), (ANY_DAY, False))
    assert refined(known) == grid(6, 12)
    assert not known.is_fine


def test_a_bound_that_rises_makes_forget_what_stood_still() -> None:
    known = after((ANY_DAY, False), (ANY_DAY, False), ({SPARROW_LEAVES: Cell(1, 10)}, True))
    assert known.stood_still == 0
    assert known.loose == {(SPARROW_LEAVES, Cell(1, 10))}
    assert HERON_DOCKS not in known.chosen


def test_gaps_of_too_many_slots_get_dates_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the hour a gap of days would be hundreds of dates."""
    monkeypatch.setattr(refinement, "MOST_IN_GAPS", 4)
    known = after((ANY_DAY, True), (ANY_DAY, False), (ANY_DAY, False))
    assert refined(known) == grid(6, 12)
    assert not known.is_fine
