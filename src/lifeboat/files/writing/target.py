"""Where a name leads, and whether a file can be written there."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from lifeboat.files.opening import printed_name
from lifeboat.files.writing.refusals import unwritable, why_of, writing_refusal


@dataclass(frozen=True)
class Target:
    """A file that can be written."""

    path: Path
    """Where it is, links followed."""
    found: os.stat_result | None
    """What is there now; None if there is nothing."""

    @property
    def is_stream(self) -> bool:
        """Whether it takes what is written and keeps nothing: a pipe, or the null device."""
        return self.found is not None and not stat.S_ISREG(self.found.st_mode)

    def leads_to(self, path: str) -> bool:
        """Whether it is the file of a certain name, `-` for standard input."""
        other = of_descriptor(0) if path == "-" else found_at(path)
        if self.found is not None and other is not None:
            return is_same_file(self.found, other)
        return path != "-" and self.path == Path(os.path.realpath(path))


def is_same_file(one: os.stat_result, other: os.stat_result | None) -> bool:
    """Whether two names lead to one file."""
    return other is not None and os.path.samestat(one, other)


def found_at(path: str) -> os.stat_result | None:
    """What a name leads to; None if there is nothing, or nothing that can be seen."""
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


def of_descriptor(number: int) -> os.stat_result | None:
    """The file behind standard input (0), output (1) or error (2); None if that is closed."""
    try:
        return os.fstat(number)
    except OSError:
        return None


def target_of(path: str) -> Target:
    """Where a name leads; raises `MistakesError` if no file can be written there."""
    if not path:
        raise writing_refusal("no-name", path, "is no name of a file")
    try:
        target = Target(Path(os.path.realpath(path)), _found(path))
        _refuse_what_is_no_file(path, target)
        if not target.is_stream:
            _refuse_what_is_not_ours_to_write(path, target)
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ELOOP:
            raise unwritable(path, "it is a link that leads back to itself") from None
        raise unwritable(path, why_of(error)) from error
    return target


def as_yaml(name: str) -> str:
    """The name of a file that is going to be written, with an ending where it has none."""
    is_whole = name in ("", "-") or name.endswith(os.sep) or Path(name).suffix
    return name if is_whole else f"{name}.yaml"


def _found(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _refuse_what_is_no_file(path: str, target: Target) -> None:
    if target.found is None:
        if path.endswith(os.sep):
            raise unwritable(path, "a name that ends so is that of a folder")
        return
    mode = target.found.st_mode
    if stat.S_ISDIR(mode):
        raise writing_refusal("folder", path, "is a folder, not a file")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or is_null(target.found)):
        raise writing_refusal("not-a-file", path, "is not an ordinary file")


def is_null(found: os.stat_result) -> bool:
    """Whether it is the null device, which takes anything and keeps nothing."""
    return os.path.samestat(found, os.stat(os.devnull))


def _refuse_what_is_not_ours_to_write(path: str, target: Target) -> None:
    folder = target.path.parent
    name = f"'{printed_name(_folder_name(path, folder))}'"
    if not folder.exists():
        raise unwritable(path, f"there is no folder {name}")
    if not folder.is_dir():
        raise unwritable(path, f"{name} is a file, not a folder")
    if target.found is not None and not os.access(target.path, os.W_OK):
        raise unwritable(path, "it is read-only")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise unwritable(path, f"the folder {name} is read-only, and a file is replaced as a whole")
    if _is_kept_for_its_owner(folder, target.found):
        raise unwritable(path, f"it is somebody else's, and {name} lets only them replace it")


def _is_kept_for_its_owner(folder: Path, found: os.stat_result | None) -> bool:
    """Whether the file of another user stands in a folder such as `/tmp`."""
    there = folder.stat()
    if found is None or not there.st_mode & stat.S_ISVTX:
        return False
    return os.geteuid() not in (0, there.st_uid, found.st_uid)


def _folder_name(path: str, folder: Path) -> str:
    """The folder of a file as it was written, unless a link leads elsewhere."""
    return str(folder) if os.path.islink(path) else os.path.dirname(path) or "."
