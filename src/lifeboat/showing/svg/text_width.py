"""How wide a text is at most, in whatever font a reader's machine has."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iIjl.,:;'!()[]ftr- ")
_BROAD = frozenset("#&дцъЪφψΦΨħŉ")
_WIDE = frozenset("mwMW@%мфыюФωΜĦ…©®¼½¾")
_WIDEST = frozenset("œŒæÆЖМШЩЫЮЊЉжшщњљ")


def text_width(text: str, size: float) -> float:
    """The width of a text, in the unit of its font size, on the safe side.

    Widths are those of DejaVu Sans, which is wider than the usual sans-serif fonts.
    """
    return size * sum(map(_width_of, unicodedata.normalize("NFD", text)))


def _width_of(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if letter in _WIDEST:
        return 1.1
    if unicodedata.east_asian_width(letter) in "WF" or letter in _WIDE:
        return 1.0
    if letter in _NARROW:
        return 0.46
    if letter in _BROAD or unicodedata.category(letter)[0] == "S":
        return 0.84
    return 0.79 if letter.isupper() else 0.66
