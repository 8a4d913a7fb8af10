"""When something is, in the words of a sentence: `before 2030-03-08`."""

from __future__ import annotations

import re

from lifeboat.days import Window, read_stretch

FORMS = (
    "DATE",
    "DATE..DATE",
    "on DATE",
    "before DATE",
    "after DATE",
    "from DATE",
    "until DATE",
    "between DATE and DATE",
)
"""Every way to say when; a date may be an instant, a month or a quarter as well."""

_BETWEEN = re.compile(r"between\s+(\S+)\s+and\s+(\S+)", re.IGNORECASE)
_WORDED = re.compile(r"(on|in|during|before|after|from|until)\s+(\S.*)", re.IGNORECASE)

BEGINS = r"(?:(?:on|in|during|before|after|from|until|between)\s|(?:\.\.)?\d{4}-)"
"""The pattern that tells where words for a time begin, after a name."""


def read_when(text: str) -> Window:
    """Read when something is as a window; raises `PydanticCustomError` if it is none of the forms.

    `before` and `after` leave the date itself out, `from`, `until` and `between` hold theirs.
    """
    between = _BETWEEN.fullmatch(text)
    if between:
        return Window.read(f"{between[1]}..{between[2]}")
    worded = _WORDED.fullmatch(text)
    word, date = (worded[1].lower(), worded[2]) if worded else ("on", text)
    if word == "before":
        return Window.between(None, read_stretch(date).instant)
    if word == "after":
        return Window.between(read_stretch(date).end, None)
    if word == "from":
        return Window.between(read_stretch(date).instant, None)
    if word == "until":
        return Window.read(f"..{date}")
    return Window.read(date)
