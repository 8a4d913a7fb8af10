"""Several stays of one person, one at a time: each further one is as somebody of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lifeboat.days import DAY
from lifeboat.scenario.in_flight import flown_mode
from lifeboat.scenario.part import LONGEST_NAME
from lifeboat.scenario.people import Person
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Mode, Vehicle, VehicleType

_OF_THE_PERSON = ("skills", "trained", "stay")
"""What holds for every stay of a person, unless it is said of a stay."""


def second_stay_of(name: str) -> str:
    """What the second stay of somebody is called if the scenario has no name for it."""
    return f"{name} (second stay)"


def with_stays(scenario: Scenario, known_types: Mapping[str, VehicleType]) -> Scenario:
    """The scenario with every further stay written out.

    Somebody who is aboard, or on their way up, and also in the crew of a vehicle yet to be launched
    has a second stay: up and home on that vehicle. What is said of a person and holds for all their
    stays is filled in.
    """
    for name in list(_who_comes_again(scenario)):
        scenario = _with_second_stay(scenario, name, {**known_types, **scenario.vehicle_types})
    for name, person in scenario.people.items():
        if person.same_as is not None:
            update = dict(_inherited(scenario, name))
            people = {**scenario.people, name: person.model_copy(update=update)}
            scenario = scenario.model_copy(update={"people": people})
    return scenario


def later_flights(scenario: Scenario, name: str) -> list[str]:
    """The vehicles yet to be launched that have somebody in a crew."""
    return [
        ship
        for ship, vehicle in scenario.vehicles.items()
        if _is_yet_to_fly(scenario, vehicle)
        and any(name in mode.crew for mode in vehicle.modes.values())
    ]


def _who_comes_again(scenario: Scenario) -> Iterator[str]:
    followed = {person.same_as for person in scenario.people.values()}
    for name, person in scenario.people.items():
        is_free = name not in followed and second_stay_of(name) not in scenario.people
        is_short = len(second_stay_of(name)) <= LONGEST_NAME
        is_up = person.is_aboard or is_carried_up(scenario, name, person)
        if is_free and is_short and is_up and later_flights(scenario, name):
            yield name


def _is_yet_to_fly(scenario: Scenario, vehicle: Vehicle) -> bool:
    as_of = scenario.as_of
    is_up = vehicle.is_docked(as_of) or vehicle.is_on_its_way(as_of)
    return not is_up and flown_mode(vehicle, as_of) is None


def is_carried_up(scenario: Scenario, name: str, person: Person) -> bool:
    """Whether a vehicle on its way carries somebody."""
    for ship, vehicle in scenario.vehicles.items():
        if vehicle.is_on_its_way(scenario.as_of):
            if person.up == ship:
                return True
            continue
        mode = flown_mode(vehicle, scenario.as_of)
        if mode is not None and name in vehicle.modes[mode].crew:
            return True
    return False


def _with_second_stay(scenario: Scenario, name: str, types: Mapping[str, VehicleType]) -> Scenario:
    again, flights = second_stay_of(name), later_flights(scenario, name)
    vehicles = {
        ship: _in_vehicle(vehicle, name, again, ship in flights)
        for ship, vehicle in scenario.vehicles.items()
    }
    pins = {key: _of_stay(pin, name, again, flights) for key, pin in scenario.pins.items()}
    up = _planned_up(scenario, name, flights)
    returns = None if up is None else _planned_landing(scenario.vehicles[up], types)
    fresh = dict.fromkeys(("seat", "launched", "gear", "return_window"))
    update = {**fresh, "up": up, "home": up, "returns": returns, "same_as": name}
    people = {**scenario.people, again: scenario.people[name].model_copy(update=update)}
    return scenario.model_copy(update={"vehicles": vehicles, "people": people, "pins": pins})


def _in_vehicle(vehicle: Vehicle, name: str, again: str, flies_again: bool) -> Vehicle:
    """The vehicle with the second stay in its crews, and with gear for both stays."""
    update: dict[str, Any] = {
        key: {**gear, again: gear[name]}
        for key in ("brings", "delivers_gear")
        if name in (gear := getattr(vehicle, key))
    }
    if flies_again:
        modes = {key: _in_mode(mode, name, again) for key, mode in vehicle.modes.items()}
        update |= {"modes": modes}
    return vehicle.model_copy(update=update) if update else vehicle


def _in_mode(mode: Mode, name: str, again: str) -> Mode:
    crew = [again if one == name else one for one in mode.crew]
    return mode.model_copy(update={"crew": crew})


def _of_stay(pin: Pin, name: str, again: str, flights: list[str]) -> Pin:
    """The pin, about the second stay if it names a vehicle of that."""
    named = {pin.up, pin.home, pin.seat, pin.liner}
    if pin.person != name or named.isdisjoint(flights):
        return pin
    return pin.model_copy(update={"person": again})


def _planned_up(scenario: Scenario, name: str, flights: list[str]) -> str | None:
    """The first of these vehicles that is planned with somebody in its crew."""
    dates = {}
    for ship in flights:
        vehicle = scenario.vehicles[ship]
        mode = vehicle.planned_mode or next(iter(vehicle.modes))
        opens = vehicle.planned and (vehicle.planned.opens or vehicle.planned.closes)
        if opens and mode in vehicle.modes and name in vehicle.modes[mode].crew:
            dates[ship] = opens
    return min(dates, key=lambda ship: (dates[ship], ship), default=None)


def _planned_landing(vehicle: Vehicle, types: Mapping[str, VehicleType]) -> Planned | None:
    """When a vehicle lands as planned: by the hour if that is known, else the earliest day."""
    leaves, kind = vehicle.leaves, types.get(vehicle.type)
    if leaves is None or kind is None:
        return leaves
    down = kind.flight_down
    return leaves.later(down if leaves.hour is not None else down // DAY * DAY)


def _inherited(scenario: Scenario, name: str) -> Iterator[tuple[str, object]]:
    """What is said of the nearest earlier stay, where nothing is said of this one."""
    people = scenario.people
    stays = [people[it] for it in names_of_stays(scenario, str(people[name].same_as))]
    for key in _OF_THE_PERSON:
        said = [it for it in stays if key in it.model_fields_set]
        if said and key not in people[name].model_fields_set:
            yield key, getattr(said[0], key)


def names_of_stays(scenario: Scenario, name: str) -> list[str]:
    """A stay and those of the same person before it, the latest first; each once."""
    found: dict[str, None] = {}
    at: str | None = name
    while at in scenario.people and at not in found:
        found[at] = None
        at = scenario.people[at].same_as
    return list(found)
