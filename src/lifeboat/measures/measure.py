"""One measure: something that a scenario says, giving way by a number of days, places or people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from lifeboat.days import Window, say_instant, say_span
from lifeboat.premises.premise import Gone, Keys, with_changes
from lifeboat.scenario.part import Part
from lifeboat.scenario.scenario import Scenario

Changes = tuple[tuple[Keys, Any], ...]
Edit = tuple[str, str]
"""An edit as on the command line, by its kind and text: `("set", "vehicles.Heron.seats=3")`."""


@dataclass(frozen=True)
class Measure:
    """Something that gives way, by one up to so many days, places or people, or as a whole."""

    kind: str
    """What the scenario prices it by."""
    keys: Keys
    """Where the scenario says what gives way."""
    most: int
    """The greatest amount; 1 of what gives way as a whole."""
    price: int
    """Of each unit of the amount."""
    changes: Callable[[Scenario, int], Changes]
    """The values with which a scenario has given way by an amount; they may depend on what it says
    now, as another measure may change the same."""
    says: Callable[[Scenario, int], str]
    """What is done, as a sentence without its full stop."""


Taken = tuple[tuple[Measure, int], ...]
"""Measures that are taken, each with its amount."""


def taking(scenario: Scenario, taken: Iterable[tuple[Measure, int]]) -> Scenario:
    """The scenario with some measures taken."""
    for measure, amount in taken:
        if _is_there(scenario, measure.keys):
            scenario = with_changes(scenario, measure.changes(scenario, amount))
    return scenario


def _is_there(scenario: Scenario, keys: Keys) -> bool:
    """Whether what gives way is still there: another measure may have given it up as a whole."""
    found: Any = scenario
    for key in keys:
        if isinstance(found, dict) and key not in found:
            return False
        found = found[key] if isinstance(found, dict) else getattr(found, key)
    return True


def edits_of(scenario: Scenario, taken: Iterable[tuple[Measure, int]]) -> list[Edit]:
    """The same as edits, of which an overlay can be made."""
    found: dict[str, Edit] = {}
    for measure, amount in taken:
        if not _is_there(scenario, measure.keys):
            continue
        changes, before = measure.changes(scenario, amount), scenario
        scenario = with_changes(scenario, changes)
        for keys, value in changes:
            path = ".".join(map(_key_text, keys))
            verb = "set" if _is_there(before, keys) else "add"
            edit = ("remove", path) if value is Gone else (verb, f"{path}={_text(value)}")
            found[path] = edit
    return list(found.values())


def _key_text(key: object) -> str:
    return say_instant(key) if isinstance(key, datetime) else str(key)


def _text(value: object) -> str:
    """A value as a scenario writes it."""
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _plain(value: object) -> Any:
    if isinstance(value, Part):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(value, list):
        return [_plain(it) for it in value]
    if isinstance(value, Window):
        return value.text
    if isinstance(value, timedelta):
        return say_span(value)
    return say_instant(value) if isinstance(value, datetime) else value
