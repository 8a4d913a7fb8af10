"""Hours are settled as they would be without a look at whole days first."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

import lifeboat
from lifeboat.days import Window
from lifeboat.files.known_types import known_types
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.search.days_first import settle_days_first
from lifeboat.solving.search.lexicographic import settle

ROOT = Path(__file__).parents[2]


def station(name: str, resolution: str) -> Situation:
    scenario = lifeboat.read_scenario(str(ROOT / name))
    return Situation.of(scenario.model_copy(update={"resolution": resolution}), known_types())


@pytest.mark.parametrize("resolution", ["12h", "6h", "1h"])
@pytest.mark.parametrize("name", ["scenarios/tiny.yaml", "tests/everything.yaml"])
def test_the_answer_is_that_of_a_search_by_hours_alone(name: str, resolution: str) -> None:
    situation = station(name, resolution)
    alone, led = settle(situation, Settings()), settle_days_first(situation, Settings())
    assert alone.skeleton is not None
    assert led.skeleton is not None
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
    by_days = settle(situation.by_days(), Settings()).skeleton
    by_hours = settle_days_first(situation, Settings()).skeleton
    assert by_days is None or "Heron" not in by_days.courses
    assert by_hours is not None
    assert "Heron" in by_hours.courses
