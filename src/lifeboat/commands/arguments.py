"""What every argument of every command must be: text."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

_NO_TEXT = re.compile("[\ud800-\udfff]")
"""How Python hands over the bytes of an argument that are not text."""
_BEFORE, _AFTER = 20, 10
"""How many letters around the first such byte are quoted."""


def refuse_what_is_no_text(arguments: Sequence[str]) -> None:
    """Refuse arguments with bytes that no answer could tell; raises `MistakesError`."""
    if wrong := [it for it in arguments if _NO_TEXT.search(it)]:
        from lifeboat.errors import Mistake, MistakesError

        message = f"the argument '{_around_the_first(wrong[0])}' is not text in {_encoding()}"
        raise MistakesError([Mistake(kind="argument-not-text", message=message)])


def _encoding() -> str:
    encoding = sys.getfilesystemencoding().upper()
    return encoding if encoding == "UTF-8" else f"{encoding}, as the locale has it; set UTF-8"


def _around_the_first(argument: str) -> str:
    first = len(_NO_TEXT.split(argument, maxsplit=1)[0])
    start, end = max(0, first - _BEFORE), first + _AFTER
    quoted = _NO_TEXT.sub(_escape, argument[start:end])
    return "…" * (start > 0) + quoted + "…" * (end < len(argument))


def _escape(letter: re.Match[str]) -> str:
    code = ord(letter[0])
    # A byte that is not text is kept as this much more than its value.
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
