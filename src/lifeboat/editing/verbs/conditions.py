"""Edits of conditions: ports, pads and sites closed, families grounded, vehicles damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic_core import PydanticCustomError

from lifeboat.days import read_moment
from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said
from lifeboat.editing.verbs.verb import Verb
from lifeboat.files.nearest import did_you_mean
from lifeboat.files.yaml.nodes import Extent, Node, Path
from lifeboat.scenario.overlay import Feature

CLOSED = {
    "ports": ("port", "closures"),
    "pads": ("pad", "outages"),
    "landing_sites": ("landing site", "closures"),
}
"""What can be closed, by its key in a scenario: its name in messages, the key of its closures."""


_SINCE = re.compile(r"(?P<state>\S+)\s+since\s+(?P<since>\S.*)")


class CloseVerb(Verb):
    name = "close"
    sentence = "Closes a port or a landing site, or puts a pad out of use, for a while."
    form = "PORT=WINDOW"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        found = [what for what in CLOSED if said.about in draft.names(what)]
        if len(found) > 1:
            kinds = " and ".join(f"a {CLOSED[what][0]}" for what in found)
            said.wrong("which", f"'{said.about}' is {kinds}", "use add with the one meant")
        if not found:
            known = [name for what in CLOSED for name in draft.names(what)]
            message = f"there is no port, pad or landing site '{said.about}'"
            said.wrong("unknown-port", message, did_you_mean(said.about, known))
        path = (found[0], said.about, CLOSED[found[0]][1])
        yield Change(_new(draft, path, "closed"), during(said))


class GroundVerb(Verb):
    name = "ground"
    sentence = "Grounds a family of vehicles for a while: none of them is launched then."
    form = "FAMILY=WINDOW"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        families = _families(draft)
        if said.about not in families:
            hint = did_you_mean(said.about, families)
            said.wrong("unknown-family", f"there is no family '{said.about}'", hint)
        family = said.node([]).holding({0: said.node(said.about, part=said.about)})
        grounding = during(said)
        entries = {"families": family, **grounding.entries}
        yield Change(_new(draft, ("groundings",), said.about), grounding.holding(entries))


class DamageVerb(Verb):
    name = "damage"
    sentence = (
        "Changes what a vehicle is good for (`sound`, `emergency-only`, `empty-return-only` or "
        "`unusable`) from the scenario's date on, or from another one: "
        '`--damage "Heron=unusable since 2030-03-10"`. Places for fewer than all: '
        '`"Heron={state: emergency-only, places: 2, since: 2030-03-10}"`.'
    )
    form = "VEHICLE=STATE"

    def spelt_out(self, value: Node) -> Node:
        """`STATE since DATE` is a state and its date."""
        found = _SINCE.fullmatch(value.value) if isinstance(value.value, str) else None
        if found is None:
            return value
        start, end = value.extent
        state = Node(found["state"], Extent(start, start + len(found["state"])))
        since = Node(found["since"], Extent(end - len(found["since"]), end))
        return value._replace(value={}).holding({"state": state, "since": since})

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        vehicles = draft.names("vehicles")
        if said.about not in vehicles:
            hint = did_you_mean(said.about, vehicles)
            said.wrong("unknown-vehicle", f"there is no vehicle '{said.about}'", hint)
        given = said.given()
        entries = dict(given.entries) if isinstance(given.value, dict) else {"state": given}
        since = entries.pop("since", None)
        day = _date_of(said, since) if since else draft.value("as_of")
        condition = said.node({}).holding(
            {key: node._replace(lines=said.lines) for key, node in entries.items()}
        )
        conditions = draft.names("vehicles", said.about, "conditions")
        same = (it for it in conditions if read_moment(it) == read_moment(day))
        path = ("vehicles", said.about, "conditions", next(same, day))
        yield Change(path, condition)


def _date_of(said: Said, since: Node) -> Any:
    try:
        read_moment(since.value)
    except PydanticCustomError as error:
        replace(said, value=since).wrong_value("date", f"`since` {error.message()}")
    return since.value


class WithoutVerb(Verb):
    name = "without"
    sentence = (
        "Does without improvised places (`improvised-seats`), places in damaged vehicles "
        "(`damaged-seats`) or waivers of limits (`waivers`)."
    )
    form = "FEATURE"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        without = {
            "improvised-seats": _no_improvised_seats,
            "damaged-seats": _no_damaged_seats,
            "waivers": _no_waivers,
        }
        if said.about not in without:
            hint = did_you_mean(said.about, get_args(Feature))
            said.wrong("choice", f"'{said.about}' is nothing to do without", hint)
        for path, node in without[said.about](draft, said):
            yield Change(path, node)


def _no_improvised_seats(draft: Draft, said: Said) -> Iterator[tuple[Path, Node | None]]:
    for name, vehicle in draft.names("vehicles").items():
        own = (vehicle.get("improvised") or {}).get("places")
        usual = draft.value("vehicle_types", draft.type_of(name) or "", "improvised")
        if usual if own is None else own:
            yield ("vehicles", name, "improvised", "places"), said.node(0)


def _no_damaged_seats(draft: Draft, said: Said) -> Iterator[tuple[Path, Node | None]]:
    for name, vehicle in draft.names("vehicles").items():
        for day, condition in (vehicle.get("conditions") or {}).items():
            if condition.get("state") == "emergency-only" and condition.get("places") != 0:
                yield ("vehicles", name, "conditions", day, "places"), said.node(0)


def _no_waivers(draft: Draft, said: Said) -> Iterator[tuple[Path, Node | None]]:
    vehicles = draft.names("vehicles")
    types = dict.fromkeys(draft.type_of(name) or "" for name in vehicles)
    limits: list[Path] = [("vehicle_types", name, "life") for name in types]
    limits += [("vehicles", name, "life") for name in vehicles]
    limits += [("people", name, "stay") for name in draft.names("people")]
    for path in limits:
        if "waived_to" in draft.names(*path):
            yield (*path, "waived_to"), None


def during(said: Said) -> Node:
    """`{during: WINDOW}` with the window that the edit gives."""
    return said.node({}).holding({"during": said.given()})


def _new(draft: Draft, path: Path, name: str) -> Path:
    """The path of a name that is free in a map: this name, or this name with a number."""
    taken: Mapping[str, Any] = draft.names(*path)
    if name not in taken:
        return (*path, name)
    number = next(it for it in range(2, len(taken) + 3) if f"{name} {it}" not in taken)
    return (*path, f"{name} {number}")


def _families(draft: Draft) -> dict[str, None]:
    own = draft.names("vehicle_types")
    kinds = [*draft.types.tree.values(), *own.values()]
    return dict.fromkeys(kind["family"] for kind in kinds)
