"""How vehicles may be launched, and how those on their way were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from lifeboat.scenario.in_flight import crew_in_flight, in_flight
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Vehicle, VehicleType
from lifeboat.situation.clock import Clock, Slots
from lifeboat.situation.ship import IN_FLIGHT, Ship, Way


@dataclass(frozen=True, slots=True)
class Ways:
    """Reads the modes of vehicles, counted in slots."""

    scenario: Scenario
    clock: Clock
    types: Mapping[str, VehicleType]

    def flown(self, name: str) -> Way | None:
        """The flight of a vehicle on its way, as the one way it has; None for any other."""
        vehicle = self.scenario.vehicles[name]
        flight = in_flight(vehicle, self.types[vehicle.type], self.scenario.as_of)
        if flight is None:
            return None
        launch, dock = self.clock.at(flight.launched), max(0, self.clock.at(flight.docks))
        return Way(
            name=flight.mode or IN_FLIGHT,
            windows=(Slots(launch, launch + 1),),
            earliest=launch,
            lead=0,
            flight=dock - launch,
            flights=(dock - launch,),
            crew=tuple(crew_in_flight(self.scenario, name, flight)),
        )

    def all(self, name: str) -> Iterator[Way]:
        """Every mode of a vehicle to be launched."""
        return (self.way(name, mode) for mode in self.scenario.vehicles[name].modes)

    def way(self, ship: str, name: str) -> Way:
        """One mode of a vehicle to be launched."""
        vehicle = self.scenario.vehicles[ship]
        mode, kind = vehicle.modes[name], self.types[vehicle.type]
        windows = mode.windows if isinstance(mode.windows, list) else [mode.windows]
        flight = kind.flight_up if mode.flight_up is None else mode.flight_up
        return Way(
            name=name,
            windows=tuple(self.clock.slots(window) for window in windows),
            earliest=self._earliest(vehicle, name),
            lead=self.clock.at_least(mode.lead),
            flight=self.clock.nearest(flight),
            flights=tuple(range(self.clock.at_most(flight), self.clock.at_least(flight) + 1)),
            crew=tuple(mode.crew),
            after=tuple((name, self.clock.at_least(span)) for name, span in mode.after.items()),
        )

    def _earliest(self, vehicle: Vehicle, name: str) -> int:
        """The first slot that a mode can be launched in: what is planned is ordered already, unless
        it waits for an investigation that is not over.
        """
        mode = vehicle.modes[name]
        decided = gate_opens(self.scenario, mode.gate)
        ready = self.clock.until(decided + mode.lead)
        is_decided = decided <= self.scenario.as_of and name == planned_mode(vehicle)
        if vehicle.planned is not None and is_decided:
            opens = vehicle.planned.opens or vehicle.planned.closes
            ready = min(ready, ready if opens is None else self.clock.at(opens))
        return max(0, ready)


def gate_opens(scenario: Scenario, gate: str | None) -> datetime:
    """When what waits for an investigation can be relied on; `as_of` where nothing waits."""
    if gate is None:
        return scenario.as_of
    return max(scenario.as_of, scenario.investigations[gate].expected)


def ways_up(name: str, ships: Mapping[str, Ship]) -> Iterator[tuple[str, str]]:
    """Every vehicle and mode that may bring somebody."""
    for ship in ships.values():
        for way in ship.ways:
            if name in way.crew:
                yield ship.name, way.name


def planned_mode(vehicle: Vehicle) -> str | None:
    """The mode of the plan of record: the one it gives, or the first."""
    return vehicle.planned_mode or next(iter(vehicle.modes), None)
