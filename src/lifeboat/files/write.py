"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.opening import printed_name


def write_whole(path: str, text: str, not_over: Iterable[str] = ()) -> None:
    """Write a file so that at every moment either the old or the new one is complete.

    Args:
        path: the file; a link is followed, an existing file keeps its permissions.
        text: the new contents.
        not_over: files that must not be written over, such as the scenario just read.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse(path, target, not_over)
        _replace(target, text.encode())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise _writing_refusal("unwritable", path, f"cannot be written: {why.lower()}") from error


def _refuse(path: str, target: Path, not_over: Iterable[str]) -> None:
    if any(_is_same(target, Path(other)) for other in not_over):
        hint = "give the result another name"
        raise _writing_refusal(
            "write-over", path, "is what was read, and is not written over", hint
        )
    if not target.exists():
        return
    if not stat.S_ISREG(target.stat().st_mode):
        raise _writing_refusal("not-a-file", path, "is not an ordinary file")
    if not os.access(target, os.W_OK):
        raise _writing_refusal("unwritable", path, "cannot be written: it is read-only")


def _is_same(target: Path, other: Path) -> bool:
    if target.exists() and other.exists():
        return target.samefile(other)
    return target == Path(os.path.realpath(other))


def _writing_refusal(kind: str, path: str, what: str, hint: str | None = None) -> MistakesError:
    message = f"'{printed_name(path)}' {what}"
    return MistakesError([Mistake(kind=kind, message=message, hint=hint)])


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        _write_new(part, data)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _write_new(part: Path, data: bytes) -> None:
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
