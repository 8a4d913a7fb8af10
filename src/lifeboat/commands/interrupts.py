"""Ctrl-C: the first one asks for the best plan so far, the second one ends at once."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from threading import Event
from typing import Any, TypeVar

from lifeboat.commands.exit_codes import Code
from lifeboat.questions.run import Run
from lifeboat.stopping import Stop

_STOPPING = "\nStopping; the best plan so far follows. Ctrl-C again ends at once.\n"
_LOOK = 0.1
"""Seconds between two looks at signals that came to another thread."""

Result = TypeVar("Result")


def searching(work: Callable[[Run], Result], run: Run, *, quiet: bool = False) -> Result:
    """Do something that Ctrl-C stops, and that tells on a terminal what it is doing.

    Args:
        work: what is done, given the run with who hears of it and who stops it.
        run: how the question is asked otherwise.
        quiet: whether to tell nothing on the way.
    """
    from lifeboat.showing.terminal.progress import ProgressLine

    with ProgressLine(sys.stderr, quiet=quiet) as progress:
        return interruptible(lambda stop: work(replace(run, progress=progress, stop=stop)))


def interruptible(work: Callable[[Stop], Result]) -> Result:
    """Do something that looks from time to time whether it was asked to stop."""
    asked = Event()

    def interrupt(*_: Any) -> None:
        if asked.is_set():
            os._exit(Code.INTERRUPTED)
        asked.set()
        sys.stderr.write(_STOPPING)
        sys.stderr.flush()

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        # A signal only reaches Python between two steps of its main thread, and the solver takes
        # none for a long time: it works in a thread of its own.
        with ThreadPoolExecutor(max_workers=1) as pool:
            working = pool.submit(work, asked.is_set)
            while not wait([working], timeout=_LOOK).done:
                pass
            return working.result()
    finally:
        signal.signal(signal.SIGINT, before)
