"""The words for things in messages."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel

from lifeboat.files.yaml.nodes import Path

LONGEST = 60

_NOUNS = {
    "CrewBounds": "the station's crew",
    "CrewUp": "a type's crew",
    "Improvised": "improvised places",
    "Scenario": "a scenario",
    "Station": "the station",
    "Investigation": "an investigation",
    "Outage": "an outage",
}


def noun(model: type[BaseModel] | None) -> str:
    """What a model stands for: `a vehicle type`."""
    if model is None:
        return "a map"
    words = re.sub(r"(?<=.)(?=[A-Z])", " ", model.__name__).lower()
    return _NOUNS.get(model.__name__, f"{'an' if words[0] in 'aeiou' else 'a'} {words}")


def subject(path: Path, *, at_key: bool = False) -> str:
    """What a message is about: a key, or an entry of a list, never by its number."""
    if at_key:
        return f"the key {quoted(str(path[-1]))}"
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "the file"
    return f"`{names[-1]}`" if path[-1] == names[-1] else f"an entry of `{names[-1]}`"


def quoted(text: str) -> str:
    """A text in quotes, cut if it is long."""
    return f"'{cut(text)}'"


def cut(text: str) -> str:
    """A text short enough for a message."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def rather_than(value: Any) -> str:
    """What was found instead: `, not the text 'x'`."""
    if value is None:
        return ", but nothing is given"
    return f", not {_described(value)}"


def _described(value: Any) -> str:
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a list" if isinstance(value, list) else "a map"
