"""What a scenario holds, read quickly, and of a broken one as much as can be read.

Completion has a tenth of a second for it: the reader of scenarios, which keeps places and tells
mistakes, takes too long to load, and a file that is being written is broken most of the time.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any
from unicodedata import normalize

import yaml
from yaml import events

MOST_BYTES = 300_000
"""What lies beyond is not read."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def held_in(path: str) -> dict[str, Any]:
    """The maps, lists and texts of a file; those before what cannot be read, if anything cannot."""
    try:
        if not Path(path).is_file():
            return {}
        with Path(path).open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        return {}
    holding = _Holding()
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=_LOADER):
            holding.take(event)
    return holding.root if isinstance(holding.root, dict) else {}


class _Holding:
    """What the events of the parser have told so far."""

    def __init__(self) -> None:
        self.root: Any = None
        self._open: list[Any] = []
        self._keys: list[str | None] = []
        self._anchors: dict[str, Any] = {}
        self._names: list[str | None] = []

    def take(self, event: events.Event) -> None:
        """Take the next event."""
        if isinstance(event, events.ScalarEvent):
            self._value(normalize("NFC", event.value), event.anchor)
        elif isinstance(event, events.AliasEvent):
            self._value(self._anchors.get(event.anchor or ""), None)
        elif isinstance(event, events.CollectionStartEvent):
            self._begin({} if isinstance(event, events.MappingStartEvent) else [], event.anchor)
        elif isinstance(event, events.CollectionEndEvent):
            done, name = self._open.pop(), self._names.pop()
            self._keys.pop()
            if name is not None:
                self._anchors[name] = done

    def _begin(self, collection: Any, anchor: str | None) -> None:
        self._value(collection, None)
        self._open.append(collection)
        self._keys.append(None)
        self._names.append(anchor)

    def _value(self, value: Any, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = value
        if not self._open:
            self.root = value if self.root is None else self.root
        elif isinstance(self._open[-1], list):
            self._open[-1].append(value)
        elif self._keys[-1] is None:
            self._keys[-1] = value if isinstance(value, str) else ""
        else:
            self._open[-1][self._keys[-1]] = value
            self._keys[-1] = None
