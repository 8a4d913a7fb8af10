"""How wide a text is at most, in whatever font a reader's machine has."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iIjl.,:;'|!()[]ftr-1 ")
_WIDE = frozenset("mwMW@%")


def text_width(text: str, size: float) -> float:
    """The width of a text, in the unit of its font size, on the safe side.

    Widths are those of DejaVu Sans, which is wider than the usual sans-serif fonts.
    """
    return size * sum(map(_width_of, text))


def _width_of(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or letter in _WIDE:
        return 1.0
    if letter in _NARROW:
        return 0.46
    return 0.72 if letter.isupper() or letter.isdigit() else 0.66
