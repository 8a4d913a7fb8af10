"""Names that refer to something must refer to something that exists."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import STATION, View
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.people import Person
from lifeboat.scenario.vehicles import Vehicle


def unknown_names(view: View) -> Iterator[Mistake]:
    """Every name that refers to nothing, those in pins aside."""
    yield from _in_places(view)
    yield from _in_pads(view)
    yield from _in_groundings(view)
    for name, vehicle in view.scenario.vehicles.items():
        yield from _in_vehicle(view, name, vehicle)
        yield from _in_maps(view, name, vehicle)
        yield from _of_gates(view, name, vehicle)
    for path, _, mode in view.modes():
        for other in mode.after:
            here, vehicles = (*path, "after", other), view.scenario.vehicles
            yield from view.unknown("vehicle", other, here, vehicles, key=True)
        yield from view.each_unknown("person", mode.crew, (*path, "crew"), view.scenario.people)
    for name, person in view.scenario.people.items():
        yield from _in_person(view, name, person)
    yield from _of_gear(view)


def _in_places(view: View) -> Iterator[Mistake]:
    for what, places in (
        ("ports", view.scenario.ports),
        ("landing_sites", view.scenario.landing_sites),
    ):
        for name, place in places.items():
            here = (what, name)
            yield from view.each_unknown("vehicle type", place.types, (*here, "types"), view.types)
            for each, closure in place.closures.items():
                path = (*here, "closures", each, "types")
                yield from view.each_unknown("vehicle type", closure.types, path, view.types)


def _in_pads(view: View) -> Iterator[Mistake]:
    for name, pad in view.scenario.pads.items():
        for each, gap in pad.gaps.items():
            here = ("pads", name, "gaps", each)
            yield from view.each_unknown("vehicle type", gap.before, (*here, "before"), view.types)
            yield from view.each_unknown("vehicle type", gap.after, (*here, "after"), view.types)


def _in_groundings(view: View) -> Iterator[Mistake]:
    families = dict.fromkeys(kind.family for kind in view.types.values())
    for name, grounding in view.scenario.groundings.items():
        path = ("groundings", name, "families")
        yield from view.each_unknown("family", grounding.families, path, families)


def _in_vehicle(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    here, ports = ("vehicles", name), view.scenario.ports
    yield from view.unknown("vehicle type", vehicle.type, (*here, "type"), view.types)
    yield from view.unknown("port", vehicle.port, (*here, "port"), ports)
    yield from view.each_unknown("port", vehicle.ports, (*here, "ports"), ports)
    yield from view.unknown("pad", vehicle.pad, (*here, "pad"), view.scenario.pads)
    path = (*here, "planned_mode")
    yield from view.unknown("mode", vehicle.planned_mode, path, vehicle.modes)


def _in_maps(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    here, scenario = ("vehicles", name), view.scenario
    for path, _, port in view.dated((*here, "relocations"), vehicle.relocations):
        yield from view.unknown("port", port, path, scenario.ports)
    for other in vehicle.relieves:
        path = (*here, "relieves", other)
        yield from view.unknown("vehicle", other, path, scenario.vehicles, key=True)
    for person in vehicle.brings:
        path = (*here, "brings", person)
        yield from view.unknown("person", person, path, scenario.people, key=True)
    for supply in vehicle.delivers:
        path = (*here, "delivers", supply)
        yield from view.unknown("supply", supply, path, scenario.station.supplies, key=True)


def _of_gates(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    for path, gate in _gates(view, ("vehicles", name), vehicle):
        known = view.scenario.investigations
        yield from view.unknown("investigation", gate, (*path, "gate"), known)


def _gates(view: View, here: Path, vehicle: Vehicle) -> Iterator[tuple[Path, str | None]]:
    for each, mode in vehicle.modes.items():
        yield (*here, "modes", each), mode.gate
    for path, _, condition in view.dated((*here, "conditions"), vehicle.conditions):
        yield path, condition.gate
    if vehicle.improvised:
        yield (*here, "improvised"), vehicle.improvised.gate


def _in_person(view: View, name: str, person: Person) -> Iterator[Mistake]:
    here, vehicles = ("people", name), view.scenario.vehicles
    yield from view.unknown("vehicle", person.up, (*here, "up"), vehicles)
    yield from view.unknown("vehicle", person.home, (*here, "home"), vehicles)
    yield from view.unknown("vehicle", person.seat, (*here, "seat"), [*vehicles, STATION])
    skills = view.scenario.station.skills
    yield from view.each_unknown("skill", person.skills, (*here, "skills"), skills)
    yield from view.each_unknown("vehicle type", person.trained, (*here, "trained"), view.types)


def _of_gear(view: View) -> Iterator[Mistake]:
    known: dict[str, None] = {}
    for kind in view.types.values():
        known |= dict.fromkeys([*kind.needs, *kind.improvised_needs])
    for vehicle in view.scenario.vehicles.values():
        known |= dict.fromkeys(vehicle.improvised.needs or () if vehicle.improvised else ())
    for path, gear in _gear(view):
        yield from view.each_unknown("liner or suit", gear, path, known)


def _gear(view: View) -> Iterator[tuple[Path, list[str] | None]]:
    for name, person in view.scenario.people.items():
        yield ("people", name, "gear"), person.gear
    for name, vehicle in view.scenario.vehicles.items():
        for who, gear in vehicle.brings.items():
            yield ("vehicles", name, "brings", who), gear
