"""The values of a scenario while it is edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeboat.files.source import Source
from lifeboat.files.yaml.nodes import Node, Path, Step


@dataclass(frozen=True)
class Change:
    """One value that an edit sets or removes.

    For an item of a list the last step of the path is the item itself.
    """

    path: Path
    node: Node | None
    """The new value; None removes it."""
    is_item: bool = False


@dataclass(frozen=True)
class Draft:
    """The values of a scenario, and beside them those of the vehicle types the program knows."""

    source: Source
    types: Source

    def node(self, path: Path) -> Node | None:
        """The node at a path; None if there is none."""
        found = self.source.root
        for step in path:
            if step not in found.entries:
                return self._known_type(path)
            found = found.entries[step]
        return found

    def value(self, *path: Step) -> Any:
        """The plain value at a path; None if there is none."""
        found = self.node(path)
        return None if found is None else found.value

    def names(self, *path: Step) -> Mapping[str, Any]:
        """The entries of the map at a path, by name; empty if there is no map."""
        found = self.value(*path)
        return found if isinstance(found, dict) else {}

    def type_of(self, vehicle: str) -> str | None:
        """The type of a vehicle."""
        kind = self.value("vehicles", vehicle, "type")
        return kind if isinstance(kind, str) else None

    def made(self, change: Change) -> Draft:
        """The draft with a change made; a known type is copied into it before it is changed."""
        root = self._with_type(change.path)
        changed = _item(root, change) if change.is_item else _put(root, change.path, change.node)
        return replace(self, source=replace(self.source, root=changed))

    def _known_type(self, path: Path) -> Node | None:
        if not self._is_in_known_type(path):
            return None
        found: Node | None = self.types.root
        for step in path[1:]:
            found = found.entries.get(step) if found is not None else None
        return found if found is None else found._replace(lines=self.types.lines)

    def _is_in_known_type(self, path: Path) -> bool:
        """Whether a path leads to a type the program knows and the scenario does not replace."""
        if path[:1] != ("vehicle_types",) or len(path) < 2:
            return False
        own = self.source.root.entries.get("vehicle_types")
        return path[1] in self.types.root.entries and (own is None or path[1] not in own.entries)

    def _with_type(self, path: Path) -> Node:
        root = self.source.root
        if len(path) < 3 or not self._is_in_known_type(path):
            return root
        return _put(root, path[:2], self.types.root.entries[path[1]].within(self.types.lines))


def _put(node: Node, path: Path, new: Node | None) -> Node:
    """The map with a value set at a path, or removed; missing maps in between are made."""
    first, rest = path[0], path[1:]
    entries = dict(node.entries)
    if not rest and new is None:
        entries.pop(first, None)
    elif not rest:
        entries[first] = new if new is not None else node
    else:
        below = entries.get(first)
        if below is None or not isinstance(below.value, dict):
            where = new or node
            below = Node({}, where.extent, where.key, lines=where.lines)
        entries[first] = _put(below, rest, new)
    return node.holding(entries) if isinstance(node.value, dict) else node


def _item(root: Node, change: Change) -> Node:
    """The map with an item added to a list, or removed; a missing list is made."""
    path, item = change.path[:-1], change.path[-1]
    found: Node | None = root
    for step in path:
        found = found.entries.get(step) if found is not None else None
    if found is None or not isinstance(found.value, list):
        where = change.node or root
        found = Node([], where.extent, where.key, lines=where.lines)
    kept = [entry for entry in found.entries.values() if entry.value != item]
    items = kept if change.node is None else [*found.entries.values(), change.node]
    return _put(root, path, found.holding(dict(enumerate(items))))
