"""The console for answers: a terminal, or a pipe that gets plain text."""

from __future__ import annotations

import os
from typing import TextIO, cast

from rich.console import Console

WIDEST = 1000
"""The width of piped output unless COLUMNS is set, in characters: more than any table needs."""


class _Trimmed:
    """A stream that drops the spaces at the end of each line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:
        return getattr(self._stream, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        return self._stream.isatty()

    def write(self, text: str) -> int:
        return self._stream.write("\n".join(line.rstrip(" ") for line in text.split("\n")))

    def flush(self) -> None:
        self._stream.flush()


def console_for(stream: TextIO, width: int | None = None) -> Console:
    """A console that prints names verbatim, and without padding unless on a terminal."""
    file = stream if stream.isatty() else cast(TextIO, _Trimmed(stream))
    if width is None and not stream.isatty():
        columns = os.environ.get("COLUMNS", "")
        width = int(columns) if columns.isdecimal() and int(columns) else WIDEST
    return Console(file=file, width=width, markup=False, emoji=False, highlight=False)
