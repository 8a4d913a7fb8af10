"""What would overlap goes below each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

_TOUCHING = 0.05
"""By how much two neighbours may seem to overlap, for the rounding of their places."""


def lanes(
    things: Iterable[Thing], extent: Callable[[Thing], tuple[float, float]]
) -> list[list[Thing]]:
    """Things in as few lanes as it takes for none to overlap, each in order from the left.

    Args:
        things: what is to be drawn.
        extent: the left and the right edge of one of them.
    """
    found: list[list[Thing]] = []
    for thing in sorted(things, key=lambda it: extent(it)[0]):
        left = extent(thing)[0]
        for lane in found:
            if extent(lane[-1])[1] <= left + _TOUCHING:
                lane.append(thing)
                break
        else:
            found.append([thing])
    return found


def with_next(
    things: Sequence[Thing], left: Callable[[Thing], float], limit: float
) -> Iterator[tuple[Thing, float]]:
    """Each thing of a lane, and where the next one begins; for the last one the limit.

    Args:
        things: what is drawn in the lane, from the left.
        left: the left edge of one of them.
        limit: where the lane ends.
    """
    for number, thing in enumerate(things, 1):
        yield thing, left(things[number]) if number < len(things) else limit
