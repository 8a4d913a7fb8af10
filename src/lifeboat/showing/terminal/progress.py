"""The progress of a search, in one line that is overwritten."""

from __future__ import annotations

import shutil
from types import TracebackType
from typing import TextIO


class ProgressLine:
    """A line of progress on a terminal, cleared at the end; nothing anywhere else."""

    def __init__(self, stream: TextIO, *, quiet: bool = False) -> None:
        self._stream = stream
        self._is_silent = quiet or not stream.isatty()
        self._length = 0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def __call__(self, text: str) -> None:
        if self._is_silent:
            return
        room = shutil.get_terminal_size().columns - 1
        line = text.splitlines()[0][:room] if text else ""
        self._stream.write(f"\r{line.ljust(self._length)}\r{line}")
        self._stream.flush()
        self._length = len(line)

    def clear(self) -> None:
        """Blank the line."""
        if self._length:
            self("")
