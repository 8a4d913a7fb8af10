"""Ctrl-C, SIGTERM and SIGHUP: the first one stops the search for its best plan so far, the second
ends at once.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from lifeboat.commands.exit_codes import Code
from lifeboat.commands.signals import heeding
from lifeboat.commands.streams import tell_error
from lifeboat.questions.run import Run
from lifeboat.stopping import Stop

_STOPPING = "\nStopping; the best plan so far follows. Ctrl-C again ends at once.\n"
_ASKED = "\nStopping, as {name} asks; the best plan so far follows. The next one ends at once.\n"
_LOOK = 0.1
"""Seconds between two chances for the main thread to handle a signal."""

if TYPE_CHECKING:
    from lifeboat.editing.opened import Opened

Result = TypeVar("Result")


def searching(work: Callable[[Run], Result], run: Run, *, quiet: bool = False) -> Result:
    """Run a search that Ctrl-C stops, and show its progress on a terminal.

    Args:
        work: the search; the run it receives has its progress and stop set.
        run: the other settings of the run.
        quiet: whether to show no progress.
    """
    from lifeboat.showing.terminal.progress import ProgressLine

    with ProgressLine(sys.stderr, quiet=quiet) as progress:
        return interruptible(lambda stop: work(replace(run, progress=progress, stop=stop)))


def run_for(opened: Opened, time_limit: float | None, seed: int, begun: float) -> Run:
    """The settings with which a question about an open scenario is answered.

    Args:
        opened: the scenario, for the receipt and its remarks.
        time_limit: seconds; None if there is no limit.
        seed: of the search.
        begun: when the time began to run, by `time.monotonic`.
    """
    return Run(
        time_limit,
        seed,
        digest=opened.digest,
        edits=opened.edits,
        remarks=opened.remarks,
        begun=begun,
    )


def interruptible(work: Callable[[Stop], Result]) -> Result:
    """Run work that polls its `Stop`, which turns true at the first signal that asks to end."""
    asked = Event()

    def interrupt(number: int, _: object) -> None:
        if asked.is_set():
            os._exit(Code.INTERRUPTED)
        asked.set()
        tell_error(_stopping(number))

    with heeding(interrupt), ThreadPoolExecutor(max_workers=1) as pool:
        # Python handles signals only between two bytecodes of its main thread. The solver would
        # keep that thread busy for long, so it runs in a thread of its own.
        working = pool.submit(work, asked.is_set)
        while not wait([working], timeout=_LOOK).done:
            pass
        return working.result()


def _stopping(number: int) -> str:
    if number == signal.SIGINT:
        return _STOPPING
    return _ASKED.format(name=signal.Signals(number).name)
