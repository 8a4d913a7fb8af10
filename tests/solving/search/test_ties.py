"""Another plan that is as good: two vehicles of which either could bring people home."""

from __future__ import annotations

import time
from typing import Any

import pytest

from deciding import situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.ties import Ties
from searching import best_of
from tiny import TINY, jan

EITHER_MODE: dict[str, Any] = {
    "vehicles.Finch.modes": {
        "with Cleo": {"windows": jan(4), "crew": ["Cleo"]},
        "with Dana": {"windows": jan(4), "crew": ["Dana"]},
    },
    "vehicles.Finch.planned_mode": "with Cleo",
    "people.Dana": {"agency": "Tiny"},
    "people.Cleo": {"agency": "Tiny"},
}
"""Cleo or Dana comes up, and neither was to."""


def modes_as_good(edits: dict[str, Any]) -> tuple[str | None, str | None]:
    """The mode of Finch in the best plan, and in another as good."""
    problem = Problem(situation(edits), Settings())
    ties = Ties(problem, best_of(problem.situation))
    best, other = ties.settled_by_name(), ties.other
    found = None if other is None else other.schedule.mode_of("Finch")
    return best.schedule.mode_of("Finch"), found


@pytest.mark.parametrize("planned", ["with Cleo", "with Dana"])
def test_the_planned_mode_is_taken_and_the_other_told(planned: str) -> None:
    modes = {"with Cleo", "with Dana"}
    told = modes_as_good({**EITHER_MODE, "vehicles.Finch.planned_mode": planned})
    assert told == (planned, *(modes - {planned}))


def test_without_a_planned_one_the_mode_that_comes_first_by_name_is_taken() -> None:
    neither = {**EITHER_MODE, "vehicles.Finch.planned_mode": "with nobody"}
    modes = {"with nobody": {"windows": jan(9)}, **EITHER_MODE["vehicles.Finch.modes"]}
    told = modes_as_good({**neither, "vehicles.Finch.modes": modes, "station.crew.wanted": 3})
    assert told == ("with Cleo", "with Dana")


def test_where_the_other_choice_is_worse_there_is_none() -> None:
    """Cleo was to fly: without her somebody is bumped."""
    planned = {**EITHER_MODE, "people.Cleo": TINY["people"]["Cleo"]}
    assert modes_as_good(planned) == ("with Cleo", None)


def test_other_rides_home_are_found_too() -> None:
    """Wren has to leave on the 8th, with one or both of its crew; Finch has a seat for all."""
    edits = {
        "goals": ["no-place", "improvised"],
        "vehicles.Finch.seats": 3,
        "pins.leaves": {"vehicle": "Wren", "undock": jan(8)},
    }
    asked = situation(edits)
    best = best_of(asked)
    other = Ties(Problem(asked, Settings()), best).other
    assert other is not None
    assert other.schedule.rides != best.schedule.rides
    assert other.values == best.values


def test_nobody_is_sent_home_sooner_than_needed() -> None:
    """There is water for 18 person-days: 14 for Ana and Boris until the 8th, and four for Cleo, who
    docks on the 5th. Nothing but the tie-break asks her to stay as long as that.
    """
    water = {"unit": "l", "stock": 18, "use": 1}
    edits = {"station.supplies.water": water, "vehicles.Finch.leaves": "2030-02-01"}
    problem = Problem(situation(edits), Settings())
    best = Ties(problem, best_of(problem.situation)).settled_by_name()
    assert best.schedule.undock_of("Wren") == 7
    assert best.schedule.undock_of("Finch") == 8


def test_a_vehicle_that_nobody_has_leave_stays() -> None:
    problem = Problem(situation({}), Settings())
    assert (
        Ties(problem, best_of(problem.situation)).settled_by_name().schedule.undock_of("Finch")
        is None
    )


def test_where_no_time_is_left_the_plan_stays_as_it_is_and_no_other_is_told() -> None:
    """Nor is it said that there is none."""
    late = Settings(until=time.monotonic() - 1)
    best = best_of(situation(EITHER_MODE))
    ties = Ties(Problem(situation(EITHER_MODE), late), best)
    assert ties.settled_by_name() == best
    assert ties.other is None
    assert not ties.there_is_no_other
