"""Hours are settled as they would be without a look at whole days first."""

from __future__ import annotations

from datetime import timedelta

import pytest

import lifeboat
from lifeboat.days import Window
from lifeboat.files.known_types import known_types
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.search.days_first import find_best_days_first
from repository import ROOT
from searching import an_incumbent, best_of


def station(name: str, resolution: str) -> Situation:
    scenario = lifeboat.read_scenario(str(ROOT / name))
    return Situation.of(scenario.model_copy(update={"resolution": resolution}), known_types())


@pytest.mark.parametrize("resolution", ["12h", "6h", "1h"])
@pytest.mark.parametrize("name", ["scenarios/tiny.yaml", "tests/everything.yaml"])
def test_the_answer_is_that_of_a_search_by_hours_alone(name: str, resolution: str) -> None:
    situation = station(name, resolution)
    alone = best_of(situation)
    led = an_incumbent(find_best_days_first(situation, Settings()))
    assert (led.values, led.bounds) == (alone.values, alone.bounds)
    assert led.values == led.bounds


def test_a_flight_that_whole_days_cannot_tell_is_found_by_hours() -> None:
    scenario = lifeboat.read_scenario(str(ROOT / "scenarios/tiny.yaml"))
    heron = scenario.vehicles["Heron"]
    windows = Window.read("2030-03-06T12:00Z..2030-03-06T18:00Z")
    lead = timedelta(days=5, hours=12)  # six days, rounded up: too late by days
    mode = heron.modes["empty"].model_copy(update={"windows": windows, "lead": lead})
    changed = heron.model_copy(update={"modes": {"empty": mode}, "may_cancel": True})
    update = {"vehicles": {**scenario.vehicles, "Heron": changed}, "resolution": "1h"}
    situation = Situation.of(scenario.model_copy(update=update), known_types())
    assert "Heron" not in best_of(situation.by_days()).schedule.flights
    by_hours = an_incumbent(find_best_days_first(situation, Settings()))
    assert "Heron" in by_hours.schedule.flights
