"""The nearest right thing: what somebody probably meant to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from lifeboat.files.look_alikes import bare, oddity
from lifeboat.files.meanings import by_meaning

MOST_OPTIONS = 300
MOST_LISTED = 12
LONGEST = 60
ALIKE = 0.6
"""How much a word has to be like another to be meant, from 0 to 1."""


def nearest(word: str, options: Iterable[str], least: float = ALIKE) -> str | None:
    """The option most like a word, if any. Best is one that differs only in case, in - for _, or in
    letters that look alike; then one that means the same, then one that a path leads to.

    `least` is how much any other has to be like it; where that is more than usual, only slips of
    the pen are looked for, not what means the same.
    """
    by_spelling = {_spelling(option): option for option in options}
    if _spelling(word) in by_spelling:
        return by_spelling[_spelling(word)]
    meant = _by_sense(word, by_spelling) if least <= ALIKE else None
    if meant is not None:
        return meant
    if len(word) > LONGEST or len(by_spelling) > MOST_OPTIONS:
        return None
    close = get_close_matches(_spelling(word), by_spelling, n=1, cutoff=least)
    return by_spelling[close[0]] if close else None


def _by_sense(word: str, by_spelling: Mapping[str, str]) -> str | None:
    """The option that means the same, or that is a step of a path."""
    dotted = f".{_spelling(word)}."
    within = (option for it, option in by_spelling.items() if it and f".{it}." in dotted)
    return by_meaning(_spelling(word), by_spelling.values()) or next(within, None)


def _spelling(word: str) -> str:
    return bare(word).casefold().replace("-", "_").replace(" ", "_")


def did_you_mean(word: str, options: Iterable[str]) -> str | None:
    """A hint at the option most like a word, or at all of them if they are few."""
    options = list(options)
    near = nearest(word, options)
    if near is not None:
        odd = oddity(word, near)
        return f"did you mean '{near}'?" + (f" {odd}" if odd else "")
    if 0 < len(options) <= MOST_LISTED:
        return f"known here: {in_quotes(options)}"
    return None


def in_quotes(names: Iterable[str], last: str = ", ", quote: str = "'") -> str:
    """Names in quotes, separated by commas; `last` stands before the last one."""
    quoted = [f"{quote}{name}{quote}" for name in names]
    return last.join(filter(None, [", ".join(quoted[:-1]), quoted[-1]])) if quoted else "none"
