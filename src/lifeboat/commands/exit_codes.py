"""Exit codes, the same for every command."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifeboat.answers.solve import Answer


class Code(IntEnum):
    """How a command ended."""

    GOOD = 0
    """Answered, and nothing is wrong."""
    BAD = 1
    """Answered, and the answer is bad: somebody without a place, a rule broken."""
    MISTAKE = 2
    """A mistake in the command line or in a file."""
    IMPOSSIBLE = 3
    """Proven: no plan keeps every rule that must hold."""
    NO_ANSWER = 4
    """No answer in the time given, or with the memory there is."""
    BUG = 70
    """A bug of lifeboat."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C, SIGTERM or SIGHUP."""
    UNREAD = 141
    """The reader of the answer, such as `head`, had enough of it: as if ended by SIGPIPE."""


def code_of(answer: Answer) -> Code:
    """The exit code for an answer."""
    if answer.interrupted:
        return Code.INTERRUPTED
    if answer.best is None:
        return Code.IMPOSSIBLE if answer.outcome == "impossible" else Code.NO_ANSWER
    without = any(seat.quality == "none" for seat in answer.best.seats)
    return Code.BAD if without or answer.best.findings else Code.GOOD
