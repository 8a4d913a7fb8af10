"""Premises about ports: which there are, what they take, when they are closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from lifeboat.answers.listing import listed, listed_most
from lifeboat.counted import one_or_many
from lifeboat.days import say_instant, say_span
from lifeboat.premises.premise import Gone, Keys, Premise
from lifeboat.premises.words import said_why, throughout
from lifeboat.rules.one_vehicle_per_port import OneVehiclePerPort
from lifeboat.scenario.facilities import Port
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import MayRelocate, VehicleType

RULE = OneVehiclePerPort.name


def port_premises(scenario: Scenario, types: Mapping[str, VehicleType]) -> Iterator[Premise]:
    """What the scenario says about ports, and about where vehicles dock."""
    yield from _mechanisms(scenario, types)
    for name, port in scenario.ports.items():
        if port.types:
            fits = ("ports", name, "types")
            said = f"{name} takes only {listed(port.types)}"
            yield _fixed_for(fits, said, None, {name}, always=False)
    for name, vehicle in scenario.vehicles.items():
        if vehicle.ports is not None and vehicle.docked is None:
            keys = ("vehicles", name, "ports")
            said = f"{name} docks only at {listed(vehicle.ports, 'or')}"
            yield _fixed_for(keys, said, None, {name})
    turn, free = scenario.station.turn_round, ("station", "turn_round")
    if turn:
        said = f"a port stays free for {say_span(turn)} between two vehicles"
        yield Premise(RULE, free, said, ((free, timedelta(0)),))


def port_events(scenario: Scenario) -> Iterator[Premise]:
    """When ports are closed, and which vehicles have to be moved."""
    for name, vehicle in scenario.vehicles.items():
        if len(vehicle.relocations) == 1 and vehicle.may_relocate is None:
            keys, ((day, to),) = ("vehicles", name, "relocations"), vehicle.relocations.items()
            said = f"{name} moves to {to} on {say_instant(day)}"
            # A move that is let go may still be made: staying is no way out of every trouble.
            changes = ((("vehicles", name, "may_relocate"), MayRelocate()),)
            yield Premise(RULE, keys, said, changes, about=frozenset({name, to}), always=True)
    for name, port in scenario.ports.items():
        for key, closure in port.closures.items():
            closed = ("ports", name, "closures", key)
            whom = f" for {listed(closure.types)}" if closure.types else ""
            said = f"{name} is closed{whom} {throughout(closure.during)}{said_why(closure.why)}"
            yield Premise(RULE, closed, said, ((closed, Gone),), about=frozenset({name}))


def _mechanisms(scenario: Scenario, types: Mapping[str, VehicleType]) -> Iterator[Premise]:
    """For each docking mechanism: that no other port than those there are accepts it."""
    users: dict[str, list[str]] = {}
    for name, vehicle in scenario.vehicles.items():
        users.setdefault(types[vehicle.type].mechanism, []).append(name)
    for mechanism, ships in users.items():
        fitting = [name for name, port in scenario.ports.items() if mechanism in port.accepts]
        spare = max(1, len(ships) - len(fitting))
        changes = tuple(
            (("ports", f"spare port {number} for {mechanism}"), Port(accepts=[mechanism]))
            for number in range(spare)
        )
        yield Premise(
            RULE,
            (f"ports ({mechanism})",),
            _only_these(fitting, mechanism, ships),
            changes,
            tuple(("ports", name) for name in fitting) or (("ports",),),
            about=frozenset({*fitting, *ships}),
            is_given=True,
            always=True,
        )


def _only_these(ports: list[str], mechanism: str, ships: list[str]) -> str:
    accept = one_or_many(len(ports), "accept", "accepts")
    which = f"only {listed(ports)} {accept}" if ports else "no port accepts"
    needed = one_or_many(len(ships), "need", "needs")
    return f"{which} {mechanism}, as {listed_most(ships)} {needed}"


def _fixed_for(
    keys: Keys, says: str, value: object, about: Iterable[str], always: bool = True
) -> Premise:
    changes, names = ((keys, value),), frozenset(about)
    return Premise(RULE, keys, says, changes, about=names, is_given=True, always=always)
