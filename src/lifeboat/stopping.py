"""Ends work under way when somebody wants it to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
ENDING = tuple(signal.Signals[it] for it in _NAMES if it in signal.Signals.__members__)
"""The signals that ask a program to end: Ctrl-C, and what ends a session, a service or a window.
Not every system has each of them.
"""

Stop = Callable[[], bool]
"""Returns whether to end now with what has been found; called repeatedly."""


class GivenUpError(Exception):
    """Work that cannot be shown half done was given up, because it was to stop."""


def never() -> bool:
    """Never stop: run to the end."""
    return False


LOOK = 0.05
"""Seconds between two polls."""


class Watch:
    """Polls a `Stop` from another thread while work runs, and ends the work when it says so."""

    def __init__(self, stop: Stop, end: Callable[[], object]) -> None:
        self._stop, self._end = stop, end
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        # Calls `end` repeatedly: work that has not begun yet can miss the first call.
        while not self._done.wait(LOOK):
            if self._stop():
                self._end()
