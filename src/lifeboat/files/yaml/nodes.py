"""Values of a file that remember where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lifeboat.files.yaml.lines import Lines

LONG_TEXT = 100

Step = str | int
Path = tuple[Step, ...]
"""The path to a value: keys of maps, positions in lists."""


class Extent(NamedTuple):
    """The characters from `start` up to `end`."""

    start: int
    end: int


class Node(NamedTuple):
    """One value of a file."""

    value: Any
    extent: Extent
    key: Extent | None = None
    """Where its key stands, if it is in a map."""
    weight: int = 1
    """How many values it counts for, those of its aliases included."""
    entries: Mapping[Step, Node] = MappingProxyType({})
    """What it holds, if it is a map or a list."""
    lines: Lines | None = None
    """The lines that it and its key stand in, if not those of the file."""

    def within(self, lines: Lines) -> Node:
        """The node with these lines, for itself and for all it holds."""
        entries = {step: entry.within(lines) for step, entry in self.entries.items()}
        return self._replace(entries=entries, lines=lines)

    def holding(self, entries: Mapping[Step, Node]) -> Node:
        """The map or list with other entries."""
        held = [entry.value for entry in entries.values()]
        value = dict(zip(entries, held, strict=True)) if isinstance(self.value, dict) else held
        return self._replace(value=value, entries=entries)


@dataclass(slots=True)
class OpenNode:
    """A map or list whose end has not been read yet."""

    start: int
    value: Any
    anchor: str | None
    entries: dict[Step, Node] = field(default_factory=dict)
    key: str | None = None
    """The key that waits for its value."""
    key_extent: Extent | None = None
    weight: int = 1

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.value, dict)

    def add(self, node: Node) -> None:
        """Add the next entry, in a map under the key that waits for it."""
        self.weight += node.weight
        if self.key is None:
            self.entries[len(self.value)] = node
            self.value.append(node.value)
        else:
            self.entries[self.key] = node
            self.value[self.key] = node.value
            self.weight += weight_of(self.key)
            self.key = self.key_extent = None


def weight_of(text: str) -> int:
    """The weight of a text; a long one counts as several values, so that aliases stay bounded."""
    return 1 + len(text) // LONG_TEXT
