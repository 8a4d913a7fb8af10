"""Names that refer to something must refer to something that exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import STATION, View
from lifeboat.files.look_alikes import as_meant, called
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.references import Reference, references

DECLARED = {
    "investigation": "investigations",
    "pad": "pads",
    "person": "people",
    "port": "ports",
    "skill": "station.skills",
    "supply": "station.supplies",
    "vehicle": "vehicles",
    "vehicle type": "vehicle_types",
}
"""Where a scenario declares what others refer to."""


def unknown_names(view: View) -> Iterator[Mistake]:
    """Every name that refers to nothing."""
    known = _known(view)
    for it in references(view.source.tree):
        names = _modes_of_owner(view, it) if it.what == "mode" else known[it.what]
        if names is not None:
            names = [*names, STATION] if it.or_station else names
            told = declare(it.what, it.name)
            yield from view.unknown(it.what, it.name, it.path, names, key=it.is_key, otherwise=told)


def declare(what: str, name: str) -> str | None:
    """A hint at the key below which something of that kind is declared, where none is."""
    below = DECLARED.get(what)
    return below and f"declare it below `{below}`: `{name}: ...`"


def names_alike(view: View) -> Iterator[Mistake]:
    """Names of the same kind of thing that differ only in upper and lower case, or in letters that
    look alike.
    """
    yield from _alike_in(view, (), view.source.tree)


def _alike_in(view: View, path: Path, part: object) -> Iterator[Mistake]:
    if not isinstance(part, dict):
        return
    known = view.types if path == ("vehicle_types",) else ()
    seen = {_looks(name): name for name in known if name not in part}
    for name, held in part.items():
        other = seen.setdefault(_looks(name), name)
        if other != name:
            yield _easily_taken(view, (*path, name), name, other)
        yield from _alike_in(view, (*path, name), held)


def _looks(name: object) -> str:
    """What two names that are easily taken for each other have in common."""
    return as_meant(str(name)).casefold()


def _easily_taken(view: View, path: Path, name: str, other: str) -> Mistake:
    message = f"`{name}` differs from '{other}' only in upper and lower case"
    hint = "give it another name, or the same one wherever the same is meant"
    if name.casefold() != other.casefold():
        odds = [it for it in name + other if it != as_meant(it)]
        odd = next((it for it in odds if not (it in name and it in other)), odds[0])
        has = "but has" if odd in name else "which has"
        message = f"`{name}` looks like '{other}', {has} {called(odd)}, in it"
    return view.wrong("name-case", path, message, hint, key=True)


def _known(view: View) -> dict[str, Collection[str]]:
    """The names that exist, by the kind of thing they name."""
    scenario, types = view.scenario, view.types.values()
    gear = [each for kind in types for each in (*kind.needs, *kind.improvised_needs)]
    for vehicle in scenario.vehicles.values():
        gear += vehicle.improvised.needs or () if vehicle.improvised else ()
    return {
        "vehicle": scenario.vehicles,
        "person": scenario.people,
        "port": scenario.ports,
        "pad": scenario.pads,
        "vehicle type": view.types,
        "family": dict.fromkeys(kind.family for kind in types),
        "liner or suit": dict.fromkeys(gear),
        "skill": scenario.station.skills,
        "supply": scenario.station.supplies,
        "investigation": scenario.investigations,
        "rule": view.rule_names,
        "goal": view.goal_names,
    }


def _modes_of_owner(view: View, it: Reference) -> Collection[str] | None:
    """The modes of the vehicle that a reference is about; None if it cannot have any."""
    part, name = str(it.path[0]), str(it.path[1])
    owner = name if part == "vehicles" else view.scenario.pins[name].vehicle
    vehicle = view.scenario.vehicles.get(owner or "")
    if vehicle is None or (part == "pins" and not vehicle.modes):
        return None
    return vehicle.modes
