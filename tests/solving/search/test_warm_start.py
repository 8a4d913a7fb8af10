"""What one answer about the small rescue leaves for the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lifeboat.situation.candidate_dates import Event
from lifeboat.solving.formulation.cells import Candidates, collect
from lifeboat.solving.search.warm_start import WarmStart
from rescue import HERON_DOCKS, every_slot, grid, plan_with_heron_on, rescue


def remembered(dates: Candidates) -> WarmStart:
    """An answer in which Heron docks on 7, proven on some dates."""
    memory = WarmStart()
    memory.keep(rescue(), replace(plan_with_heron_on(7), candidates=dates))
    return memory


def coarsest() -> Candidates:
    return collect(rescue()).closed(0)


def test_nothing_is_remembered_before_an_answer() -> None:
    assert WarmStart().start(rescue()) is None
    assert WarmStart().plans == ()


def test_the_dates_that_proved_an_answer_begin_the_next() -> None:
    """The coarsest grid has 6, 8 and 12; 10 was needed for the proof, 7 is the plan's."""
    start = remembered(grid(10)).start(rescue(name="Edited"))
    assert start == {**coarsest(), HERON_DOCKS: [6, 7, 8, 10, 12]}


def test_slots_of_another_day_are_forgotten() -> None:
    """Slots are counted from `as_of`: a day later each means another day."""
    memory = remembered(grid(10))
    later = rescue().scenario.as_of + timedelta(days=1)
    assert memory.start(rescue(as_of=later)) is None


def test_only_the_dates_of_the_plan_are_kept_where_a_proof_needed_very_many() -> None:
    start = remembered(every_slot()).start(rescue())
    assert start == {**coarsest(), HERON_DOCKS: [6, 7, 8, 12]}


def test_what_no_longer_can_happen_is_left_out() -> None:
    """Heron may not be launched before 7 March, slot 6, and docks a day later; Gull is unknown."""
    scenario = rescue().scenario
    heron = scenario.vehicles["Heron"]
    mode = heron.modes["empty"].model_copy(update={"lead": timedelta(days=6)})
    later = heron.model_copy(update={"modes": {"empty": mode}})
    edited = rescue(vehicles={**scenario.vehicles, "Heron": later})
    start = remembered({**grid(6, 10), Event("Gull", "dock"): [9]}).start(edited)
    assert start is not None
    assert start[HERON_DOCKS] == [7, 8, 10, 12]
    assert start.keys() == coarsest().keys()


def test_the_last_answer_comes_before_other_plans_that_may_be_good() -> None:
    others = tuple(plan_with_heron_on(dock).schedule for dock in (8, 12))
    memory = remembered(grid())
    memory.others = others
    docks = [it.events()[HERON_DOCKS] for it in memory.plans]
    assert docks == [[7], [8], [12]]
