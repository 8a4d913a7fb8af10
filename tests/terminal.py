"""A terminal that runs a program and is used as a person uses one."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence

CTRL_C = b"\x03"
PATIENCE = 60
"""Seconds to wait for something to appear; a test that needs them has failed."""
_CODES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x07]*\x07")
_TOLD_OTHERWISE = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR")
_SURROUNDINGS = {
    **{name: value for name, value in os.environ.items() if name not in _TOLD_OTHERWISE},
    "TERM": "xterm-256color",
}


class Terminal:
    """Runs a program in a terminal of its own, and reads what it shows."""

    def __init__(self, command: Sequence[str], columns: int = 100) -> None:
        self._shown = b""
        self._seen = 0
        self._child, self._screen = pty.fork()
        if self._child == 0:
            # What is started in the background may not hear Ctrl-C; what a person starts does.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execvpe(command[0], list(command), _SURROUNDINGS)
        self.resize(columns)

    def resize(self, columns: int, lines: int = 40) -> None:
        """Resize the window, as if by its corner."""
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, keys: bytes) -> None:
        """Press some keys."""
        os.write(self._screen, keys)

    def until(self, text: str) -> str:
        """Wait for a text; returns what was shown since the last call, up to that text."""
        deadline = time.monotonic() + PATIENCE
        while text not in (shown := self._text()[self._seen :]):
            assert time.monotonic() < deadline, f"{text!r} never appeared in:\n{shown}"
            if not self._read():
                raise AssertionError(f"it ended before {text!r} appeared:\n{shown}")
        end = self._seen + shown.index(text) + len(text)
        before, self._seen = self._text()[self._seen : end], end
        return before

    def ended(self) -> tuple[str, int]:
        """Wait for the end; returns the rest of what was shown, and the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"it never ended after:\n{self._text()}"
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        os.close(self._screen)
        return self._text()[self._seen :], os.waitstatus_to_exitcode(status)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        """Close the window, whatever is still running in it."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            self.ended()

    def _text(self) -> str:
        return _CODES.sub(b"", self._shown).decode("utf-8", "replace").replace("\r\n", "\n")

    def _read(self) -> bool:
        """Read what there is, waiting a little for it; False once the program has ended."""
        ready, _, _ = select.select([self._screen], [], [], 0.2)
        if not ready:
            return True
        try:
            more = os.read(self._screen, 65536)
        except OSError:
            return False
        self._shown += more
        return bool(more)
