"""The keys of a scenario, as its JSON Schema has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from lifeboat.days import Window
from lifeboat.files.known_types import known_types
from lifeboat.files.schema import scenario_schema
from lifeboat.files.validation.shape import kinds_at
from lifeboat.goals import GOALS
from lifeboat.rules import RULES
from lifeboat.scenario.scenario import Scenario

Schema = dict[str, Any]


def schema() -> Schema:
    """The schema of a scenario."""
    return scenario_schema([rule.name for rule in RULES], [goal.name for goal in GOALS])


def descriptions() -> dict[str, str]:
    """What each key means, by its path without names: `vehicles.modes.windows`."""
    whole = schema()
    return {path: _description(whole, part) for path, part in _keys(whole, whole, "")}


def used(tree: Any) -> set[str]:
    """The paths of all keys that a scenario uses, without names."""
    whole = schema()
    return set(_used(whole, whole, tree, ""))


def _keys(whole: Schema, part: Schema, path: str) -> Iterator[tuple[str, Schema]]:
    for form in _forms(whole, part):
        for key, value in _properties(form).items():
            yield _join(path, key), value
            yield from _keys(whole, value, _join(path, key))
        for value in form.get("patternProperties", {}).values():
            yield from _keys(whole, value, path)
        if "items" in form:
            yield from _keys(whole, form["items"], path)


def _used(whole: Schema, part: Schema, tree: Any, path: str) -> Iterator[str]:
    for form in _forms(whole, part):
        for key, value in tree.items() if isinstance(tree, dict) else ():
            if key in _properties(form):
                yield _join(path, key)
                yield from _used(whole, form["properties"][key], value, _join(path, key))
            for entry in form.get("patternProperties", {}).values():
                yield from _used(whole, entry, value, path)
        for each in tree if isinstance(tree, list) and "items" in form else ():
            yield from _used(whole, form["items"], each, path)


def _forms(whole: Schema, part: Schema) -> Iterator[Schema]:
    """The alternatives of a part of a schema: those of its `anyOf`, or else the part itself."""
    if "$ref" in part:
        part = whole["$defs"][part["$ref"].rpartition("/")[2]]
    if "anyOf" in part:
        for form in part["anyOf"]:
            yield from _forms(whole, form)
    else:
        yield part


def _properties(form: Schema) -> dict[str, Schema]:
    found: dict[str, Schema] = form.get("properties", {})
    return found


def _description(whole: Schema, part: Schema) -> str:
    own = part.get("description") or next(_forms(whole, part)).get("description", "")
    return " ".join(str(own).split())


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def outline() -> dict[str, Any]:
    """The keys of a scenario, with `*` for any name, and the family of each type that is known.

    At a value stand the words to choose from, if there are any. Completion reads this, since the
    models take longer to load than it has.
    """
    keys = {key: _outline((key,)) for key in Scenario.model_fields if key != "overlays"}
    keys["rules"] = {rule.name: keys["rules"]["*"] for rule in RULES}
    return {"keys": keys, "families": {name: it.family for name, it in known_types().items()}}


def _outline(path: tuple[str, ...]) -> Any:
    found: dict[str, Any] = {}
    choices: list[str] = []
    for kind in kinds_at(Scenario, path):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found |= {key: _outline((*path, key)) for key in kind.model_fields}
        elif get_origin(kind) is dict:
            found["*"] = _outline((*path, "*"))
        elif kind is Window:
            found |= {"start": None, "end": None}
        elif get_origin(kind) is Literal:
            choices += map(str, get_args(kind))
        elif kind is bool:
            choices += ["true", "false"]
    return found or choices or None


@dataclass(frozen=True)
class Key:
    """One key of a scenario, as the reference shows it."""

    path: str
    """With `NAME` wherever people give a name: `vehicles.NAME.port`."""
    bare: str
    """Without names, as rules tell the keys they read."""
    meaning: str
    is_needed: bool
    default: str
    """What holds when it is left out; empty where the meaning says so, or nothing does."""
    choices: tuple[str, ...]
    """The words it may be; empty for anything else."""


def every_key() -> Iterator[Key]:
    """Every key of a scenario, in the order of its models."""
    whole = schema()
    yield from _every(whole, whole, "", "")


def _every(whole: Schema, part: Schema, path: str, bare: str) -> Iterator[Key]:
    for form in _forms(whole, part):
        for name, value in _properties(form).items():
            key, inner = _join(path, name), _join(bare, name)
            yield Key(
                path=key,
                bare=inner,
                meaning=_description(whole, value),
                is_needed=name in form.get("required", ()),
                default=_default(value),
                choices=tuple(_choices(whole, value)),
            )
            yield from _every(whole, value, key, inner)
        for value in form.get("patternProperties", {}).values():
            yield from _every(whole, value, _join(path, "NAME"), bare)
        if "items" in form:
            yield from _every(whole, form["items"], path, bare)


def _default(part: Schema) -> str:
    value = part.get("default")
    if value in (None, [], {}, "P0D") or isinstance(value, dict):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _choices(whole: Schema, part: Schema) -> Iterator[str]:
    for form in _forms(whole, part):
        yield from (str(it) for it in form.get("enum", [form["const"]] if "const" in form else []))
