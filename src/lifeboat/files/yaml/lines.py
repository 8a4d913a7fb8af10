"""The line and column of a character in a file, counted as editors count."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from lifeboat.errors import Place

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text, which turn offsets into places.

    They break where editors break them; a YAML parser also breaks them at U+0085 and U+2028.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._quoted: dict[int, str] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters from `start` up to `end`, cut at the end of the line."""
        number = bisect_right(self._starts, start) - 1
        column = start - self._starts[number]
        line = self._line(number)
        rest = max(1, len(line) - column)
        length = 1 if end is None else max(1, min(end - start, rest))
        return Place(file=self.file, line=number + 1, column=column + 1, length=length, text=line)

    def _line(self, number: int) -> str:
        if number not in self._quoted:
            starts = self._starts
            end = starts[number + 1] if number + 1 < len(starts) else len(self.text)
            self._quoted[number] = self.text[starts[number] : end].rstrip("\r\n")
        return self._quoted[number]
