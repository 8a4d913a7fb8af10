"""Measures that allow what was not: a place, a cancelled flight, fewer people, another choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lifeboat.answers.listing import listed
from lifeboat.counted import counted
from lifeboat.days import say_instant
from lifeboat.measures.dates import at
from lifeboat.measures.measure import Changes, Measure
from lifeboat.measures.prices import price_of
from lifeboat.premises.launches import on_the_ground
from lifeboat.premises.pins import in_words
from lifeboat.premises.premise import Gone, Keys
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import ImprovisedPlaces, Vehicle, VehicleType

MOST_PLACES = 2
"""The most improvised places that one vehicle gets more."""

MOST_PEOPLE = 4
"""The most people whom the station carries beyond its bound."""


def place_measures(scenario: Scenario, types: Mapping[str, VehicleType]) -> Iterator[Measure]:
    """More improvised places, and rides home in ships that are kept for emergencies."""
    for name, vehicle in scenario.vehicles.items():
        kind = types[vehicle.type]
        if vehicle.seats or (vehicle.seats is None and kind.seats):
            yield _more_improvised(scenario, name, vehicle, kind)
        for day, condition in vehicle.conditions.items():
            if condition.state != "emergency-only":
                continue
            keys: Keys = ("vehicles", name, "conditions", day)
            seats = kind.seats if vehicle.seats is None else vehicle.seats
            if condition.places is not None:
                said = f"people find shelter in {name} from {say_instant(day)} on"
                room = seats - condition.places
                yield _more(scenario, "emergency-place", (*keys, "places"), said, room)
            if not condition.ride_home:
                said = f"people may go home in {name} as it is from {say_instant(day)} on"
                yield _once(scenario, "ride-home", (*keys, "ride_home"), True, said)


def flight_measures(scenario: Scenario, types: Mapping[str, VehicleType]) -> Iterator[Measure]:
    """Flights that may be cancelled, and crews with fewer people."""
    for name, vehicle in on_the_ground(scenario):
        crews = [mode.crew for mode in vehicle.modes.values()]
        if not vehicle.may_cancel:
            kind = "cancel-crew" if any(crews) else "cancel-cargo"
            keys: Keys = ("vehicles", name, "may_cancel")
            yield _once(scenario, kind, keys, True, f"{name} may be left on the ground")
        crewed = types[vehicle.type].crew
        least = 1 if crewed is None else max(1, crewed.least)
        for mode, it in vehicle.modes.items():
            if len(it.crew) > least:
                yield _bump(scenario, name, mode, len(it.crew) - least)


def decision_measures(scenario: Scenario) -> Iterator[Measure]:
    """Pins and handovers that are given up."""
    for name, pin in scenario.pins.items():
        said = f"it is not pinned any more that {in_words(pin)}"
        yield _once(scenario, "pin", ("pins", name), Gone, said)
    for name, vehicle in scenario.vehicles.items():
        for other in vehicle.relieves:
            said = f"{name} need not be there when {other} leaves"
            yield _once(scenario, "handover", ("vehicles", name, "relieves", other), Gone, said)


def crew_measures(scenario: Scenario) -> Iterator[Measure]:
    """Fewer or more people aboard than the station allows."""
    crew: Keys = ("station", "crew")
    if scenario.station.crew.least:
        yield _fewer(scenario, "crew", (*crew, "least"), "people have to be aboard")
    if scenario.station.crew.most is not None:
        yield _more(scenario, "crew", (*crew, "most"), "people may be aboard", MOST_PEOPLE)
    for name, skill in scenario.station.skills.items():
        keys: Keys = ("station", "skills", name)
        if skill.least:
            yield _fewer(
                scenario, "skill", (*keys, "least"), f"people able to do {name} are needed"
            )
        if skill.after_departure:
            said = f"people able to do {name} have to remain if any one vehicle leaves"
            yield _fewer(scenario, "skill", (*keys, "after_departure"), said)


def _once(scenario: Scenario, kind: str, keys: Keys, value: object, said: str) -> Measure:
    def changes(now: Scenario, amount: int) -> Changes:
        return ((keys, value),)

    return Measure(kind, keys, 1, price_of(scenario, kind), changes, lambda _, __: said)


def _more_improvised(scenario: Scenario, name: str, vehicle: Vehicle, kind: VehicleType) -> Measure:
    keys: Keys = ("vehicles", name, "improvised")
    some = vehicle.improvised or ImprovisedPlaces(places=kind.improvised)

    def changes(now: Scenario, amount: int) -> Changes:
        return ((keys, some.model_copy(update={"places": some.places + amount})),)

    def says(now: Scenario, amount: int) -> str:
        return f"{name} gets {counted(amount, 'more improvised places')}"

    price = price_of(scenario, "improvised")
    return Measure("improvised", keys, MOST_PLACES, price, changes, says)


def _bump(scenario: Scenario, name: str, mode: str, most: int) -> Measure:
    """A mode in which those named last of a crew do not come."""
    keys: Keys = ("vehicles", name, "modes", mode)
    crew = scenario.vehicles[name].modes[mode].crew

    def changes(now: Scenario, amount: int) -> Changes:
        fewer = at(now, keys).model_copy(update={"crew": crew[:-amount]})
        return (((*keys[:-1], f"{mode}, {amount} fewer"), fewer),)

    def says(now: Scenario, amount: int) -> str:
        return f"{name} may fly in mode {mode} without {listed(crew[-amount:])}"

    return Measure("bump", keys, most, price_of(scenario, "bump"), changes, says)


def _fewer(scenario: Scenario, kind: str, keys: Keys, what: str) -> Measure:
    number: int = at(scenario, keys)
    return _by_number(scenario, kind, keys, number, lambda n: number - n, what)


def _more(scenario: Scenario, kind: str, keys: Keys, what: str, most: int) -> Measure:
    number: int = at(scenario, keys)
    return _by_number(scenario, kind, keys, most, lambda n: number + n, what)


def _by_number(
    scenario: Scenario, kind: str, keys: Keys, most: int, value: Callable[[int], int], what: str
) -> Measure:
    def changes(now: Scenario, amount: int) -> Changes:
        return ((keys, value(amount)),)

    def says(now: Scenario, amount: int) -> str:
        return f"{value(amount)} {what}, not {value(0)}"

    return Measure(kind, keys, most, price_of(scenario, kind), changes, says)
