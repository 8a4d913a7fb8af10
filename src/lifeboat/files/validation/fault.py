"""One thing a model refused, and its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from lifeboat.files.source import Source
from lifeboat.files.yaml.nodes import Path, Step

_KEY = "[key]"


@dataclass(frozen=True)
class Fault:
    """A value or a key that a model refused, or a key that it missed."""

    source: Source
    model: type[BaseModel]
    kind: str
    path: Path
    text: str
    limits: dict[str, Any] = field(default_factory=dict)
    at_key: bool = False
    missing: str | None = None
    branches: Sequence[tuple[Path, str]] = ()
    """For each value on the path that may have several types: the type this fault is about."""

    @property
    def value(self) -> Any:
        """The refused value, or key."""
        return self.path[-1] if self.at_key else self.source.value(self.path)

    @property
    def written(self) -> str:
        """The refused value as it stands in the file."""
        return self.source.written(self.path, key=self.at_key)

    @property
    def at_own_key(self) -> bool:
        """Whether the key is what is wrong, rather than its value."""
        return self.at_key or self.missing is not None or self.kind == "extra_forbidden"


def fault_of(error: Any, source: Source, model: type[BaseModel]) -> Fault:
    """A pydantic error as a fault, at a path that exists in the file."""
    path, others = _split(error["loc"], source.tree)
    lacks = error["type"] == "missing"
    tags = others[:-1] if lacks else others
    return Fault(
        source,
        model,
        kind=error["type"],
        path=path,
        text=error["msg"],
        limits=error.get("ctx", {}),
        at_key=any(step == _KEY for _, step in others),
        missing=str(others[-1][1]) if lacks else None,
        branches=[(before, str(step)) for before, step in tags if step != _KEY],
    )


def _split(location: Sequence[Step], tree: Any) -> tuple[Path, list[tuple[Path, Step]]]:
    """The part of a location that exists in the file, and the steps that do not."""
    path: Path = ()
    others: list[tuple[Path, Step]] = []
    for step in location:
        if _holds(tree, step):
            path, tree = (*path, step), tree[step]
        else:
            others.append((path, step))
    return path, others


def _holds(tree: Any, step: Step) -> bool:
    if isinstance(tree, list):
        return isinstance(step, int) and step < len(tree)
    return isinstance(tree, dict) and step in tree


def likelier(faults: Iterable[Fault]) -> list[Fault]:
    """The faults; where a value may have several types, only those of the type it looks like."""
    faults = list(faults)
    offered: dict[Path, set[str]] = {}
    for fault in faults:
        for path, tag in fault.branches:
            offered.setdefault(path, set()).add(_shape_of_tag(tag))
    return [
        fault
        for fault in faults
        if all(_fits_shape(*branch, fault, offered) for branch in fault.branches)
    ]


def _fits_shape(path: Path, tag: str, fault: Fault, offered: dict[Path, set[str]]) -> bool:
    wanted = (_shape_of_value(fault.source.value(path)), "word", "map", "list")
    return _shape_of_tag(tag) == next(shape for shape in wanted if shape in offered[path])


def _shape_of_value(value: Any) -> str:
    if isinstance(value, list):
        return "list"
    return "map" if isinstance(value, dict) else "word"


def _shape_of_tag(tag: str) -> str:
    if tag.startswith(("list[", "tuple[")):
        return "list"
    return "map" if tag.startswith("dict[") or tag[:1].isupper() else "word"
