"""The first line of a file that the program writes: what it is, whether it was changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from lifeboat.version import __version__

_DIGITS = 12
_SORTS = "plan|overlay|picture|report"
_MARK = re.compile(
    rf"(?:#|<!--) Made by lifeboat \S+: ({_SORTS})\.[^\n]* ([0-9a-f]{{{_DIGITS}}})(?: -->)?\n(.*)",
    re.DOTALL,
)


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
    until = "Until changed by hand, it makes room for the next;"
    said = f"Made by lifeboat {__version__}: {sort}. {until} {_digits_of(text)}"
    comment = f"<!-- {said} -->" if sort in (Sort.PICTURE, Sort.REPORT) else f"# {said}"
    return f"{comment}\n{text}"


def mark_of(text: str) -> Mark | None:
    """The mark of a file; None if the program did not make it.

    A program that keeps files with other line ends does not change them in the sense meant here.
    """
    found = _MARK.fullmatch(text.replace("\r\n", "\n"))
    return Mark(Sort(found[1]), _digits_of(found[3]) == found[2]) if found else None


def _digits_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
