"""Premises about people: when they return, how long they stay, which seats fit them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lifeboat.answers.listing import listed
from lifeboat.days import say_span
from lifeboat.premises.premise import Keys, Premise
from lifeboat.premises.words import names_in, said_why, within
from lifeboat.rules.person_within_limits import PersonWithinLimits
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson
from lifeboat.scenario.people import Person
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import VehicleType


def seat_fits(scenario: Scenario, types: Mapping[str, VehicleType]) -> Iterator[Premise]:
    """Which liners and suits people have, and what they are trained for."""
    every = sorted({it for kind in types.values() for it in (*kind.needs, *kind.improvised_needs)})
    own = [it.improvised.needs or [] for it in scenario.vehicles.values() if it.improvised]
    every = sorted({*every, *(it for needs in own for it in needs)})
    for name, person in scenario.people.items():
        gear = _gear_of(scenario, person, types)
        if not set(every) <= set(gear):
            keys = ("people", name, "gear")
            said = f"{name} has no gear but {listed(gear)}" if gear else f"{name} has no gear"
            yield _about(name, person, keys, said, every, is_given=True)
        if person.trained is not None:
            keys = ("people", name, "trained")
            said = f"{name} is trained for {listed(person.trained) or 'no type'} only"
            yield _about(name, person, keys, said, None, is_given=True)


def person_events(scenario: Scenario) -> Iterator[Premise]:
    """How long people may stay, and by when they have to land."""
    for name, person in scenario.people.items():
        if person.stay is not None:
            said = f"{name} stays away for {say_span(person.stay.most)} at most"
            yield _about(name, person, ("people", name, "stay"), said, None)
    for name, person in scenario.people.items():
        if person.return_window is not None:
            said = f"{name} has to land {within(person.return_window)}{said_why(person.why)}"
            keys = ("people", name, "return_window")
            yield _about(name, person, keys, said, None)


def _about(
    name: str, person: Person, keys: Keys, says: str, value: object, is_given: bool = False
) -> Premise:
    """A premise about somebody, and about the vehicles they come, sit and go home in."""
    rule = SeatFitsItsPerson.name if is_given else PersonWithinLimits.name
    names = names_in(name, person.up, person.seat, person.home)
    return Premise(rule, keys, says, ((keys, value),), about=names, is_given=is_given)


def _gear_of(scenario: Scenario, person: Person, types: Mapping[str, VehicleType]) -> list[str]:
    """What is said to be theirs, or what the seats of the vehicle they come up in need."""
    if person.gear is not None:
        return person.gear
    vehicle = scenario.vehicles.get(person.up or "")
    return [] if vehicle is None else types[vehicle.type].needs
