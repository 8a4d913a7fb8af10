"""A plan as the plan of record: what every later plan is measured against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.fitting import LostRide
from lifeboat.plans.plan import Flight, Ride
from lifeboat.scenario.people import Person
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Vehicle


def on_record(
    scenario: Scenario, course: Course, lost: Mapping[str, LostRide] | None = None
) -> Scenario:
    """The scenario with a plan as its plan of record.

    Args:
        scenario: what is known now.
        course: the plan, on the grid of that scenario.
        lost: rides home in that plan on vehicles that no longer exist; they count as planned.
    """
    reader = _Record(course, lost or {})
    vehicles = {name: reader.vehicle(name, it) for name, it in scenario.vehicles.items()}
    people = {name: reader.person(name, it) for name, it in scenario.people.items()}
    return scenario.model_copy(update={"vehicles": vehicles, "people": people})


class _Record:
    def __init__(self, course: Course, lost: Mapping[str, LostRide]) -> None:
        self._course, self._at = course, course.situation.clock.instant
        self._lost = lost

    def vehicle(self, name: str, vehicle: Vehicle) -> Vehicle:
        voyage, flight = self._course.voyages.get(name), self._course.plan.flights.get(name)
        if flight is None:
            return vehicle
        if voyage is None:
            return vehicle.model_copy(update={"planned": None})
        update: dict[str, Any] = {"leaves": self._leaves(vehicle, voyage, flight)}
        if voyage.way is not None and voyage.launch is not None:
            update |= {"planned": self._at(voyage.launch), "planned_mode": voyage.way.name}
        return vehicle.model_copy(update=update)

    def _leaves(self, vehicle: Vehicle, voyage: Voyage, flight: Flight) -> datetime | None:
        if voyage.undock is not None:
            return self._at(voyage.undock)
        if flight.stays:
            return self._beyond(vehicle.leaves)
        return flight.undock or vehicle.leaves

    def person(self, name: str, person: Person) -> Person:
        journey = self._course.journeys.get(name)
        if journey is None:
            return person if person.is_aboard else person.model_copy(update={"up": None})
        update: dict[str, Any] = {} if journey.up is None else {"up": journey.up.ship.name}
        ride = self._course.plan.people.get(name, Ride())
        if (lost := self._lost.get(name)) is not None:
            return person.model_copy(
                update={**update, "home": lost.vehicle, "returns": lost.undock or person.returns}
            )
        if journey.home is not None and journey.landing is not None:
            update |= {"home": journey.home.ship.name, "returns": self._at(journey.landing)}
        elif ride.stays:
            home = self._course.situation.ships.get(person.home or "")
            down = 0 if home is None else home.flight_down
            update |= {"returns": self._beyond(person.returns, down)}
        elif ride.home is not None:
            update |= {"home": ride.home, "returns": self._undone(ride.home)}
        return person.model_copy(update=update)

    def _beyond(self, planned: datetime | None, down: int = 0) -> datetime:
        """The later of the planned date and the end of the horizon plus `down` slots."""
        first = self._at(self._course.situation.end + down)
        return first if planned is None else max(planned, first)

    def _undone(self, home: str) -> datetime | None:
        """When somebody is to land on a vehicle that leaves after the horizon or is late."""
        flight, ship = self._course.plan.flights.get(home), self._course.situation.ships.get(home)
        if flight is None or flight.undock is None or ship is None:
            return None
        return self._at(self._course.situation.clock.at(flight.undock) + ship.flight_down)
