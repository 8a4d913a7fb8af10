"""Standard input, output and error, where one of them is closed, full or nobody reads it any more.

What cannot be told on standard error is lost, and the command goes on. An answer that cannot be
written ends it.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TextIO, cast

_MODES = (os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)
"""How the place of each closed stream is taken: reading input and writing output fail."""


class AnswerNotWrittenError(Exception):
    """Standard output refused a part of the answer."""

    def __init__(self, error: OSError) -> None:
        is_closed = error.errno == errno.EBADF
        why = "standard output is closed" if is_closed else error.strerror or str(error)
        super().__init__(why.lower())
        self.is_unread = isinstance(error, BrokenPipeError)
        """Whether its reader, such as `head`, has closed it."""


def prepare_streams() -> None:
    """Keep files from taking the place of streams that are closed, and tell errors of standard
    output from those of files.
    """
    for number, mode in enumerate(_MODES):
        _take_place(number, mode)
    sys.stdout = _with(sys.stdout, _Output, 1)
    sys.stderr = _with(sys.stderr, _Lossy, 2)


def give_up_output() -> None:
    """Keep Python from writing the rest of the answer at its exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell_error(text: str) -> None:
    """Write to standard error, if that is possible."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()


class _Output(io.FileIO):
    def write(self, data: object) -> int:
        try:
            # A stream that does not wait, and is full, takes nothing and says None.
            written = cast(int | None, super().write(cast(bytes, data)))
            if written is None:
                raise BlockingIOError(errno.EAGAIN, "its reader is too slow, and it does not wait")
            return written
        except OSError as error:
            raise AnswerNotWrittenError(error) from None


class _Lossy(io.FileIO):
    def write(self, data: object) -> int:
        lost = memoryview(cast(bytes, data)).nbytes
        try:
            written = cast(int | None, super().write(cast(bytes, data)))
            return lost if written is None else written
        except OSError:
            return lost


def _take_place(number: int, mode: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        # The lowest number that is free is this one: those below it are open.
        os.set_inheritable(os.open(os.devnull, mode), True)


def _with(stream: TextIO | None, kind: type[io.FileIO], number: int) -> TextIO:
    """The same stream, writing as `kind` does; the console of Windows stays as it is."""
    binary = getattr(stream, "buffer", None)
    if stream is not None and type(getattr(binary, "raw", binary)) is not io.FileIO:
        return stream
    buffer = io.BufferedWriter(kind(number, "w", closefd=False))
    is_unbuffered = not hasattr(binary, "raw")
    by_lines = stream is None or number == 2 or stream.isatty() or is_unbuffered
    encoding = "utf-8" if stream is None else stream.encoding
    return io.TextIOWrapper(buffer, encoding, "backslashreplace", line_buffering=by_lines)
