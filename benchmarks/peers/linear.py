"""What a linear model needs of a solver, and steps: what only grows, day by day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol


@dataclass(frozen=True)
class Found:
    """What a minimisation has found, and what it has proven."""

    value: int | None
    bound: int

    @property
    def is_proven(self) -> bool:
        return self.value == self.bound


class Model(Protocol):
    """A solver's model; expressions and statements are the solver's own."""

    def number(self, most: int) -> Any:
        """A whole number from 0 to `most`."""
        ...

    def require(self, statement: Any) -> None: ...

    def minimise(self, cost: Any, seconds: float) -> Found: ...

    @property
    def has_found(self) -> bool:
        """Whether there is a solution."""
        ...

    def value(self, expression: Any) -> int:
        """In the best solution of the last minimisation."""
        ...


@dataclass(frozen=True)
class Steps:
    """A count that grows on some days."""

    days: Sequence[int]
    values: Sequence[Any]
    """The count from each of these days on."""

    def at(self, day: int) -> Any:
        """The count on a day."""
        index = bisect_right(self.days, day) - 1
        return self.values[index] if index >= 0 else 0

    def on(self, day: int) -> Any:
        """How much it grows on a day."""
        return self.at(day) - self.at(day - 1)


def rising(model: Model, days: Sequence[int], most: int = 1) -> Steps:
    """A new count that may grow on these days."""
    values = [model.number(most) for _ in days]
    for before, after in pairwise(values):
        model.require(before <= after)
    return Steps(days, values)
