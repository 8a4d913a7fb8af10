"""The same scenario with its keys, and the lists whose order says nothing, in another order."""

from __future__ import annotations

import random
from typing import Any

ORDERED_LISTS = {"goals", "ports"}
"""Keys of lists whose order means something: priority, preference. (The `ports` of a station are a
map, and may be shuffled.)"""
ORDERED_MAPS = {"goals", "modes"}
"""Keys of maps whose order means something: names of a value, the mode that is planned."""


def shuffled(value: Any, chance: random.Random, key: object = None) -> Any:
    """Plain values in another order; `key` is what they stand under."""
    if isinstance(value, dict):
        names = chance.sample(list(value), len(value)) if key not in ORDERED_MAPS else list(value)
        return {name: shuffled(value[name], chance, name) for name in names}
    if isinstance(value, list):
        inner = [shuffled(it, chance, key) for it in value]
        return inner if key in ORDERED_LISTS else chance.sample(inner, len(inner))
    return value
