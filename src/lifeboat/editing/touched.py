"""What edits touch of a scenario: only that has to be read again after each of many."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import get_origin

from lifeboat.files.source import Source
from lifeboat.files.validation.shape import kinds_at
from lifeboat.files.yaml.nodes import Node, Path
from lifeboat.scenario.scenario import Scenario


def touched_by(source: Source, paths: Iterable[Path]) -> Source:
    """The values of a scenario, with nothing under names that none of the paths leads through."""
    return replace(source, root=_on_the_way(source.root, (), list(paths)))


def _on_the_way(node: Node, before: Path, paths: Collection[Path]) -> Node:
    if () in paths or not isinstance(node.value, dict):
        return node
    below = {step: [path[1:] for path in paths if path[0] == step] for step, *_ in paths}
    steps = below if _has_names(before) else node.entries
    return node.holding(
        {
            step: _on_the_way(node.entries[step], (*before, step), below.get(step, ()))
            for step in steps
            if step in node.entries
        }
    )


def _has_names(path: Path) -> bool:
    """Whether a map at a path has names, and no keys."""
    return any(get_origin(kind) is dict for kind in kinds_at(Scenario, path))
