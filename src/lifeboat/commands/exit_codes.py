"""Exit codes, the same for every command."""

from __future__ import annotations

from enum import IntEnum


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
