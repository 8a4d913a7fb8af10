"""The signals that ask the program to end, and what they do outside of a search."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from lifeboat.stopping import ENDING

Handler = Callable[[int, FrameType | None], object]


class EndedBySignal(BaseException):
    """Somebody wants the program to end now. Like `KeyboardInterrupt`, it is no error."""


def end_by_signals() -> None:
    """Make every ending signal raise `EndedBySignal`, so that files and processes are tidied up."""
    for number in _heeded():
        signal.signal(number, _raise_ended)


def end_at_once() -> None:
    """Let an ending signal end the program then and there: nothing is left to tidy up."""
    for number in _heeded():
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def heeding(handler: Handler) -> Iterator[None]:
    """Handle the ending signals in another way for a while."""
    before = {number: signal.signal(number, handler) for number in _heeded()}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def _heeded() -> list[signal.Signals]:
    """All but those that `nohup` and its like have told us to ignore. Shells have background jobs
    ignore Ctrl-C, but who sends SIGINT to one means it.
    """
    return [it for it in ENDING if it == signal.SIGINT or signal.getsignal(it) != signal.SIG_IGN]


def _raise_ended(number: int, frame: FrameType | None) -> None:
    raise EndedBySignal
