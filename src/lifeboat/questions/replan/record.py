"""A plan as the plan of record: what every later plan is measured against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.fitting import LostRide
from lifeboat.plans.landings import lands_at, undocks_at
from lifeboat.plans.plan import Flight, Ride
from lifeboat.questions.replan.launches import planned_on
from lifeboat.scenario.people import Person
from lifeboat.scenario.planned import Planned
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
        self._course, self._clock = course, course.situation.clock
        self._lost = lost
        self._as_of = course.situation.scenario.as_of

    def vehicle(self, name: str, vehicle: Vehicle) -> Vehicle:
        voyage, flight = self._course.voyages.get(name), self._course.plan.flights.get(name)
        if flight is None:
            return vehicle
        if voyage is None:
            is_flown = self._course.situation.ships[name].is_on_its_way
            return vehicle if is_flown else self._not_within(name, vehicle, flight)
        update: dict[str, Any] = {"leaves": self._leaves(vehicle, voyage, flight)}
        if flight.relocations is not None:
            moves = {self._clock.instant(stop.first): stop.port for stop in voyage.stops[1:]}
            update |= {"relocations": moves}
        is_launched = voyage.way is not None and not voyage.ship.is_on_its_way
        if is_launched and voyage.way is not None:
            is_given = flight.launch is not None or flight.dock is not None
            launch = planned_on(self._clock, voyage.launch, self._as_of)
            planned = launch if is_given else vehicle.planned
            update |= {"planned": planned, "planned_mode": voyage.way.name}
        return vehicle.model_copy(update=update)

    def _not_within(self, name: str, vehicle: Vehicle, flight: Flight) -> Vehicle:
        """A vehicle that does not come within the horizon: not planned, or for after it."""
        if not self._course.comes_later(self._course.situation.ships[name]):
            return vehicle.model_copy(update={"planned": None})
        if flight.launch is None:
            return vehicle
        update = {"planned": self._on(self._clock.at(flight.launch))}
        return vehicle.model_copy(update=update)

    def _leaves(self, vehicle: Vehicle, voyage: Voyage, flight: Flight) -> Planned | None:
        if voyage.flown_down is not None and (undock := undocks_at(self._course, voyage)):
            return Planned.on(undock, timedelta())
        if flight.undock is not None:
            undocked = self._clock.at(flight.undock)
            return self._on(undocked if voyage.undock is None else voyage.undock)
        if flight.stays:
            return self._beyond(vehicle.leaves)
        return vehicle.leaves

    def person(self, name: str, person: Person) -> Person:
        journey = self._course.journeys.get(name)
        if journey is None:
            return person if person.is_aboard else person.model_copy(update={"up": None})
        update: dict[str, Any] = {} if journey.up is None else {"up": journey.up.ship.name}
        ride = self._course.plan.people.get(name, Ride())
        if (lost := self._lost.get(name)) is not None:
            undock = None if lost.undock is None else self._on(self._clock.at(lost.undock))
            return person.model_copy(
                update={**update, "home": lost.vehicle, "returns": undock or person.returns}
            )
        if journey.home is not None and journey.landing is not None:
            returns = self._returns(person, journey.home)
            update |= {"home": journey.home.ship.name, "returns": returns}
        elif ride.stays:
            stays_for = self._home_after(person, journey)
            home = self._course.situation.ships.get(stays_for or "")
            down = 0 if home is None else home.flight_down
            update |= {"home": stays_for, "returns": self._beyond(person.returns, down)}
        elif ride.home is not None:
            update |= {"home": ride.home, "returns": self._undone(ride.home)}
        return person.model_copy(update=update)

    def _home_after(self, person: Person, journey: Journey) -> str | None:
        """What somebody who stays is to go home on: as before or, if that is gone by the end of
        the horizon, the vehicle that then holds their liner.
        """
        if person.home is None or self._course.is_there_or_to_come(person.home):
            return person.home
        return journey.sittings[-1].ship

    def _returns(self, person: Person, home: Voyage) -> Planned:
        """The landing, as precisely as it was planned if the plan does not give the undocking."""
        lands = lands_at(self._course, home)
        assert lands is not None, "whoever has a landing lands on a vehicle that undocks"
        if home.flown_down is not None:
            return Planned.on(lands, timedelta())
        flight = self._course.plan.flights.get(home.ship.name, Flight())
        planned, landing = person.returns, self._clock.at(lands)
        if flight.undock is None and planned and landing in self._clock.slots(planned):
            return planned
        return self._on(landing)

    def _on(self, slot: int) -> Planned:
        return Planned.on(self._clock.instant(slot), self._clock.slot)

    def _beyond(self, planned: Planned | None, down: int = 0) -> Planned:
        """What of a planned date lies after the end of the horizon plus `down` slots, if any does;
        else the first slot after it.
        """
        first = self._clock.end + down
        if planned is None or self._clock.slots(planned).end - 1 <= first:
            return self._on(first)
        if self._clock.slots(planned).first >= first:
            return planned
        return Planned.between(self._clock.instant(first), planned.closes)

    def _undone(self, home: str) -> Planned | None:
        """When somebody is to land on a vehicle that leaves after the horizon or is late."""
        flight, ship = self._course.plan.flights.get(home), self._course.situation.ships.get(home)
        if flight is None or flight.undock is None or ship is None:
            return None
        if self._clock.is_whole(flight.undock):
            return self._on(self._clock.at(flight.undock) + ship.flight_down)
        down = self._course.situation.types[ship.type].flight_down
        return Planned.on(flight.undock + down, timedelta())
