"""Leaving out a launch and all that depends on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said
from lifeboat.editing.verbs.flights import to_be_launched
from lifeboat.editing.verbs.under_way import is_said_to_dock
from lifeboat.editing.verbs.verb import Verb
from lifeboat.scenario.references import Reference, references


class DropVerb(Verb):
    name = "drop"
    sentence = (
        "Leaves out a vehicle that is to be launched or on its way, and all that hangs on it: "
        "those who can come on nothing else, modes that have to follow it, vehicles that have no "
        "mode left, and what the plan of record, reliefs, crews and pins say about any of these."
    )
    form = "VEHICLE"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        to_be_launched(draft, said)
        dropped = _dropped_with(draft, said.about)
        for vehicle in dropped.vehicles:
            yield Change(("vehicles", vehicle), None)
        for person in dropped.people:
            yield Change(("people", person), None)
        for vehicle, mode in dropped.modes:
            yield Change(("vehicles", vehicle, "modes", mode), None)
        mentions = (it for it in references(draft.source.tree) if dropped.has(draft, it))
        found = (_without(draft, said, dropped, it) for it in mentions)
        yield from {change.path: change for change in found}.values()


@dataclass(frozen=True)
class _Dropped:
    vehicles: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]
    """Modes lost by vehicles that stay, each with its vehicle."""
    people: tuple[str, ...]

    def has(self, draft: Draft, it: Reference) -> bool:
        """Whether a reference in something that stays names something that is dropped."""
        if self._has_taken(it):
            return False
        part, name = it.path[:2]
        if it.what == "mode":
            owner = draft.value("pins", name, "vehicle") if part == "pins" else name
            return (owner, it.name) in self.modes
        return it.name in {"vehicle": self.vehicles, "person": self.people}.get(it.what, ())

    def _has_taken(self, it: Reference) -> bool:
        """Whether a reference is dropped with the vehicle, person or mode it stands in."""
        match it.path:
            case ("vehicles", str(name), "modes", str(mode), *_) if (name, mode) in self.modes:
                return True
            case ("vehicles", name, *_):
                return name in self.vehicles
            case ("people", name, *_):
                return name in self.people
        return False


def _dropped_with(draft: Draft, name: str) -> _Dropped:
    """All that is dropped with a vehicle, directly or indirectly."""
    vehicles = {name: None}
    while True:
        lost = [
            it
            for it in _all_modes(draft)
            if it[0] in vehicles or _has_to_follow(draft, it, vehicles)
        ]
        empty = {
            ship: None
            for ship, told in draft.names("vehicles").items()
            if told.get("modes") and all((ship, mode) in lost for mode in told["modes"])
        }
        if not empty.keys() - vehicles.keys():
            break
        vehicles |= empty
    modes = tuple(it for it in lost if it[0] not in vehicles)
    people = [*_stranded(draft, lost), *_carried_in(draft, name)]
    return _Dropped(tuple(vehicles), modes, tuple(dict.fromkeys(people)))


def _all_modes(draft: Draft) -> list[tuple[str, str]]:
    vehicles = draft.names("vehicles").items()
    return [(ship, mode) for ship, told in vehicles for mode in told.get("modes") or ()]


def _has_to_follow(draft: Draft, mode: tuple[str, str], vehicles: Mapping[str, None]) -> bool:
    """Whether a mode may be launched only after one of these vehicles."""
    after = draft.names("vehicles", mode[0], "modes", mode[1], "after")
    return any(name in vehicles for name in after)


def _stranded(draft: Draft, lost: list[tuple[str, str]]) -> Iterator[str]:
    """The people on the ground who are in the crew of no mode that is left."""
    crews = {
        it: _crew_in(draft.value("vehicles", it[0], "modes", it[1])) for it in _all_modes(draft)
    }
    able = {who for mode, crew in crews.items() if mode not in lost for who in crew}
    people = draft.names("people")
    for who in dict.fromkeys(who for mode in lost for who in crews[mode]):
        if who not in able and who in people and people[who].get("seat") is None:
            yield who


def _carried_in(draft: Draft, name: str) -> Iterator[str]:
    """Whom a vehicle on its way carries that has no modes."""
    if is_said_to_dock(draft, name):
        for who, told in draft.names("people").items():
            if told.get("up") == name and told.get("seat") is None:
                yield who


def _crew_in(mode: Any) -> list[str]:
    return mode.get("crew") or [] if isinstance(mode, dict) else []


def _without(draft: Draft, said: Said, dropped: _Dropped, it: Reference) -> Change:
    """The change that removes a reference: a whole pin, an entry of a map or list, or the key. A
    stay that followed one that is dropped follows the one before that.
    """
    if it.path[0] == "pins":
        return Change(it.path[:2], None)
    if isinstance(it.path[-1], int):
        return Change((*it.path[:-1], it.name), None, is_item=True)
    if it.path[-1] == "same_as":
        before: Any = it.name
        while before in dropped.people:
            before = draft.value("people", before, "same_as")
        return Change(it.path, None if before is None else said.node(before))
    return Change(it.path, None)
