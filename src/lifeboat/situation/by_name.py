"""A scenario in one order of listing, so that no answer depends on the order in its file."""

from __future__ import annotations

from typing import Any

from lifeboat.scenario.part import Part
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Vehicle


def by_name(scenario: Scenario) -> Scenario:
    """The same scenario, everything with a name sorted by it; lists keep their order, which says
    what is preferred.

    A search that begins here settles ties by name. The first mode of a vehicle is the planned one
    where none is said; that is said here.
    """
    vehicles = {name: _with_its_mode(it) for name, it in scenario.vehicles.items()}
    found: Scenario = _sorted_part(scenario.model_copy(update={"vehicles": vehicles}))
    return found


def _with_its_mode(vehicle: Vehicle) -> Vehicle:
    planned = vehicle.planned_mode or next(iter(vehicle.modes), None)
    return vehicle.model_copy(update={"planned_mode": planned})


def _sorted_part(part: Part) -> Any:
    values = {key: _sorted(getattr(part, key)) for key in type(part).model_fields}
    return part.model_copy(update=values)


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return _sorted_part(value) if isinstance(value, Part) else value
