"""One solution: what variables, forms and curves come to in it, without posting anything."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeboat.curves import Curve, Known

if TYPE_CHECKING:
    from lifeboat.solving.cpsat.builder import Form


@dataclass(frozen=True, slots=True)
class Steps:
    """Where a step function begins, and by how much it changes at which slots."""

    start: int
    changes: Mapping[int, int]

    def at(self, slots: Iterable[int]) -> Iterator[int]:
        """Its values at some slots, which ascend."""
        value, waiting = self.start, iter(sorted(self.changes))
        following = next(waiting, None)
        for slot in slots:
            while following is not None and following <= slot:
                value += self.changes[following]
                following = next(waiting, None)
            yield value

    def above(self, least: int) -> Steps:
        """How far it is above a number; zero where it is not."""
        slots = sorted(self.changes)
        values = [max(0, value - least) for value in (self.start, *self.at(slots))]
        pairs = zip(slots, itertools.pairwise(values), strict=True)
        return Steps(values[0], {slot: after - before for slot, (before, after) in pairs})


class Solution:
    """The values of all variables, and what follows from them."""

    def __init__(self, values: Sequence[int] = ()) -> None:
        self.values = values
        self._steps: dict[tuple[Known, bool], Steps] = {}

    def value(self, variable: Any) -> int:
        """The value of a variable; a number is its own."""
        return variable if isinstance(variable, int) else self.values[variable.index]

    def measure(self, form: Form) -> int:
        """The value of a form."""
        return form.number + sum(weight * self.values[index] for index, weight in form.weights)

    def steps(self, curve: Curve, high: bool) -> Steps:
        """A curve, read as high as it may be or as low."""
        start, changes = curve.number, Counter[int]()
        for factor, known, shift in curve.parts:
            one = self._known(known, (factor > 0) == high)
            start += factor * one.start
            for slot, change in one.changes.items():
                changes[slot + shift] += factor * change
        return Steps(start, changes)

    def _known(self, known: Known, high: bool) -> Steps:
        if (known, high) not in self._steps:
            self._steps[known, high] = known.told(self, high)
        return self._steps[known, high]
