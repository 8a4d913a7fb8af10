"""The value of an unquoted word: a number, true or false, nothing, or else text.

These are the rules of YAML 1.2: `no` and `on` are text, and so are 12:30, 0x1F, 1_000 and dates.
"""

from __future__ import annotations

import math
import re

LONGEST_NUMBER = 18

_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")

Scalar = str | int | float | bool | None


def scalar(text: str) -> Scalar:
    """The value of an unquoted word; raises `ValueError` for a number too large to be meant."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return _whole(text)
    if _NUMBER.fullmatch(text):
        return _read_number(text)
    return text


def _whole(text: str) -> int:
    digits = len(text.lstrip("+-"))
    if digits > LONGEST_NUMBER:
        raise ValueError(f"a number of {digits} digits is too long; {LONGEST_NUMBER} are allowed")
    return int(text)


def _read_number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("this number is too large")
    return value
