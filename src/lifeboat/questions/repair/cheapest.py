"""The cheapest amounts with which something becomes possible, found by what does not suffice.

Amounts that do not suffice are raised as far as they still do not; then one of them at least has to
be greater than that. The cheapest amounts that heed all that is known so far are tried next. (The
same is done with sets by *implicit hitting sets*: Moreno-Centeno and Karp, Operations Research 61,
2013.)
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lifeboat.questions.conflict.smallest import smallest

Amounts = tuple[int, ...]
"""An amount of each measure, in their order."""

Suffices = Callable[[Amounts], bool | None]
"""Whether some amounts suffice; None where that is not known in time. More of a measure never makes
impossible what is possible without."""

Thresholds = Mapping[int, int]
"""By measure: of one of them there has to be more than this."""


@dataclass
class Cheapest:
    """A search for amounts that suffice, the cheapest first."""

    prices: Sequence[int]
    most: Sequence[int]
    suffices: Suffices
    is_known: bool = True
    """Whether everything that was asked had an answer: only then is the first the cheapest."""
    known: list[Thresholds] = field(default_factory=list)
    """What has been found of amounts that do not suffice."""

    def each(self) -> Iterator[Amounts]:
        """Amounts of which none could be smaller, by their price."""
        none = (0,) * len(self.prices)
        waiting: list[tuple[int, Amounts]] = [(0, none)]
        seen, found = {none}, list[Amounts]()
        while waiting:
            _, amounts = waiting[0]
            if any(map(_is_at_least, [amounts] * len(found), found)):
                heapq.heappop(waiting)
                continue
            unheeded = self._unheeded(amounts)
            if unheeded is None:
                is_enough = self.suffices(amounts)
                if is_enough:
                    found.append(amounts)
                    yield amounts
                    continue
                if is_enough is None or not self._learn(amounts):
                    self.is_known = self.is_known and is_enough is not None
                    return
                continue
            heapq.heappop(waiting)
            for more in self._raised(amounts, unheeded):
                if more not in seen:
                    seen.add(more)
                    heapq.heappush(waiting, (self._price(more), more))

    def _price(self, amounts: Amounts) -> int:
        return sum(price * amount for price, amount in zip(self.prices, amounts, strict=True))

    def _unheeded(self, amounts: Amounts) -> Thresholds | None:
        """Something known that these amounts do not heed."""
        for it in self.known:
            if all(amounts[index] <= least for index, least in it.items()):
                return it
        return None

    def _raised(self, amounts: Amounts, unheeded: Thresholds) -> Iterator[Amounts]:
        for index, least in unheeded.items():
            yield (*amounts[:index], least + 1, *amounts[index + 1 :])

    def _learn(self, amounts: Amounts) -> bool:
        """Raise amounts that do not suffice as far as they still do not, and note that; whether
        anything would suffice.
        """
        held = smallest(range(len(amounts)), lambda it: self._with_most(amounts, it))
        assert held is not None
        self.is_known = self.is_known and held.is_smallest
        at = [self.most[i] for i in range(len(amounts))]
        for index in held.things:
            at[index] = amounts[index]
        for index in held.things:
            at[index] = self._greatest_not_enough(at, index)
        found = {index: at[index] for index in held.things if at[index] < self.most[index]}
        self.known.append(found)
        return bool(found)

    def _with_most(self, amounts: Amounts, held: Sequence[int]) -> bool | None:
        """Whether it suffices to take the most of all but some."""
        most = enumerate(self.most)
        return self.suffices(tuple(amounts[i] if i in held else it for i, it in most))

    def _greatest_not_enough(self, at: list[int], index: int) -> int:
        """The greatest amount of one measure that does not suffice beside the others."""
        low, high = at[index], self.most[index] + 1
        while high - low > 1:
            middle = (low + high) // 2
            if self.suffices((*at[:index], middle, *at[index + 1 :])) is False:
                low = middle
            else:
                high = middle
        return low


def _is_at_least(one: Amounts, other: Amounts) -> bool:
    return all(a >= b for a, b in zip(one, other, strict=True))
