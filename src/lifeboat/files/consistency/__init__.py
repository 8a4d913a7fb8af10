"""Contradictions in a scenario whose values are all of the right kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from lifeboat.errors import MOST_MISTAKES, Mistake
from lifeboat.files.consistency.bounds import wrong_bounds
from lifeboat.files.consistency.crews import wrong_crews
from lifeboat.files.consistency.dates import wrong_dates
from lifeboat.files.consistency.docked import wrong_dockings
from lifeboat.files.consistency.flights import wrong_flights
from lifeboat.files.consistency.goals import wrong_goals
from lifeboat.files.consistency.in_flight import wrong_in_flight
from lifeboat.files.consistency.names import names_alike, unknown_names
from lifeboat.files.consistency.people import wrong_people
from lifeboat.files.consistency.pins import wrong_pins
from lifeboat.files.consistency.ports import wrong_ports
from lifeboat.files.consistency.stays import wrong_stays
from lifeboat.files.consistency.view import View
from lifeboat.files.source import Source
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import VehicleType

_CHECKS = (
    unknown_names,
    names_alike,
    wrong_dates,
    wrong_bounds,
    wrong_dockings,
    wrong_ports,
    wrong_flights,
    wrong_in_flight,
    wrong_crews,
    wrong_people,
    wrong_stays,
    wrong_pins,
    wrong_goals,
)


def mistakes_in(
    source: Source,
    scenario: Scenario,
    known_types: Mapping[str, VehicleType],
    rule_names: Sequence[str],
    goal_names: Sequence[str],
) -> list[Mistake]:
    """The contradictions in a scenario, each as a mistake at its place in the file."""
    types = {**known_types, **scenario.vehicle_types}
    view = View(source, scenario, types, rule_names, goal_names)
    found = (mistake for check in _CHECKS for mistake in check(view))
    return list(islice(found, MOST_MISTAKES))
