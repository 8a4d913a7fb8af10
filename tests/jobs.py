"""Work that a process of its own can be given: it says what it was asked, and who did it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from lifeboat.stopping import Stop

PATIENCE = 60.0
"""Seconds after which work that nobody stops gives up, so that no test hangs."""


def whose(asked: int, stop: Stop) -> tuple[int, int]:
    """What was asked, and the process that answers."""
    return asked, os.getpid()


def last_first(asked: int, stop: Stop) -> int:
    """Slower the smaller it is, so that answers do not come in the order of the questions."""
    time.sleep(max(0.0, 0.3 - 0.1 * asked))
    return asked


def until_stopped(asked: int, stop: Stop) -> bool:
    """Goes on until it is stopped; whether it was."""
    begun = time.monotonic()
    while not stop() and time.monotonic() - begun < PATIENCE:
        time.sleep(0.01)
    return stop()


def fails(asked: int, stop: Stop) -> int:
    """Cannot do with zero."""
    return 12 // asked


def survives_signals(asked: int, stop: Stop) -> int:
    """Is sent what reaches every process of a terminal, or of a service."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.raise_signal(getattr(signal, name))
    return asked


def is_killed(asked: int, stop: Stop) -> int:
    """Ends as if the system had taken its memory."""
    os._exit(9)


def says_who_it_is(folder: str, stop: Stop) -> bool:
    """Leaves a file called as its process, and goes on until it is stopped."""
    Path(folder, str(os.getpid())).touch()
    return until_stopped(0, stop)
