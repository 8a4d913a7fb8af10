"""Premises about vehicles: what they are good for, when they leave, who relieves whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from lifeboat.answers.listing import listed
from lifeboat.counted import counted
from lifeboat.days import say_instant, say_span
from lifeboat.premises.premise import Gone, Keys, Premise
from lifeboat.premises.words import said_why, within
from lifeboat.rules.crews_overlap import CrewsOverlap
from lifeboat.rules.flights_keep_their_windows import FlightsKeepTheirWindows
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson
from lifeboat.rules.vehicle_within_its_life import VehicleWithinItsLife
from lifeboat.rules.who_can_fly import WhoCanFly
from lifeboat.scenario.part import Limit
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Condition, ImprovisedPlaces, Vehicle, VehicleType

Types = Mapping[str, VehicleType]
NO_LIMIT_ON_LIFE = Limit(limit=timedelta(days=100_000))


def seat_premises(scenario: Scenario, types: Types) -> Iterator[Premise]:
    """How many places vehicles have, and whether they leave with nobody aboard."""
    everybody = len(scenario.people)
    for name, vehicle in scenario.vehicles.items():
        seats = types[vehicle.type].seats if vehicle.seats is None else vehicle.seats
        if 0 < seats < everybody:
            keys = ("vehicles", name, "seats")
            said = f"{name} has only {counted(seats, 'seats')}"
            rule = HomeOnASoundSeat.name
            yield _as_built(rule, keys, said, everybody, {name}, always=True)
        yield from _improvised(name, vehicle, types, everybody)
    used = {vehicle.type for vehicle in scenario.vehicles.values()}
    for name in sorted(used):
        if types[name].seats and "down" not in types[name].flies_empty:
            keys = ("vehicle_types", name, "flies_empty")
            said = f"no {name} leaves with nobody aboard"
            value = ["up", "down"]
            rule, ships = HomeOnASoundSeat.name, _all_of_type(scenario, name)
            yield _of_their_type(_as_built(rule, keys, said, value, ships, always=True))


def _improvised(name: str, vehicle: Vehicle, types: Types, everybody: int) -> Iterator[Premise]:
    kind = types[vehicle.type]
    some = vehicle.improvised or ImprovisedPlaces(places=kind.improvised)
    if some.places:
        keys = ("vehicles", name, "improvised")
        said = f"{name} has only {counted(some.places, 'improvised places')}"
        said += "" if some.ride_home else ", for an emergency only"
        said += "" if some.since is None else f", from {say_instant(some.since)} on"
        said += "" if some.gate is None else f", once {some.gate} has an outcome"
        value = ImprovisedPlaces(places=everybody, ride_home=True, needs=[])
        yield _as_built(HomeOnASoundSeat.name, keys, said, value, {name}, always=True)


def _as_built(
    rule: str, keys: Keys, says: str, value: object, about: set[str], always: bool = False
) -> Premise:
    names, changes = frozenset(about), ((keys, value),)
    return Premise(rule, keys, says, changes, about=names, is_given=True, always=always)


def _of_their_type(premise: Premise) -> Premise:
    """The same, said where the scenario gives vehicles their type: types may be known ones."""
    see = tuple(("vehicles", name, "type") for name in sorted(premise.about))
    return replace(premise, see=see)


def _all_of_type(scenario: Scenario, kind: str) -> set[str]:
    return {name for name, it in scenario.vehicles.items() if it.type == kind}


def departure_premises(scenario: Scenario, types: Types) -> Iterator[Premise]:
    """When vehicles may leave, and who has to be in them."""
    flights = FlightsKeepTheirWindows.name
    for name in sorted({vehicle.type for vehicle in scenario.vehicles.values()}):
        takes = types[name].prepare_departure
        if takes:
            keys = ("vehicle_types", name, "prepare_departure")
            said = f"the departure of a {name} takes {say_span(takes)} to prepare"
            ships = _all_of_type(scenario, name)
            yield _of_their_type(_as_built(flights, keys, said, timedelta(0), ships))
    for name, vehicle in scenario.vehicles.items():
        if vehicle.undock is not None:
            window = ("vehicles", name, "undock")
            yield _asked_of(
                flights, window, f"{name} undocks only {within(vehicle.undock)}", None, name
            )
        if vehicle.reseat_from is not None:
            ready = ("vehicles", name, "reseat_from")
            said = f"no liner is moved into {name} before {say_instant(vehicle.reseat_from)}"
            yield _asked_of(SeatFitsItsPerson.name, ready, said, None, name)
        yield from _pilots(name, vehicle, types)
        for other, relief in vehicle.relieves.items():
            pair = ("vehicles", name, "relieves", other)
            said = (
                f"{name} relieves {other}, docked {say_span(relief.overlap)} before {other} leaves"
            )
            if relief.indirect is not None:
                said += f" or at most {say_span(relief.indirect)} after"
            yield _asked_of(CrewsOverlap.name, pair, said, Gone, name, other)


def _asked_of(rule: str, keys: Keys, says: str, value: object, *about: str) -> Premise:
    return Premise(rule, keys, says, ((keys, value),), about=frozenset(about))


def _pilots(name: str, vehicle: Vehicle, types: Types) -> Iterator[Premise]:
    skills = vehicle.crew_skills or types[vehicle.type].crew_skills
    if skills is None:
        return
    for way, needed, said in (
        ("up", skills.up if vehicle.modes else [], "is launched with people"),
        ("down", skills.down, "leaves with people"),
    ):
        if needed:
            keys = ("vehicles", name, "crew_skills", way)
            able = f"somebody in it who is able to do {listed(needed)}"
            says = f"{name} {said} only with {able}"
            yield _as_built(WhoCanFly.name, keys, says, [], {name})


def vehicle_events(scenario: Scenario, types: Types) -> Iterator[Premise]:
    """What vehicles are good for from when on, and when their life is over."""
    for name, vehicle in scenario.vehicles.items():
        for day, condition in vehicle.conditions.items():
            if condition.state != "sound":
                dated = ("vehicles", name, "conditions", day)
                said = f"{name} is {_state(condition)} from {say_instant(day)} on"
                said += said_why(condition.why)
                about, changes = frozenset({name}), ((dated, Gone),)
                rule = HomeOnASoundSeat.name
                yield Premise(rule, dated, said, changes, about=about, always=True)
        life = vehicle.life or types[vehicle.type].life
        if life is not None:
            keys = ("vehicles", name, "life")
            said = f"{name} has to land within {say_span(life.most)} of its launch"
            launched = vehicle.launched or vehicle.docked
            if launched is not None:
                said += f", that is by {say_instant(launched + life.most)}"
            yield _asked_of(VehicleWithinItsLife.name, keys, said, NO_LIMIT_ON_LIFE, name)


def _state(condition: Condition) -> str:
    if condition.state != "emergency-only":
        return condition.state
    places = "" if condition.places is None else f" for {counted(condition.places, 'people')}"
    return f"emergency-only{places}"
