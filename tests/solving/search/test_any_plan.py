"""Any plan of the small rescue, or that there is none, without a goal."""

from __future__ import annotations

import time

import pytest

from lifeboat.days import Window
from lifeboat.files.known_types import known_types
from lifeboat.scenario.pins import Pin
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.search import any_plan as searched
from lifeboat.solving.search import lexicographic, objective
from lifeboat.solving.search.any_plan import any_plan, has_plan, shows_that_there_is_none
from lifeboat.solving.search.incumbent import Infeasible, NotFound, SearchOutcome
from lifeboat.solving.search.lexicographic import find_best
from lifeboat.solving.search.problem import Problem
from lifeboat.stopping import GivenUpError
from rescue import BEST, asked, grid, rescue
from searching import an_incumbent
from tiny import TINY, jan, tiny

TOO_SOON = rescue(pins={"too soon": Pin(vehicle="Heron", launch=Window.read("2030-03-03"))})


def found_for(problem: Problem) -> SearchOutcome:
    return any_plan(problem, collect(problem.situation))


def test_any_plan_is_a_plan_though_not_always_the_best() -> None:
    found = an_incumbent(found_for(asked()))
    assert found.values >= BEST
    heron = found.schedule.flights.get("Heron")
    assert heron is None or 6 <= heron.dock <= 12


def test_a_pin_before_anything_can_fly_leaves_no_plan() -> None:
    assert found_for(asked(situation=TOO_SOON)) == Infeasible()


def test_a_coarse_grid_shows_that_there_is_a_plan_or_none() -> None:
    assert has_plan(asked()) is True
    assert has_plan(asked(situation=TOO_SOON)) is False


def test_a_coarse_grid_shows_neither_where_it_has_too_little_effort() -> None:
    assert has_plan(asked(settings=Settings(effort=0.0))) is None


def test_where_there_are_too_many_dates_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched, "FINEST", 5)
    assert found_for(asked(situation=TOO_SOON)) == NotFound()


def test_where_no_time_is_left_it_is_given_up() -> None:
    with pytest.raises(GivenUpError):
        found_for(asked(settings=Settings(until=time.monotonic() - 1)))


def test_a_search_that_finds_no_plan_asks_for_any(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a grid without a date for Heron there is none, and goals proven one by one are hard. The
    plan that is then found gets better, and so does the grid.
    """
    heard: list[SearchOutcome] = []

    def listened(*given: object) -> SearchOutcome:
        heard.append(any_plan(*given))  # type: ignore[arg-type]
        return heard[-1]

    monkeypatch.setattr(objective, "TOGETHER", 1)
    monkeypatch.setattr(lexicographic, "LAST_WITHOUT_A_PLAN", 0)
    monkeypatch.setattr(lexicographic, "any_plan", listened)
    found = an_incumbent(find_best(asked(start=grid())))
    assert len(heard) == 1
    assert found.values == found.bounds == BEST


def test_a_seat_that_fits_only_too_late_leaves_no_plan_though_no_goal_asks_for_seats() -> None:
    """Ana has to land on the 8th in Wren; the liner she needs there docks on the 9th."""
    gull = {
        "type": "boat",
        "pad": "beach",
        "seats": 0,
        "may_cancel": True,
        "modes": {"empty": {"windows": jan(8)}},
        "delivers_gear": {"Ana": ["liner"]},
    }
    scenario = tiny(
        {
            "vehicles": {"Wren": TINY["vehicles"]["Wren"], "Gull": gull},
            "people": {"Ana": TINY["people"]["Ana"]},
            "people.Ana.gear": [],
            "people.Ana.return_window": f"..{jan(8)}",
            "vehicle_types.boat.flies_empty": ["up"],
        }
    )
    problem = asked(situation=Situation.of(scenario, known_types()))
    assert has_plan(problem) is not True
    assert shows_that_there_is_none(problem) is True
    assert found_for(problem) == Infeasible()
