"""What a machine can lack: memory, threads, processes, a file system that takes part."""

from __future__ import annotations

import errno
from typing import NamedTuple

from lifeboat.commands.exit_codes import Code
from lifeboat.files.validation.words import cut

_NO_MEMORY = (
    "there is not enough memory for this; a shorter horizon or a coarser resolution takes less, "
    "and so does `--jobs 1` where several answers are sought at a time"
)
_FEWER = "there is no room for another process or thread; `--jobs 1` takes fewer"
_LOST = (
    "a process that was looking for an answer has been ended from outside, perhaps because there "
    "was not enough memory; `--jobs 1` takes less"
)


class Lack(NamedTuple):
    """What stood in the way of an answer, in a line, and the exit code."""

    said: str
    code: Code


def lack_behind(error: BaseException) -> Lack | None:
    """What the machine lacks, if that is what an error means."""
    if isinstance(error, OSError) and error.errno != errno.ENOMEM:
        if error.errno == errno.EAGAIN:
            return Lack(_FEWER, Code.NO_ANSWER)
        where = f" ({cut(str(error.filename))})" if error.filename else ""
        why = (error.strerror or str(error)).lower()
        return Lack(f"the system refuses what is needed: {why}{where}", Code.MISTAKE)
    if "start new thread" in str(error):
        return Lack(_FEWER, Code.NO_ANSWER)
    if type(error).__name__ == "BrokenProcessPool":
        return Lack(_LOST, Code.NO_ANSWER)
    return Lack(_NO_MEMORY, Code.NO_ANSWER) if _is_about_memory(error) else None


def _is_about_memory(error: BaseException) -> bool:
    """Whether there was no memory left, also where it is told by what could not be done then."""
    if isinstance(error, ImportError):
        return "map segment" in str(error) or "allocate memory" in str(error)
    # Python raises SystemError where something failed without saying what: mostly for memory.
    return isinstance(error, MemoryError | OSError | SystemError)
