"""A file that is going to be written: what it may take the place of, and what it may not."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass

from lifeboat.errors import Remark
from lifeboat.files.opening import MOST_BYTES, printed_name
from lifeboat.files.writing.marks import Sort, mark_in, marked, marked_png
from lifeboat.files.writing.parts import quiet_pipes, replace_whole
from lifeboat.files.writing.refusals import ANOTHER_NAME, unwritable, why_of, writing_refusal
from lifeboat.files.writing.target import (
    Target,
    found_at,
    is_null,
    is_same_file,
    of_descriptor,
    target_of,
)

FORCE = "give another name, or --force to write over it"
_ARTICLE = {
    Sort.PLAN: "a plan",
    Sort.OVERLAY: "an overlay",
    Sort.PICTURE: "a picture",
    Sort.REPORT: "a report",
}
_KEYS = (
    ("lifeboat", "a scenario"),
    ("plan", "a plan that lifeboat did not write"),
    ("lifeboat_overlay", "an overlay that lifeboat did not write"),
    (r"lifeboat_\w+", "an answer"),
)
"""Keys at the top of a file, and what a file is that has one."""


@dataclass(frozen=True)
class Output:
    """A file that is going to be written.

    It takes the place of an empty file, of one with the same text, and of one of its sort that the
    program made and nobody changed since; of anything else only if it is forced to, and never of a
    file that was read.
    """

    path: str
    sort: Sort | None = None
    """What it is marked as; None if people will change it, as a scenario."""
    read: tuple[str, ...] = ()
    """The files that were read, `-` for standard input."""
    force: bool = False
    """Whether it takes the place of whatever is there."""
    instead_of: str | None = None
    """The text that it replaces, as it was read."""

    def check(self, text: str | None = None) -> None:
        """Find out whether it can be written, with a certain text if that is known.

        Raises:
            MistakesError: it cannot be, or would destroy what is there.
        """
        self._target(None if text is None else self._encoded(text))

    def write(self, content: str | bytes) -> tuple[Remark, ...]:
        """Write a text, or the bytes of a PNG picture, whole or not at all; returns what people
        would want to know.

        Raises:
            MistakesError: it cannot be written, or would destroy what is there by now.
        """
        whole = self._whole(content)
        target = self._target(whole)
        try:
            if target.is_stream:
                _write_through(self.path, whole)
                return ()
            replace_whole(target.path, whole)
        except (OSError, ValueError) as error:
            raise unwritable(self.path, why_of(error)) from error
        return tuple(_lost(self.path, target.found)) if target.found else ()

    def _whole(self, content: str | bytes) -> bytes:
        if isinstance(content, bytes):
            return marked_png(self.sort, content) if self.sort else content
        return self._encoded(marked(self.sort, content) if self.sort else content)

    def _encoded(self, text: str) -> bytes:
        try:
            return text.encode()
        except ValueError as error:
            raise unwritable(self.path, why_of(error)) from error

    def _target(self, whole: bytes | None) -> Target:
        _refuse_where_it_is_printed(self.path)
        target = target_of(self.path)
        if target.is_stream:
            return target
        if any(target.leads_to(other) for other in self.read):
            what = "is what was read, and is not written over"
            raise writing_refusal("write-over", self.path, what, ANOTHER_NAME)
        self._refuse_what_is_not_to_be_lost(target, whole)
        return target

    def _refuse_what_is_not_to_be_lost(self, target: Target, whole: bytes | None) -> None:
        if self.force or target.found is None or target.found.st_size == 0:
            return
        there = _data_there(target)
        expected = whole if self.instead_of is None else self.instead_of.encode()
        if there is not None and there == expected:
            return
        if self.instead_of is not None:
            what = "was changed by somebody else meanwhile, and is not written over"
            raise writing_refusal("changed", self.path, what, "try again")
        mark = None if there is None else mark_in(there)
        if mark is None or not mark.is_true or mark.sort != self.sort:
            what = f"is {what_it_is(there)}, and is not written over"
            raise writing_refusal("write-over", self.path, what, FORCE)


def refuse_twice(one: Output, other: Output) -> None:
    """Refuse to write two things to one file; raises `MistakesError`."""
    if os.path.realpath(one.path) == os.path.realpath(other.path):
        raise writing_refusal("write-over", one.path, "is asked for twice", ANOTHER_NAME)


def _data_there(target: Target) -> bytes | None:
    """What a file holds; None if it cannot be read, or is too long to be one of ours."""
    try:
        with target.path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        return data if len(data) <= MOST_BYTES else None
    except OSError:
        return None


def what_it_is(data: bytes | None) -> str:
    """What a file is, in a few words; `data` is None if that is not known."""
    text = (data or b"").decode(errors="replace")
    mark = None if data is None else mark_in(data)
    if mark is not None:
        return _ARTICLE[mark.sort] + ("" if mark.is_true else " that was changed by hand")
    for key, what in _KEYS:
        if re.search(rf"""^(\{{\s*)?["']?{key}["']?\s*:""", text.lstrip("\ufeff"), re.M):
            return what
    return "a file that lifeboat did not write"


def is_printed(path: str) -> bool:
    """Whether a file is where answers are printed: `-`, or what standard output leads to."""
    return path == "-" or _is_where(path, 1)


def _is_where(path: str, number: int) -> bool:
    found, printed = found_at(path), of_descriptor(number)
    return found is not None and is_same_file(found, printed) and not is_null(found)


def _refuse_where_it_is_printed(path: str) -> None:
    if is_printed(path):
        hint = "give a file; what --json prints holds the plan too"
        raise writing_refusal("printed", path, "is where the answer is printed", hint)
    if _is_where(path, 2):
        raise writing_refusal("printed", path, "is where messages are printed", "give a file")


def _write_through(path: str, data: bytes) -> None:
    """Write to a pipe or the null device; who reads it may go away."""
    with quiet_pipes(), open(os.open(path, os.O_WRONLY), "wb") as stream:
        stream.write(data)


def _lost(path: str, before: os.stat_result) -> list[Remark]:
    """What an existing file did not keep when it was replaced."""
    name, now = printed_name(path), os.stat(path)
    lost = []
    if before.st_nlink > 1:
        lost.append(f"'{name}' had another name, a hard link: that one keeps the text of before")
    if now.st_uid != before.st_uid:
        lost.append(f"'{name}' was somebody else's and is yours now")
    if before.st_mode & (stat.S_ISUID | stat.S_ISGID):
        lost.append(f"'{name}' has lost its set-user or set-group bit: new contents have none")
    return [Remark(kind="not-kept", message=message) for message in lost]
