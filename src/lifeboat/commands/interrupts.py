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

_STOPPING = "\nStopping; {kept}. Ctrl-C again ends at once, and nothing is kept.\n"
_ASKED = "\nStopping, as {name} asks; {kept}. The next one ends at once, and nothing is kept.\n"
_LOOK = 0.1
"""Seconds between two chances for the main thread to handle a signal."""

if TYPE_CHECKING:
    from lifeboat.editing.opened import Opened
    from lifeboat.showing.terminal.progress import SearchProgress

Result = TypeVar("Result")


def searching(work: Callable[[Run], Result], run: Run, *, quiet: bool = False) -> Result:
    """Run a search that Ctrl-C stops, and show its progress on a terminal.

    Args:
        work: the search; the run it receives has its progress and stop set.
        run: the other settings of the run.
        quiet: whether to show no progress.
    """
    from lifeboat.showing.terminal.progress import SearchProgress

    progress = SearchProgress(sys.stderr, quiet=quiet, begun=run.begun, ends=run.ends())
    told = replace(run, progress=progress.doing, found=progress.found)
    with progress:
        return interruptible(lambda stop: work(replace(told, stop=stop)), progress)


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


def interruptible(work: Callable[[Stop], Result], progress: SearchProgress) -> Result:
    """Run work that polls its `Stop`, which turns true at the first signal that asks to end.

    Args:
        work: the work.
        progress: what knows how far the work is.
    """
    asked = Event()

    def interrupt(number: int, _: object) -> None:
        if asked.is_set():
            progress.give_back()
            os._exit(Code.INTERRUPTED)
        asked.set()
        tell_error(_stopping(number, progress.stopping()))

    with heeding(interrupt), ThreadPoolExecutor(max_workers=1) as pool:
        # Python handles signals only between two bytecodes of its main thread. The solver would
        # keep that thread busy for long, so it runs in a thread of its own.
        working = pool.submit(work, asked.is_set)
        while not wait([working], timeout=_LOOK).done:
            pass
        return working.result()


def _stopping(number: int, kept: str) -> str:
    if number == signal.SIGINT:
        return _STOPPING.format(kept=kept)
    return _ASKED.format(name=signal.Signals(number).name, kept=kept)
