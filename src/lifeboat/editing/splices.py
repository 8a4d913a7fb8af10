"""A changed scenario as text that differs from the file only where a value changed.

Comments, order, alignment and quoting of everything else stay. A new key goes below the last one
beside it; a value that is removed takes its lines, or its part of a line, with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.source import Source, source_of
from lifeboat.files.yaml.emit import yaml_of
from lifeboat.files.yaml.nodes import Node, Step

WIDE = 10_000
LONG = 78
"""The longest line, in characters, for a new map or list; a longer one is split over lines."""


class Splice(NamedTuple):
    """The characters `start` up to `end` of a text, and what replaces them."""

    start: int
    end: int
    new: str


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """A text with splices applied; they must not overlap."""
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.new + text[splice.end :]
    return text


def splices_to(base: Source, edited: Source) -> tuple[Splice, ...]:
    """The splices that turn the text of a scenario into that of the edited scenario.

    Raises:
        MistakesError: a value cannot be changed alone, such as one shared by an alias.
    """
    own = {key: node for key, node in base.root.entries.items() if key != "overlays"}
    writer = _Writer(base.text)
    found = tuple(writer.differences(base.root.holding(own), edited.root))
    said = dict(source_of(spliced(base.text, found), base.file).tree)
    said.pop("overlays", None)
    if said != edited.tree:
        raise MistakesError([_not_alone(base)])
    return found


def _not_alone(base: Source) -> Mistake:
    message = f"what changes in '{base.file}' cannot be written without changing more"
    hint = "a value that others share by an alias (*name) has to be changed by hand"
    return Mistake(kind="cannot-edit", message=message, hint=hint)


class _Writer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"

    def differences(self, old: Node, new: Node, in_flow: bool = False) -> Iterator[Splice]:
        """The splices that turn one value into another; `in_flow`: within brackets."""
        if old.value == new.value and type(old.value) is type(new.value):
            return
        same_kind = isinstance(new.value, type(old.value)) and old.entries and new.entries
        if isinstance(old.value, dict) and same_kind:
            yield from self._in_map(old, new)
        elif isinstance(old.value, list) and same_kind:
            yield from self._in_list(old, new)
        else:
            yield self._instead(old, new, in_flow)

    def _instead(self, old: Node, new: Node, in_flow: bool) -> Splice:
        start, end = old.extent.start, self._end(old)
        text = self._quoted_alike(old, new, in_flow)
        if old.key is not None and self._is_block(old):
            colon = self._text.index(":", old.key.end)
            return Splice(colon + 1, end, f" {text}")
        if start == end:
            text = f" {text}"
        return Splice(start, end, text)

    def _quoted_alike(self, old: Node, new: Node, in_flow: bool) -> str:
        quote = self._text[old.extent.start : old.extent.start + 1]
        can_stay = isinstance(new.value, str) and new.value.isprintable()
        if quote in ("'", '"') and can_stay and not {quote, "\\"} & set(new.value):
            return f"{quote}{new.value}{quote}"
        return _text_of(new.value, in_flow)

    def _in_map(self, old: Node, new: Node) -> Iterator[Splice]:
        for key, node in old.entries.items():
            if key in new.entries:
                yield from self.differences(node, new.entries[key], not self._is_block(old))
        gone = [key for key in old.entries if key not in new.entries]
        yield from self._taken(old, gone)
        added = {key: node for key, node in new.entries.items() if key not in old.entries}
        if added:
            told = [(f"{_key_of(key)}: ", node.value) for key, node in added.items()]
            yield self._added(old, gone, told)

    def _in_list(self, old: Node, new: Node) -> Iterator[Splice]:
        values = [node.value for node in old.entries.values()]
        wanted = [node.value for node in new.entries.values()]
        gone = [step for step, node in old.entries.items() if node.value not in wanted]
        kept = [value for value in values if value in wanted]
        if wanted[: len(kept)] != kept:
            yield self._instead(old, new, in_flow=True)
            return
        yield from self._taken(old, gone)
        added = wanted[len(kept) :]
        if added:
            mark = "- " if self._is_block(old) else ""
            yield self._added(old, gone, [(mark, value) for value in added])

    def _taken(self, old: Node, gone: Sequence[Step]) -> Iterator[Splice]:
        steps = list(old.entries)
        for step in gone:
            at = steps.index(step)
            node = old.entries[step]
            if self._is_block(old):
                yield Splice(self._line_of(self._start(node)), self._below(self._end(node)), "")
            elif at + 1 < len(steps):
                yield Splice(self._start(node), self._start(old.entries[steps[at + 1]]), "")
            else:
                yield self._taken_last(old, gone, steps)

    def _taken_last(self, old: Node, gone: Sequence[Step], steps: list[Step]) -> Splice:
        """The splice for the last entries in brackets, which go with the comma before them."""
        kept = [step for step in steps if step not in gone]
        first = next(step for step in reversed(steps) if step in gone)
        start = self._start(old.entries[first])
        if kept and steps.index(kept[-1]) < steps.index(first):
            start = self._end(old.entries[steps[steps.index(first) - 1]])
        return Splice(start, self._end(old.entries[steps[-1]]), "")

    def _added(self, old: Node, gone: Sequence[Step], new: list[tuple[str, Any]]) -> Splice:
        last = list(old.entries.values())[-1]
        if not self._is_block(old):
            end = self._end(last)
            text = ", ".join(f"{key}{_text_of(value, in_flow=True)}" for key, value in new)
            return Splice(end, end, f", {text}")
        first = self._start(next(iter(old.entries.values())))
        column = first - self._line_of(first)
        if isinstance(old.value, list):
            column = self._text.rindex("-", self._line_of(first), first) - self._line_of(first)
        end = self._below(self._end(last))
        text = "".join(self._lines(key, value, column) for key, value in new)
        needs_break = end == len(self._text) and not self._text.endswith(("\n", "\r"))
        return Splice(end, end, self._newline * needs_break + text)

    def _lines(self, key: str, value: Any, column: int) -> str:
        """A new entry on lines of its own."""
        indent = " " * column
        short = f"{indent}{key}{_text_of(value, in_flow=False)}"
        if len(short) <= LONG or not isinstance(value, (dict, list)) or key == "- ":
            return short + self._newline
        told = yaml_of({0: value}, flow=None).splitlines()
        told[0] = f"{key[:-2]}{told[0].removeprefix('0')}"
        return "".join(f"{indent}{line}{self._newline}" for line in told)

    def _is_block(self, node: Node) -> bool:
        return self._text[node.extent.start : node.extent.start + 1] not in ("{", "[") and bool(
            node.entries
        )

    def _start(self, entry: Node) -> int:
        """Where an entry begins: at its key, if it has one."""
        return entry.extent.start if entry.key is None else entry.key.start

    def _end(self, node: Node) -> int:
        """Where a value ends; a block ends with its last entry."""
        if self._is_block(node):
            return self._end(list(node.entries.values())[-1])
        # The parser lets a folded text reach to whatever comes next.
        start, end = node.extent
        return max(start, start + len(self._text[start:end].rstrip()))

    def _line_of(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _below(self, at: int) -> int:
        """Where the next line begins."""
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end + 1


def _key_of(key: Step) -> str:
    """A key as it is written; a name may need quotes."""
    return yaml_of({key: 0}, flow=True, width=WIDE).strip()[1:-1].removesuffix(": 0")


def _text_of(value: Any, in_flow: bool) -> str:
    """A value on one line; only within brackets do commas and brackets need quotes."""
    if isinstance(value, str) and not value.isprintable():
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (dict, list)):
        return yaml_of(value, flow=True, width=WIDE).strip()
    if in_flow:
        return yaml_of([value], flow=True, width=WIDE).strip()[1:-1]
    return yaml_of([value], width=WIDE).strip().removeprefix("- ")
