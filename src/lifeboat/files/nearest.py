"""The nearest right thing: what somebody probably meant to write."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MOST_OPTIONS = 300
MOST_LISTED = 12
LONGEST = 60


def nearest(word: str, options: Iterable[str], least: float = 0.6) -> str | None:
    """The option most like a word, if any; best is one that differs only in case or in - for _.

    `least` is how much it has to be like it, from 0 to 1.
    """
    by_spelling = {_spelling(option): option for option in options}
    if _spelling(word) in by_spelling:
        return by_spelling[_spelling(word)]
    if len(word) > LONGEST or len(by_spelling) > MOST_OPTIONS:
        return None
    close = get_close_matches(_spelling(word), by_spelling, n=1, cutoff=least)
    return by_spelling[close[0]] if close else None


def _spelling(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def did_you_mean(word: str, options: Iterable[str]) -> str | None:
    """A hint at the option most like a word, or at all of them if they are few."""
    options = list(options)
    near = nearest(word, options)
    if near is not None:
        return f"did you mean '{near}'?"
    if 0 < len(options) <= MOST_LISTED:
        return f"known here: {in_quotes(options)}"
    return None


def in_quotes(names: Iterable[str], last: str = ", ", quote: str = "'") -> str:
    """Names in quotes, separated by commas; `last` stands before the last one."""
    quoted = [f"{quote}{name}{quote}" for name in names]
    return last.join(filter(None, [", ".join(quoted[:-1]), quoted[-1]])) if quoted else "none"
