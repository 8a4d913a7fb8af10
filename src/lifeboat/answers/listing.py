"""Names in a row, as a sentence has them."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMES = 5
"""The most names that a line gives one by one."""


def listed(names: Iterable[str], word: str = "and") -> str:
    """Names as a list in words: `A`, `A and B`, `A, B and C`; or with another word."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} {word} {last}" if most else last


def listed_most(names: Iterable[str], most: int = MOST_NAMES) -> str:
    """The same, with the last of many names counted: `A, B, C, D, E and 7 others`."""
    every = list(names)
    # One name more takes no more room than "1 other".
    if len(every) <= most + 1:
        return listed(every)
    return listed([*every[:most], f"{len(every) - most} others"])
