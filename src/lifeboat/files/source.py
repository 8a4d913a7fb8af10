"""A file as it was read: its text, its values, and the place of each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from lifeboat.errors import Mistake, MistakesError, Place
from lifeboat.files.kinds.foreign import refuse_foreign, refuse_merge_marks
from lifeboat.files.kinds.kind import Kind
from lifeboat.files.kinds.wanted import refuse_other_kind
from lifeboat.files.opening import printed_name, read_text
from lifeboat.files.yaml.lines import Lines
from lifeboat.files.yaml.nodes import Extent, Node, Path
from lifeboat.files.yaml.reader import read_nodes


@dataclass(frozen=True)
class Source:
    """A file as it was read; a path through its maps and lists leads to each value and place."""

    lines: Lines
    root: Node
    mark: str = ""
    """The byte order mark before its text, if it has one."""
    path: str = ""
    """The file as it was asked for, `-` for standard input; nothing if it is no file."""

    @property
    def file(self) -> str:
        """The name of the file in messages."""
        return self.lines.file

    @property
    def text(self) -> str:
        """The text of the file, without its byte order mark."""
        return self.lines.text

    @property
    def tree(self) -> dict[str, Any]:
        """The contents of the file as plain values."""
        value: dict[str, Any] = self.root.value
        return value

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the text, in hexadecimal."""
        return sha256(self.text.encode()).hexdigest()

    def _nearest(self, path: Path) -> tuple[Node, bool]:
        """The node at a path or its nearest ancestor, and whether the path itself exists."""
        node = self.root
        for step in path:
            if step not in node.entries:
                return node, False
            node = node.entries[step]
        return node, True

    def value(self, path: Path) -> Any:
        """The value at a path, or that of its nearest ancestor if there is none."""
        return self._nearest(path)[0].value

    def written(self, path: Path, *, key: bool = False) -> str:
        """A value, or its key, as written in the file."""
        return self._lines_at(path).text[slice(*self.extent(path, key=key))]

    def extent(self, path: Path, *, key: bool = False) -> Extent:
        """The characters of a value, or of its key; if there is none, of its nearest ancestor.

        A value that is missing, empty or spread over several lines is shown by its key.
        """
        node, exists = self._nearest(path)
        if node is self.root:
            return Extent(node.extent.start, node.extent.start)
        by_key = key or not exists or self._is_awkward(node)
        return node.key if by_key and node.key else node.extent

    def _is_awkward(self, node: Node) -> bool:
        lines = node.lines or self.lines
        return node.extent.start == node.extent.end or lines.text.find("\n", *node.extent) >= 0

    def _lines_at(self, path: Path) -> Lines:
        return self._nearest(path)[0].lines or self.lines

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of a value, or of its key, or of the nearest ancestor that exists."""
        return self._lines_at(path).place(*self.extent(path, key=key))

    def places(self, path: Path) -> list[Place]:
        """The place of a part by its key, and of every edit within it."""
        node, exists = self._nearest(path)
        edits = self._edits_within(node) if exists else ()
        return [self.place(path, key=True), *edits]

    def _edits_within(self, node: Node) -> Iterator[Place]:
        for entry in node.entries.values():
            if entry.lines is not None and entry.lines is not node.lines:
                yield entry.lines.place(*(entry.key or entry.extent))
            yield from self._edits_within(entry)


def read_source(path: str, wanted: Kind | None = None) -> Source:
    """Read a file, or standard input for `-`.

    Raises:
        MistakesError: it does not hold a map, or is of another kind than wanted.
    """
    mark, text = read_text(path)
    lines = Lines(printed_name(path), text)
    try:
        source = Source(lines, _map_in(lines), mark, path)
    except MistakesError as error:
        raise error if wanted is None else _as_wanted(error, lines, wanted) from None
    if wanted is not None:
        refuse_other_kind(source.root, lines, wanted)
    return source


def _as_wanted(error: MistakesError, lines: Lines, wanted: Kind) -> MistakesError:
    """What is said of a text that holds no map, where a kind of file is wanted."""
    refuse_foreign(lines, wanted)
    return MistakesError(
        it.model_copy(update={"hint": wanted.to_get_one}) if it.kind == "empty" else it
        for it in error.mistakes
    )


def source_of(text: str, file: str) -> Source:
    """Read a text as if from a file; messages call it `file`."""
    lines = Lines(file, text)
    return Source(lines, _map_in(lines))


def _map_in(lines: Lines) -> Node:
    refuse_merge_marks(lines)
    root = read_nodes(lines)
    if not isinstance(root.value, dict):
        raise MistakesError([_not_a_map(lines, root)])
    return root


def _not_a_map(lines: Lines, root: Node) -> Mistake:
    if root.value is None:
        return Mistake(kind="empty", message=f"'{lines.file}' is empty")
    found = "a list" if isinstance(root.value, list) else "a single value"
    message = f"a file should hold keys and values, not {found}"
    place = lines.place(root.extent.start)
    return Mistake(kind="wrong-type", message=message, place=place, hint="begin with `name: ...`")
