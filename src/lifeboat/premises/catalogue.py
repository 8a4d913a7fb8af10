"""Every premise of a scenario, those that hardly anybody would touch first."""

from __future__ import annotations

from collections.abc import Mapping

from lifeboat.premises.launches import launch_events, launch_premises
from lifeboat.premises.people import person_events, seat_fits
from lifeboat.premises.pins import pin_premises
from lifeboat.premises.ports import port_events, port_premises
from lifeboat.premises.premise import Premise
from lifeboat.premises.station import station_premises
from lifeboat.premises.vehicles import departure_premises, seat_premises, vehicle_events
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import CrewSkills, VehicleType


def premises_of(scenario: Scenario, known_types: Mapping[str, VehicleType]) -> list[Premise]:
    """Every premise of a scenario that is `spelled_out`.

    Where several sets of premises leave no plan, those that come late in this order are told: how
    ships are built comes first, then what is usual, then what has happened, pins last.
    """
    types = {**known_types, **scenario.vehicle_types}
    return [
        *seat_premises(scenario, types),
        *seat_fits(scenario, types),
        *port_premises(scenario, types),
        *launch_premises(scenario),
        *departure_premises(scenario, types),
        *station_premises(scenario),
        *vehicle_events(scenario, types),
        *person_events(scenario),
        *port_events(scenario),
        *launch_events(scenario, types),
        *pin_premises(scenario),
    ]


def spelled_out(scenario: Scenario, known_types: Mapping[str, VehicleType]) -> Scenario:
    """The same scenario with what vehicles have of their types said of themselves, so that it can
    be let go for one of them.
    """
    types = {**known_types, **scenario.vehicle_types}
    vehicles = {
        name: it.model_copy(
            update={
                "crew_skills": it.crew_skills or types[it.type].crew_skills or CrewSkills(),
            }
        )
        for name, it in scenario.vehicles.items()
    }
    used = {it.type for it in scenario.vehicles.values()}
    own = {name: kind for name, kind in types.items() if name in used}
    update = {"vehicles": vehicles, "vehicle_types": {**scenario.vehicle_types, **own}}
    return scenario.model_copy(update=update)
