"""The sources that a file of the library gives for its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lifeboat.files.source import Source
from lifeboat.files.yaml.nodes import Node, Path

FIGURE = re.compile(r"\d+(\.\d+)?|(\d+ ?(d|h|min|s) ?)+|[\d+]+d .*|.*\d{4}-\d\d-\d\d.*")
NO_FACTS = {"lifeboat", "plan", "name", "as_of", "horizon", "resolution", "sources", "goals"}
"""Keys that frame the question and state no facts."""
REFERENCE = re.compile(r"\[([A-Z]\d+[a-z]?)\]")


def unsourced(source: Source) -> list[str]:
    """The lines with a figure that has neither a source nor the word *assumed*."""
    reader = _Reader(source.text)
    found = {
        reader.line(node.key.start if is_key and node.key else node.extent.start)
        for path, node, is_key in _figures((), source.root)
        if path[0] not in NO_FACTS and not reader.is_sourced(source, path, node, is_key)
    }
    return [f"{line + 1}: {reader.lines[line].strip()}" for line in sorted(found)]


def known_keys(source: Source) -> tuple[set[str], set[str]]:
    """The keys of sources that a file uses, and those that it lists at its end."""
    mark = next(it for it in ("\nsources:", "\n# Sources") if it in source.text)
    body, _, end = source.text.partition(mark)
    told = re.findall(r"^(?:  |# +)([A-Z]\d+[a-z]?):? ", end, re.M)
    return set(REFERENCE.findall(body)), set(told)


def _figures(path: Path, node: Node) -> Iterator[tuple[Path, Node, bool]]:
    """Every number, date and span, as a value or as a key."""
    for step, entry in node.entries.items():
        here = (*path, step)
        if isinstance(step, str) and FIGURE.fullmatch(step):
            yield here, entry, True
        if entry.entries:
            yield from _figures(here, entry)
        elif step != "why" and FIGURE.fullmatch(str(entry.value)):
            yield here, entry, False


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def line(self, at: int) -> int:
        return next(n for n, start in enumerate(self._starts[1:]) if at < start)

    def is_sourced(self, source: Source, path: Path, node: Node, is_key: bool) -> bool:
        """Whether a figure has its source on its line, in a `why` beside or above it, or in the
        comment above it or above the part that it belongs to.
        """
        line = self.line(node.key.start if is_key and node.key else node.extent.start)
        if self._says(self._beside(line)):
            return True
        for length in range(len(path), 1, -1):
            around = source.root
            for step in path[: length - 1]:
                around = around.entries[step]
            why = around.entries.get("why")
            own = around.entries[path[length - 1]]
            begins = self.line(own.key.start if own.key else own.extent.start)
            if why is not None and self._says(str(why.value)):
                return True
            if self._says(self._above(begins, far="{" in self.lines[line])):
                return True
        return False

    def _beside(self, line: int) -> str:
        """The comment that begins on a line and goes on in the lines below."""
        own = self.lines[line].partition(" #")
        said = own[2]
        while own[1] and self.lines[line + 1].find("#") == self.lines[line].find("#") > 0:
            if not _is_comment(self.lines[line + 1]):
                break
            line += 1
            said += self.lines[line]
        return said

    def _above(self, line: int, far: bool) -> str:
        """The comment right above a line; if `far`, above its group of one-line entries."""
        line -= 1
        while far and line > 0 and self.lines[line].strip() and not _is_comment(self.lines[line]):
            line -= 1
        while far and line > 0 and not self.lines[line].strip():
            line -= 1
        said = []
        while line >= 0 and _is_comment(self.lines[line]):
            said.append(self.lines[line])
            line -= 1
        return " ".join(said)

    def _says(self, words: str) -> bool:
        return bool(REFERENCE.search(words)) or "ssumed" in words


def _is_comment(line: str) -> bool:
    return line.strip().startswith("#")
