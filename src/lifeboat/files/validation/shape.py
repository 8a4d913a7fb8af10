"""What a model expects at a path in a file."""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from lifeboat.files.yaml.nodes import Path, Step


def kinds_at(model: type[BaseModel], path: Path) -> list[Any]:
    """The types a value at a path may have, `None` aside."""
    kinds: list[Any] = [model]
    for step in path:
        kinds = [found for kind in kinds for found in _into(kind, step)]
    return kinds


def part_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the map at a path, if it has one."""
    return next((kind for kind in kinds_at(model, path) if _is_model(kind)), None)


def options_at(model: type[BaseModel], path: Path) -> list[Any]:
    """The values to choose from at a path."""
    literals = (kind for kind in kinds_at(model, path) if get_origin(kind) is Literal)
    return [option for literal in literals for option in get_args(literal)]


def _into(kind: Any, step: Step) -> list[Any]:
    if _is_model(kind):
        return _of_field(kind, step)
    arguments = get_args(kind)
    if get_origin(kind) in (dict, list, tuple):
        return _alternatives(arguments[-1 if get_origin(kind) is dict else 0])
    return []


def _of_field(model: type[BaseModel], step: Step) -> list[Any]:
    if issubclass(model, RootModel):
        root = _alternatives(model.model_fields["root"].annotation)
        return [found for kind in root for found in _into(kind, step)]
    known = model.model_fields.get(str(step))
    return _alternatives(known.annotation) if known else []


def _alternatives(annotation: Any) -> list[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _alternatives(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [found for each in get_args(annotation) for found in _alternatives(each)]
    return [] if annotation is type(None) else [annotation]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
