"""Every measure that a scenario lets be taken."""

from __future__ import annotations

from collections.abc import Mapping

from lifeboat.measures.choices import (
    crew_measures,
    decision_measures,
    flight_measures,
    place_measures,
)
from lifeboat.measures.dates import event_measures, launch_measures, limit_measures
from lifeboat.measures.measure import Measure
from lifeboat.measures.prices import NOT_AT_ALL
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import VehicleType


def measures_of(scenario: Scenario, known_types: Mapping[str, VehicleType]) -> list[Measure]:
    """Every measure that may be taken, the dearest kinds first, so that they are done without."""
    types = {**known_types, **scenario.vehicle_types}
    every = [
        *launch_measures(scenario),
        *event_measures(scenario),
        *limit_measures(scenario, types),
        *place_measures(scenario, types),
        *flight_measures(scenario, types),
        *decision_measures(scenario),
        *crew_measures(scenario),
    ]
    allowed = [it for it in every if it.price != NOT_AT_ALL and it.most > 0]
    return sorted(allowed, key=lambda it: -it.price)
