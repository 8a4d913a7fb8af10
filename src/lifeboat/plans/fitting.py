"""A plan made for an earlier date, fitted to what is known now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from lifeboat.plans.past import still_named
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.in_flight import first_instant
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.scenario.vehicles import Vehicle


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
    return _fitted(plan, _Fitting(scenario, by_facts=True))


def without_unknown(plan: Plan, scenario: Scenario) -> Fitted:
    """Leave out of a plan only the names that its scenario does not have.

    What was over before the date of the scenario does not count as unknown; a plan that names
    nothing else stays as it is.
    """
    fit = _fitted(plan, _Fitting(scenario, by_facts=False))
    over = {*plan.flights, *plan.people} - still_named(plan, scenario)
    unknown = tuple(it for it in fit.unknown if it not in over)
    lost = {name: ride for name, ride in fit.lost.items() if ride.vehicle not in over}
    return Fitted(fit.plan if unknown else plan, unknown, lost)


def _fitted(plan: Plan, fitting: _Fitting) -> Fitted:
    scenario = fitting.scenario
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
    by_facts: bool
    """Whether what the scenario knows to be otherwise is left out too, not only names."""
    unknown: list[str] = field(default_factory=list)
    lost: dict[str, LostRide] = field(default_factory=dict)

    def knows(self, name: str, known: bool) -> bool:
        if not known:
            self.unknown.append(name)
        return known

    def flight(self, name: str, flight: Flight, vehicle: Vehicle) -> Flight:
        update: dict[str, object] = {}
        modes, ports, as_of = vehicle.modes, self.scenario.ports, self.scenario.as_of
        if self.by_facts and vehicle.is_on_its_way(as_of):
            flight = flight.model_copy(update=self._as_it_flies(flight, vehicle))
        known_mode = not modes or flight.mode in (None, *modes)
        if not self.knows(f"mode {flight.mode} of {name}", known_mode):
            update |= {"mode": None, "launch": None, "dock": None}
        if not self.knows(f"port {flight.port}", flight.port in (None, *ports)):
            update |= {"port": None}
        if self.by_facts and vehicle.is_docked(as_of) and self._is_over(flight.undock):
            update |= {"undock": None}
        if flight.relocations is not None:
            moves = {
                day: port
                for day, port in flight.relocations.items()
                if self.knows(f"port {port}", port in ports)
            }
            update |= {"relocations": moves}
        return flight.model_copy(update=update)

    def _as_it_flies(self, flight: Flight, vehicle: Vehicle) -> dict[str, object]:
        """What a plan has otherwise than a vehicle on its way, left out."""
        as_told = {
            "launch": self._slot(flight.launch) == self._slot(vehicle.launched),
            "dock": self._slot(flight.dock) == self._slot(vehicle.docked),
            "port": vehicle.port in (None, flight.port),
        }
        otherwise = [key for key, is_so in as_told.items() if not is_so]
        return {"mode": None, "cancelled": False, **dict.fromkeys(otherwise)}

    def _slot(self, instant: datetime | None) -> int | None:
        """The slot of an instant, counted from the beginning of the horizon."""
        if instant is None:
            return None
        return (instant - first_instant(self.scenario)) // RESOLUTIONS[self.scenario.resolution]

    def _is_over(self, undock: datetime | None) -> bool:
        """Whether an undocking is before the horizon: what is docked then has not undocked."""
        return undock is not None and undock < first_instant(self.scenario)

    def ride(self, name: str, ride: Ride, plan: Plan) -> Ride:
        vehicles, now = self.scenario.vehicles, first_instant(self.scenario)
        known = {*vehicles, "station"}
        seats = {
            day: seat
            for day, seat in ride.seats.items()
            if (self.knows(seat, seat in known) if day >= now else seat in known)
        }
        update: dict[str, object] = {"seats": seats}
        if ride.up is not None and not self.knows(ride.up, ride.up in vehicles):
            update |= {"up": None}
        if ride.home is not None and not self.knows(ride.home, ride.home in known):
            flight = plan.flights.get(ride.home, Flight())
            self.lost[name] = LostRide(ride.home, flight.undock)
            update |= {"home": None, "stays": True}
        return ride.model_copy(update=update)
