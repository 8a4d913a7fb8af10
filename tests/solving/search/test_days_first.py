"""Hours are settled as they would be without a look at whole days first."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

import lifeboat
from lifeboat.days import Window
from lifeboat.files.known_types import known_types
from lifeboat.scenario.scenario import Scenario
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


def test_a_departure_that_only_whole_days_hinder_does_not_stop_the_search() -> None:
    """Either site is open at any hour of 2 March, and on no whole day are both: by hours a cargo
    ship leaves when it likes, by days its departure is one more thing to decide.
    """
    scenario = lifeboat.read_scenario(str(ROOT / "scenarios/tiny.yaml"))
    tree = scenario.model_dump(mode="json", exclude_unset=True)
    noon = "2030-03-02T12:00Z"
    sites = {
        "steppe": {"closures": {"dark": {"during": f"2030-03-02..{noon}"}}},
        "sea": {"closures": {"dark": {"during": f"{noon}..2030-03-03T00:00Z"}}},
    }
    barge = {
        **tree["vehicle_types"]["bird"],
        "seats": 0,
        "needs": [],
    }
    tree |= {"resolution": "12h", "landing_sites": sites}
    tree["ports"]["east"] = {"accepts": ["ring"]}
    tree["vehicle_types"]["barge"] = barge
    tree["vehicles"]["Tug"] = {"type": "barge", "port": "east", "docked": "2030-02-01"}
    situation = Situation.of(Scenario.model_validate_json(json.dumps(tree)), known_types())
    alone = best_of(situation)
    led = an_incumbent(find_best_days_first(situation, Settings()))
    assert led.values == alone.values
