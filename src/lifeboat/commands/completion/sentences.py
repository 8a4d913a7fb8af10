"""Sentences of pins, a step further than what is typed of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lifeboat.scenario.sentences import SENTENCES

_STEP = re.compile(r"\b[A-Z]{4,}\b|(?:(?!\b[A-Z]{4,}\b)\S+ ?)+")


def sentences(names: Mapping[str, Sequence[str]], typed: str) -> list[str]:
    """The beginnings of sentences that begin as typed, each up to its next name.

    Args:
        names: what may stand for each word in capitals.
        typed: the beginning of a sentence.
    """
    found = dict(_beginnings(names, typed))
    while len(found) == 1:
        [(text, is_whole)] = found.items()
        further = dict(_beginnings(names, f"{text} "))
        if is_whole or not further:
            break
        found = further
    return list(found)


def _beginnings(names: Mapping[str, Sequence[str]], typed: str) -> Iterator[tuple[str, bool]]:
    """The beginnings, and of each whether it is a whole sentence."""
    for form in SENTENCES:
        whole = re.sub(r"[\[\]]", "", form)
        for told in dict.fromkeys((re.sub(r" \[.*\]", "", form), whole)):
            steps = [it.strip() for it in _STEP.findall(told)]
            yield from _further(steps, names, typed, "")


def _further(
    steps: Sequence[str], names: Mapping[str, Sequence[str]], typed: str, before: str
) -> Iterator[tuple[str, bool]]:
    for word in names.get(steps[0], [steps[0]]):
        text = f"{before} {word}".lstrip()
        if text.startswith(typed):
            yield text, len(steps) == 1
        elif typed.startswith(f"{text} ") and len(steps) > 1:
            yield from _further(steps[1:], names, typed, text)
