"""Where a scenario refers to something by its name.

The type of a key marks it as a reference (`RefersTo` in `lifeboat.scenario.part`). Whatever checks
names, removes something or renames it finds the references here.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from lifeboat.scenario.part import RefersTo
from lifeboat.scenario.scenario import Scenario

NOT_LOOKED_INTO = ("overlays",)
"""What an overlay refers to need not exist before the overlay is applied."""

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that refers to something, and where it stands."""

    what: str
    """What it names: `vehicle`, `person`, `port`."""
    name: str
    path: Steps
    """The keys, names and numbers that lead to it; the last step of one that is a key is itself."""
    is_key: bool
    or_station: bool


def references(tree: dict[str, Any]) -> Iterator[Reference]:
    """Every reference in a scenario given as plain values, in the order of the models' keys.

    Values that do not fit the models are skipped.
    """
    return _in_part(Scenario, tree, ())


def _in_part(model: type[BaseModel], tree: dict[str, Any], path: Steps) -> Iterator[Reference]:
    for key, hint in _hints(model).items():
        if key in tree and key not in NOT_LOOKED_INTO:
            yield from _in_value(hint, tree[key], (*path, key))


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {key: hints[key] for key in model.model_fields}


def _in_value(hint: Any, value: Any, path: Steps) -> Iterator[Reference]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        yield from _named(hint, value, path, is_key=False)
        yield from _in_value(arguments[0], value, path)
    elif origin in (Union, types.UnionType):
        for each in _as_it_looks(arguments, value):
            yield from _in_value(each, value, path)
    elif origin is list and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _in_value(arguments[0], item, (*path, number))
    elif origin is dict and isinstance(value, dict):
        for name, item in value.items():
            yield from _named(arguments[0], name, (*path, name), is_key=True)
            yield from _in_value(arguments[1], item, (*path, name))
    elif isinstance(hint, type) and issubclass(hint, BaseModel) and isinstance(value, dict):
        yield from _in_part(hint, value, path)


def _as_it_looks(hints: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    """Of several types for one map, only the part whose keys it has, if there is one."""
    parts = [hint for hint in hints if _is_part_with(_bare(hint), value)]
    return tuple(parts) or hints


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _is_part_with(hint: Any, value: Any) -> bool:
    is_part = isinstance(hint, type) and issubclass(hint, BaseModel) and isinstance(value, dict)
    return is_part and bool(hint.model_fields.keys() & value.keys())


def _named(hint: Any, name: Any, path: Steps, *, is_key: bool) -> Iterator[Reference]:
    for mark in get_args(hint)[1:] if get_origin(hint) is Annotated else ():
        if isinstance(mark, RefersTo) and isinstance(name, str):
            yield Reference(mark.what, name, path, is_key, mark.or_station)
