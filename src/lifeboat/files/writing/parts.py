"""A file is written beside its place and then put there, so that it is never seen half written.

The file beside it, the part, is locked while its writer lives. A part that nobody holds was left by
a run that was killed, and the next one that writes in the folder removes it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import signal
import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lifeboat.files.writing.attributes import keep_attributes
from lifeboat.stopping import ENDING

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # a system without such locks: parts left behind stay
    flock = None  # type: ignore[assignment]

_PART = re.compile(r"\.lifeboat-[0-9a-f]{16}\.part")
_TRIES = 3


def replace_whole(target: Path, data: bytes) -> None:
    """Write a file so that at every moment either the old or the new one is complete.

    A signal to end waits for it. Owner, group and permissions of an existing file stay where
    possible. Raises `OSError`.
    """
    with _signals_wait():
        _clear_left_behind(target.parent)
        if not any(_is_replaced(target, data) for _ in range(_TRIES)):
            raise FileNotFoundError(errno.ENOENT, "Another program removes what is written")


def _is_replaced(target: Path, data: bytes) -> bool:
    """Try once; it may be that another writer looks before the part is locked, and removes it."""
    # Its length does not depend on that of the name, which may be as long as a name can be.
    part = target.with_name(f".lifeboat-{secrets.token_hex(8)}.part")
    try:
        with open(part, "xb", opener=_private if target.exists() else None) as file:
            _lock(file)
            file.write(data)
            file.flush()
            if target.exists():
                keep_attributes(target, file.fileno())
            os.fsync(file.fileno())
            return _is_put(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _is_put(part: Path, target: Path) -> bool:
    try:
        os.replace(part, target)
    except FileNotFoundError:
        return False
    return True


def _private(name: str, flags: int) -> int:
    """Open a part that nobody else can read, before it has the permissions of what it replaces."""
    return os.open(name, flags, stat.S_IRUSR | stat.S_IWUSR)


def _lock(file: BinaryIO) -> None:
    if flock is not None:
        with contextlib.suppress(OSError):
            flock(file, LOCK_EX)


def _clear_left_behind(folder: Path) -> None:
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        parts = [Path(it) for it in entries if _PART.fullmatch(it.name)]
        for part in parts:
            with contextlib.suppress(OSError):
                _clear(part)


def _clear(part: Path) -> None:
    if flock is None:
        return
    number = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        flock(number, LOCK_EX | LOCK_NB)
        part.unlink()
    finally:
        os.close(number)


@contextlib.contextmanager
def quiet_pipes() -> Iterator[None]:
    """Make writing to a pipe that nobody reads a mistake instead of the end of the program."""
    if not hasattr(signal, "SIGPIPE") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


@contextlib.contextmanager
def _signals_wait() -> Iterator[None]:
    """Keep the signals that ask to end for later.

    To block them would not do: threads that are just ending do not block them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    heeded = [it for it in ENDING if signal.getsignal(it) not in (signal.SIG_IGN, None)]
    before = {it: signal.signal(it, lambda number, _: came.append(number)) for it in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for late in came:
            signal.raise_signal(late)
