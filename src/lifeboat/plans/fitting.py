"""A plan made for an earlier date, fitted to what is known now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.scenario.vehicles import Vehicle
from lifeboat.situation.clock import Clock


@dataclass(frozen=True, slots=True)
class LostRide:
    """A ride home on a vehicle that no longer exists."""

    vehicle: str
    undock: datetime | None
    """When it was to undock, if the plan says so."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is left of a plan, and what it names that no longer exists."""

    plan: Plan
    unknown: tuple[str, ...]
    lost: dict[str, LostRide]
    """By person; in `plan` they stay aboard."""


def fitted(plan: Plan, scenario: Scenario) -> Fitted:
    """Leave out of a plan whatever its scenario does not know; the plan of record applies instead.

    What the plan cancels, or says nothing about, does not count as unknown. An undocking before
    the horizon, of a vehicle that is still docked, is left out too.
    """
    fitting = _Fitting(scenario)
    flights = {
        name: fitting.flight(name, flight, scenario.vehicles[name])
        for name, flight in plan.flights.items()
        if fitting.knows(name, name in scenario.vehicles or flight.cancelled)
        and name in scenario.vehicles
    }
    people = {
        name: fitting.ride(name, ride, plan)
        for name, ride in plan.people.items()
        if fitting.knows(name, name in scenario.people or ride == Ride())
        and name in scenario.people
    }
    kept = plan.model_copy(update={"flights": flights, "people": people})
    return Fitted(kept, tuple(dict.fromkeys(fitting.unknown)), fitting.lost)


@dataclass
class _Fitting:
    scenario: Scenario
    unknown: list[str] = field(default_factory=list)
    lost: dict[str, LostRide] = field(default_factory=dict)

    def knows(self, name: str, known: bool) -> bool:
        if not known:
            self.unknown.append(name)
        return known

    def flight(self, name: str, flight: Flight, vehicle: Vehicle) -> Flight:
        update: dict[str, object] = {}
        modes, ports = vehicle.modes, self.scenario.ports
        known = vehicle.is_docked or flight.mode is None or flight.mode in modes
        if not self.knows(f"mode {flight.mode} of {name}", known):
            update |= {"mode": None, "launch": None, "dock": None}
        if flight.port is not None and not self.knows(f"port {flight.port}", flight.port in ports):
            update |= {"port": None}
        if vehicle.is_docked and flight.undock is not None and flight.undock < self._first_day:
            update |= {"undock": None}
        if flight.relocations is not None:
            moves = {day: port for day, port in flight.relocations.items() if port in ports}
            update |= {"relocations": moves}
        return flight.model_copy(update=update)

    @property
    def _first_day(self) -> datetime:
        """The start of the horizon: a vehicle that is docked then has not undocked before."""
        scenario = self.scenario
        return Clock.of(scenario.as_of, scenario.as_of, RESOLUTIONS[scenario.resolution]).start

    def ride(self, name: str, ride: Ride, plan: Plan) -> Ride:
        known = self._vehicles("station")
        seats = {day: seat for day, seat in ride.seats.items() if seat in known}
        update: dict[str, object] = {"seats": seats}
        if ride.up not in self._vehicles(None):
            update |= {"up": None}
        if ride.home is not None and ride.home not in known:
            flight = plan.flights.get(ride.home, Flight())
            self.lost[name] = LostRide(ride.home, flight.undock)
            update |= {"home": None, "stays": True}
        return ride.model_copy(update=update)

    def _vehicles(self, other: str | None) -> set[str | None]:
        return {*self.scenario.vehicles, other}
