"""What may follow each option that edits a scenario, by the names in the scenario."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lifeboat.commands.completion.held import held_in
from lifeboat.commands.completion.paths import outline, paths
from lifeboat.commands.completion.sentences import sentences

_SPECIAL = re.compile(r"([\s\"'\\$&;()|<>*?\[\]#!`{}~])")
_STATES = ("sound", "emergency-only", "empty-return-only", "unusable")
_FEATURES = ("improvised-seats", "damaged-seats", "waivers")
_SPANS, _SLIPS = ("1d", "1w"), ("0..14d", "0..30d")

Held = dict[str, Any]


def candidates(kind: str, scenario: str, typed: str) -> list[str]:
    """What may be meant by the beginning of an option's value.

    Args:
        kind: the option, without its dashes.
        scenario: the file named on the command line.
        typed: what is typed so far, without quotes.
    """
    held = held_in(scenario)
    found = [it for it in _BY_KIND[kind](held, typed) if it.startswith(typed)]
    return [_for_the_shell(it) for it in dict.fromkeys(found)]


def _for_the_shell(text: str) -> str:
    """A value as it can stand on the command line; bash takes it as it is, others quote it."""
    if os.environ.get("_LIFEBOAT_COMPLETE") != "complete_bash":
        return text
    words = os.environ.get("COMP_WORDS", "").split("\n")
    is_quoted = words[-1].startswith(('"', "'"))
    return text if is_quoted else _SPECIAL.sub(r"\\\1", text)


def _names_held(held: Held, *parts: str) -> list[str]:
    return [name for part in parts if isinstance(held.get(part), dict) for name in held[part]]


def _to_come(held: Held) -> list[str]:
    """The vehicles that are to be launched, or on their way."""
    vehicles, as_of = held.get("vehicles"), str(held.get("as_of"))
    if not isinstance(vehicles, dict):
        return []
    is_there = {
        name: isinstance(it, dict) and "modes" not in it and str(it.get("docked", "~")) < as_of
        for name, it in vehicles.items()
    }
    return [name for name, there in is_there.items() if not there]


def _with_values(
    names: Iterable[str], typed: str, values: Callable[[str], Iterable[str]]
) -> list[str]:
    """Names that begin as typed; of a single one, with what may follow it."""
    name, equals, _ = typed.partition("=")
    found = [name] if equals else [it for it in names if it.startswith(typed)]
    if len(found) != 1:
        return found
    return [f"{found[0]}={value}" for value in values(found[0])] or found


def _some_windows(held: Held) -> list[str]:
    """Some times within the horizon."""
    begin = str(held.get("as_of", ""))[:10]
    end = str(held.get("horizon", "")).rpartition("..")[2]
    return [f"{begin}..{end}", f"{begin}.."]


def _delays(held: Held, typed: str) -> list[str]:
    names = _with_values(_to_come(held), typed, lambda _: _SPANS)
    return names or _with_values(paths(held, typed), typed, lambda _: _SPANS)


def _paths_set(held: Held, typed: str) -> list[str]:
    known = dict.fromkeys(outline()["families"])
    own = held.get("vehicle_types")
    with_types = {**held, "vehicle_types": {**known, **(own if isinstance(own, dict) else {})}}
    found = paths(with_types, typed.partition("=")[0])

    def values(path: str) -> list[str]:
        there = found.get(path)
        if there is None or not there.is_value:
            return []
        if isinstance(there.keys, list):
            return there.keys
        return ["", there.held] if isinstance(there.held, str) else [""]

    return _with_values(found, typed, values)


def _varied(held: Held, typed: str) -> list[str]:
    slips = [f"{name}.slip" for name in _to_come(held)]
    by_name = _with_values(slips, typed, lambda it: _SLIPS if it.endswith(".slip") else ())
    return by_name + (
        [] if "=" in typed else [it.partition("=")[0] for it in _paths_set(held, typed)]
    )


def _families_held(held: Held, typed: str) -> list[str]:
    own = held.get("vehicle_types")
    told = own.values() if isinstance(own, dict) else ()
    families = [it["family"] for it in told if isinstance(it, dict) and "family" in it]
    known = [*families, *outline()["families"].values()]
    names = dict.fromkeys(it for it in known if isinstance(it, str))
    return _with_values(names, typed, lambda _: _some_windows(held))


def _closed(held: Held, typed: str) -> list[str]:
    names = _names_held(held, "ports", "pads", "landing_sites")
    return _with_values(names, typed, lambda _: _some_windows(held))


def _sentences_begun(held: Held, typed: str) -> list[str]:
    people, vehicles = _names_held(held, "people"), _names_held(held, "vehicles")
    date = str(held.get("as_of", ""))[:10]
    ships = held.get("vehicles")
    modes = [
        mode
        for it in (ships.values() if isinstance(ships, dict) else ())
        if isinstance(it, dict) and isinstance(it.get("modes"), dict)
        for mode in it["modes"]
    ]
    words: dict[str, Sequence[str]] = {
        "PERSON": people,
        "VEHICLE": vehicles,
        "NAME": [*people, *vehicles],
        "PORT": _names_held(held, "ports"),
        "MODE": list(dict.fromkeys(modes)),
        "WHEN": [f"{word} {date}" for word in ("on", "before", "after", "from", "until")],
        "DATE": [date],
    }
    return sentences(words, typed)


def _overlays(held: Held, typed: str) -> list[str]:
    """Overlays of the scenario; after a comma, with those before it."""
    before = typed[: typed.rfind(",") + 1]
    return [it for name in _names_held(held, "overlays") for it in (name, before + name)]


_BY_KIND: dict[str, Callable[[Held, str], Iterable[str]]] = {
    "with": _overlays,
    "set": _paths_set,
    "add": _paths_set,
    "remove": lambda held, typed: paths(held, typed, is_held=True),
    "drop": lambda held, _: _to_come(held),
    "delay": _delays,
    "advance": _delays,
    "close": _closed,
    "ground": _families_held,
    "damage": lambda held, typed: _with_values(
        _names_held(held, "vehicles"), typed, lambda _: _STATES
    ),
    "unavailable": lambda held, typed: _with_values(
        _to_come(held), typed, lambda _: _some_windows(held)
    ),
    "pin": _sentences_begun,
    "without": lambda _, __: _FEATURES,
    "vary": _varied,
}
