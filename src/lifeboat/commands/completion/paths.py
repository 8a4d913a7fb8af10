"""Paths to the values of a scenario: `vehicles.Heron.planned`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_FILE = Path(__file__).parents[2] / "scenario" / "outline.json"
_ENDS = {"start", "end"}


class There(NamedTuple):
    """What a path leads to: the keys that may be below, or the choices for a value, and what is
    held there.
    """

    keys: Any
    held: Any

    @property
    def is_value(self) -> bool:
        """Whether a value stands there; a window is one, with its ends below."""
        return not isinstance(self.keys, dict) or self.keys.keys() == _ENDS


@cache
def outline() -> dict[str, Any]:
    """The keys of a scenario, with `*` for any name, and the types of vehicle that are known."""
    read: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return read


def paths(held: dict[str, Any], typed: str, *, is_held: bool = False) -> dict[str, There]:
    """The paths that begin as typed, up to the next dot; of a single one, what is below it too.

    Args:
        held: a scenario.
        typed: the beginning of a path.
        is_held: whether only what is there is asked for, items of lists included.
    """
    found = dict(_paths(There(outline()["keys"], held), typed, "", is_held))
    while len(found) == 1:
        [(path, there)] = found.items()
        below = {f"{path}.{step}": it for step, it in _below(there, is_held).items()}
        if not below:
            break
        is_whole = there.is_value or (is_held and "." in path)
        found = {path: There(None, there.held)} | below if is_whole else below
    return found


def _paths(there: There, typed: str, before: str, is_held: bool) -> Iterator[tuple[str, There]]:
    for step, below in _below(there, is_held).items():
        path = before + step
        if path.startswith(typed):
            yield path, below
        elif typed.startswith(f"{path}."):
            yield from _paths(below, typed, f"{path}.", is_held)


def _below(there: There, is_held: bool) -> dict[str, There]:
    """By its next step, what may follow a path."""
    keys = there.keys if isinstance(there.keys, dict) else {}
    found: dict[str, There] = {}
    if isinstance(there.held, dict):
        known = {step: value for step, value in there.held.items() if {step, "*"} & keys.keys()}
        found = {step: There(keys.get(step, keys.get("*")), it) for step, it in known.items()}
    elif is_held and isinstance(there.held, list):
        return {it: There(None, None) for it in there.held if isinstance(it, str)}
    if not is_held:
        found |= {key: There(keys[key], None) for key in keys if key != "*" and key not in found}
    return found
