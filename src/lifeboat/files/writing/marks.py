"""The mark of a file that the program writes: what it is, whether it was changed.

It is the first line of a text, and in a PNG picture a comment as that format has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from lifeboat.files.writing.png_comment import comment_in, with_comment
from lifeboat.version import __version__

_DIGITS = 12
_SORTS = "plan|overlay|picture|report"
_SAYS = rf"Made by lifeboat \S+: ({_SORTS})\.[^\n]* ([0-9a-f]{{{_DIGITS}}})"
_SAID = re.compile(_SAYS)
_MARK = re.compile(rf"(?:#|<!--) {_SAYS}(?: -->)?\n(.*)", re.DOTALL)


class Sort(StrEnum):
    """The sorts of file that the program makes, and makes anew without asking."""

    PLAN = "plan"
    OVERLAY = "overlay"
    PICTURE = "picture"
    REPORT = "report"


@dataclass(frozen=True)
class Mark:
    """What the first line of a file says of the rest."""

    sort: Sort
    is_true: bool
    """Whether the rest is still as the program wrote it."""


def marked(sort: Sort, text: str) -> str:
    """A text with the line before it that says what it is, and that the program made it."""
    said = _words_of_mark(sort, text.encode())
    comment = f"<!-- {said} -->" if sort in (Sort.PICTURE, Sort.REPORT) else f"# {said}"
    return f"{comment}\n{text}"


def marked_png(sort: Sort, data: bytes) -> bytes:
    """A PNG picture with a comment that says the same."""
    return with_comment(data, _words_of_mark(sort, data))


def _words_of_mark(sort: Sort, data: bytes) -> str:
    until = "Until changed by hand, it makes room for the next;"
    return f"Made by lifeboat {__version__}: {sort}. {until} {_digits_of(data)}"


def mark_in(data: bytes) -> Mark | None:
    """The mark of a file, text or PNG picture; None if the program did not make it."""
    if (commented := comment_in(data)) is not None:
        found = _SAID.fullmatch(commented.comment)
        return Mark(Sort(found[1]), _digits_of(commented.rest) == found[2]) if found else None
    try:
        return mark_of(data.decode())
    except UnicodeDecodeError:
        return None


def mark_of(text: str) -> Mark | None:
    """The mark of a text; None if the program did not make it.

    A program that keeps files with other line ends does not change them in the sense meant here.
    """
    found = _MARK.fullmatch(text.replace("\r\n", "\n"))
    return Mark(Sort(found[1]), _digits_of(found[3].encode()) == found[2]) if found else None


def _digits_of(data: bytes) -> str:
    return sha256(data).hexdigest()[:_DIGITS]
