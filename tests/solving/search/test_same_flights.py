"""Better dates for the flights and rides of a plan that is known."""

from __future__ import annotations

from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.same_flights import (
    SameRides,
    begin_with_same_flights,
    best_with_same_flights,
)
from lifeboat.solving.search.warm_start import WarmStart
from rescue import (
    BEST,
    HERON_DOCKS,
    HERON_LEAVES,
    asked,
    every_slot,
    plan_with_heron_on,
    rescue,
)


def remembered() -> WarmStart:
    """An answer in which Heron docks on 8, as planned."""
    memory = WarmStart()
    memory.keep(rescue(), plan_with_heron_on(8))
    return memory


def test_the_same_people_go_home_on_the_same_ship_on_better_dates() -> None:
    late = plan_with_heron_on(8).schedule
    found = best_with_same_flights(asked(), late, every_slot())
    assert found is not None
    assert found.values == BEST
    assert found.schedule.rides == late.rides


def test_nothing_is_found_where_the_ship_cannot_leave_with_them() -> None:
    late = plan_with_heron_on(8).schedule
    none = {**every_slot(), HERON_LEAVES: []}
    assert best_with_same_flights(asked(), late, none) is None


def test_rides_that_nobody_takes_are_left_out() -> None:
    late = plan_with_heron_on(8).schedule
    same = SameRides(late)
    ships = rescue().ships
    parties = Relaxation(asked(), every_slot()).decide.parties
    rides = [(party, ship) for party in parties for ship in ships.values()]
    assert {(it, ship.name) for it, ship in rides if same.allows(it, ship)} == {*late.rides}


def test_without_a_plan_there_is_nothing_to_begin_with() -> None:
    memory = WarmStart()
    assert not begin_with_same_flights(asked(), memory)
    assert memory.plan is None


def test_a_small_station_is_searched_on_every_day_and_remembers_the_best() -> None:
    memory = remembered()
    assert begin_with_same_flights(asked(), memory)
    assert memory.plan is not None
    assert memory.plan.events()[HERON_DOCKS] == [6]


def test_by_the_hour_whole_days_are_searched_and_that_is_not_all() -> None:
    memory = remembered()
    hours = asked(situation=rescue(resolution="1h"))
    assert not begin_with_same_flights(hours, memory)
    assert memory.plan is not None
    assert memory.plan.events()[HERON_DOCKS] == [6]
