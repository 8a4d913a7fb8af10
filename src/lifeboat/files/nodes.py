"""Values of a file that remember where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

LONG_TEXT = 100

Step = str | int
Path = tuple[Step, ...]
"""The way to a value: keys of maps, positions in lists."""


class Extent(NamedTuple):
    """The characters from `start` up to `end`."""

    start: int
    end: int


class Entry(NamedTuple):
    """A value in a map or list, and where its key is written (nowhere in a list)."""

    key: Extent | None
    node: Node


@dataclass(frozen=True, slots=True)
class Node:
    """One value: what it is, where it stands, the entries it holds, how many values it counts."""

    value: Any
    extent: Extent
    entries: dict[Step, Entry] = field(default_factory=dict)
    weight: int = 1


class Key(NamedTuple):
    """A key that still waits for its value."""

    text: str
    extent: Extent


@dataclass(slots=True)
class OpenNode:
    """A map or list whose end has not been read yet."""

    start: int
    value: dict[str, Any] | list[Any]
    anchor: str | None
    entries: dict[Step, Entry] = field(default_factory=dict)
    key: Key | None = None
    weight: int = 1

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def add(self, node: Node) -> None:
        """Take the next entry, under the key that waits for it if this is a map."""
        self.weight += node.weight
        if isinstance(self.value, list):
            self.entries[len(self.value)] = Entry(None, node)
            self.value.append(node.value)
        elif self.key is not None:
            self.entries[self.key.text] = Entry(self.key.extent, node)
            self.value[self.key.text] = node.value
            self.weight += weight_of(self.key.text)
            self.key = None

    def closed(self, end: int) -> Node:
        return Node(self.value, Extent(self.start, end), self.entries, self.weight)


def weight_of(text: str) -> int:
    """A long text counts for several values, so that aliases of it cannot grow without bound."""
    return 1 + len(text) // LONG_TEXT
