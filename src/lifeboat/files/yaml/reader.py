"""Reading YAML into plain values that remember where they stand.

Only the parser's events are used, not its loaders: those follow the rules of YAML 1.1 (`NO` is
false, 12:30 is 750), lose places, let the last of two equal keys win and can be made to crash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn
from unicodedata import normalize

import yaml
from yaml import events

from lifeboat.errors import MOST_MISTAKES, Mistake, MistakesError
from lifeboat.files.nearest import did_you_mean
from lifeboat.files.yaml.lines import Lines
from lifeboat.files.yaml.nodes import Extent, Node, OpenNode, weight_of
from lifeboat.files.yaml.scalars import Scalar, scalar
from lifeboat.files.yaml.syntax import syntax_mistake

MOST_VALUES = 100_000
MOST_DEPTH = 50

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROPERTY = re.compile(r"[&!]\S*\s*")
_TAG = re.compile(r"!\S*")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_nodes(lines: Lines) -> Node:
    """The value of a YAML text; raises `MistakesError` with all that is wrong in it."""
    builder = _Builder(lines)
    try:
        for event in yaml.parse(lines.text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.mistakes.append(syntax_mistake(error, lines))
    if builder.mistakes:
        raise MistakesError(builder.mistakes)
    return builder.root


class _Builder:
    """Builds values from the events of the parser."""

    def __init__(self, lines: Lines) -> None:
        self.root = Node(None, Extent(0, 0))
        self.mistakes: list[Mistake] = []
        self._lines = lines
        self._open: list[OpenNode] = []
        self._anchors: dict[str, Node] = {}
        self._weight = 0
        self._documents = 0
        self._takers: dict[type[events.Event], Callable[[Any], None]] = {
            events.DocumentStartEvent: self._document,
            events.ScalarEvent: self._scalar,
            events.AliasEvent: self._alias,
            events.SequenceStartEvent: self._list,
            events.MappingStartEvent: self._map,
            events.SequenceEndEvent: self._end,
            events.MappingEndEvent: self._end,
        }

    def take(self, event: events.Event) -> None:
        taker = self._takers.get(type(event))
        if taker:
            taker(event)

    def _document(self, event: events.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "a second document begins here; a file holds one"
            self._give_up(_extent(event), "two-documents", message, "put it into its own file")

    def _scalar(self, event: events.ScalarEvent) -> None:
        # However accents are composed, the same text is the same name.
        event.value = normalize("NFC", event.value)
        extent, weight = self._written(event), weight_of(event.value)
        self._count(extent, weight)
        if event.style == '"' and _SURROGATE.search(event.value):
            self._wrong(extent, "character", "this escape is half a character")
        if self._open and self._open[-1].wants_key:
            self._key(event, extent)
        else:
            value = event.value if event.style else self._plain(event.value, extent)
            self._add(Node(value, extent, self._key_extent(), weight), event.anchor)

    def _plain(self, text: str, extent: Extent) -> Scalar:
        try:
            return scalar(text)
        except ValueError as error:
            self._wrong(extent, "number", str(error), "in quotes it is a text")
            return text

    def _key(self, event: events.ScalarEvent, extent: Extent) -> None:
        here = self._open[-1]
        if event.value == "<<" and not event.style:
            hint = "repeat the keys, or keep the differences in an overlay"
            self._wrong(extent, "merge-key", "merge keys (<<) are not supported", hint)
        elif event.value in here.entries:
            self._twice(event.value, extent, here)
        here.key, here.key_extent = event.value, extent

    def _twice(self, key: str, extent: Extent, here: OpenNode) -> None:
        first = here.entries[key].key or extent
        line = self._lines.place(*first).line
        self._wrong(extent, "key-twice", f"`{key}` stands here a second time, first in line {line}")

    def _alias(self, event: events.AliasEvent) -> None:
        extent = _extent(event)
        if self._open and self._open[-1].wants_key:
            self._give_up(extent, "key", "a key must be a word, not an alias")
        anchor = event.anchor or ""
        if anchor not in self._anchors:
            message = (
                f"`*{anchor}` stands for nothing: no finished value above is marked `&{anchor}`"
            )
            self._give_up(extent, "alias", message, did_you_mean(anchor, self._anchors))
        meant = self._anchors[anchor]
        self._count(extent, meant.weight)
        self._add(meant._replace(extent=extent, key=self._key_extent()), None)

    def _list(self, event: events.SequenceStartEvent) -> None:
        self._begin(event, [])

    def _map(self, event: events.MappingStartEvent) -> None:
        self._begin(event, {})

    def _begin(self, event: events.CollectionStartEvent, value: dict[str, Any] | list[Any]) -> None:
        extent = self._written(event)
        if self._open and self._open[-1].wants_key:
            hint = "text that begins with [ or { must be in quotes"
            self._give_up(extent, "key", "a key must be a word, not a list or a map", hint)
        if len(self._open) == MOST_DEPTH:
            self._give_up(extent, "too-deep", f"this is nested deeper than {MOST_DEPTH} levels")
        self._count(extent, 1)
        self._open.append(OpenNode(extent.start, value, event.anchor))

    def _end(self, event: events.CollectionEndEvent) -> None:
        done = self._open.pop()
        extent = Extent(done.start, _extent(event).end)
        node = Node(done.value, extent, self._key_extent(), done.weight, done.entries)
        self._add(node, done.anchor)

    def _key_extent(self) -> Extent | None:
        return self._open[-1].key_extent if self._open else None

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1].add(node)
        else:
            self.root = node

    def _count(self, extent: Extent, weight: int) -> None:
        self._weight += weight
        if self._weight > MOST_VALUES:
            message = f"with this the file holds more than {MOST_VALUES:,} values"
            hint = "an alias counts for all the values it stands for" if self._anchors else None
            self._give_up(extent, "too-many", message, hint)

    def _written(self, event: events.NodeEvent) -> Extent:
        """The extent of a value, without the anchor before it; refuses a tag."""
        start, end = extent = _extent(event)
        if getattr(event, "tag", None):
            self._tag(extent)
        if not event.anchor:
            return extent
        while found := _PROPERTY.match(self._lines.text, start, end):
            start = found.end()
        return Extent(start, end)

    def _tag(self, extent: Extent) -> None:
        found = _TAG.search(self._lines.text, *extent)
        here = Extent(*found.span()) if found else extent
        tag = self._lines.text[slice(*here)]
        hint = "put the text in quotes if it is meant to begin with !"
        self._wrong(here, "tag", f"tags such as {tag} are not supported", hint)

    def _wrong(self, extent: Extent, kind: str, message: str, hint: str | None = None) -> None:
        place = self._lines.place(*extent)
        self.mistakes.append(Mistake(kind=kind, message=message, place=place, hint=hint))
        if len(self.mistakes) == MOST_MISTAKES:
            raise MistakesError(self.mistakes)

    def _give_up(
        self, extent: Extent, kind: str, message: str, hint: str | None = None
    ) -> NoReturn:
        self._wrong(extent, kind, message, hint)
        raise MistakesError(self.mistakes)


def _extent(event: Any) -> Extent:
    return Extent(event.start_mark.index, event.end_mark.index)
