"""Step functions of the solver: what has happened by the end of each cell."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from lifeboat.curves import Curve, Sum
from lifeboat.solving.cpsat.builder import Form, Linear, plain
from lifeboat.solving.cpsat.solution import Solution, Steps
from lifeboat.solving.formulation.cells import Cell, at_or_before


class Chain:
    """A curve known at the ends of cells; within a cell it may be either side's value."""

    grows = True

    def __init__(self, cells: Sequence[Cell], values: Sequence[Any]) -> None:
        self.cells = tuple(cells)
        self.values = tuple(values)
        self._firsts = [cell.first for cell in self.cells]
        self._lasts = [cell.last for cell in self.cells]

    def low(self, slot: int) -> Any:
        """The value at the last known slot up to this one."""
        index = at_or_before(self._lasts, slot)
        return self.values[index] if index >= 0 else 0

    def high(self, slot: int) -> Any:
        """The value at the end of the cell this slot lies in, or of the last one before."""
        index = at_or_before(self._firsts, slot)
        return self.values[index] if index >= 0 else 0

    def lows(self) -> Sequence[int]:
        return self._lasts

    def highs(self) -> Sequence[int]:
        return self._firsts

    def told(self, solution: Solution, high: bool) -> Steps:
        values = [0, *(solution.value(value) for value in self.values)]
        slots = self._firsts if high else self._lasts
        pairs = zip(slots, itertools.pairwise(values), strict=True)
        return Steps(0, {slot: after - before for slot, (before, after) in pairs if after > before})

    @property
    def ever(self) -> Any:
        """The value at the end of time."""
        return self.values[-1] if self.values else 0


class Committed:
    """How many of those who have come aboard will ride home on a ship, at least.

    Nothing of it is posted before somebody asks, slot by slot.
    """

    grows = True

    def __init__(self, linear: Linear, rides: Sum, arrived: Curve, size: int) -> None:
        self._linear, self._rides, self._arrived, self._size = linear, rides, arrived, size
        self._asked: dict[Form, Any] = {}

    def low(self, slot: int) -> Any:
        """All who will ride, once everybody has come; nobody before anybody has."""
        form = self._linear.read(self._rides + self._arrived.at(slot) - self._size, kind=False)
        if self._linear.greatest(form) <= 0:
            return 0
        if form not in self._asked:
            bound = self._linear.number(self._size, "committed")
            self._linear.say(self._rides + self._arrived.at(slot) - self._size <= plain(bound))
            self._asked[form] = bound
        return self._asked[form]

    def high(self, slot: int) -> Any:
        raise NotImplementedError("nothing is gained by people being committed")

    def told(self, solution: Solution, high: bool) -> Steps:
        """Whether or not it was asked for before."""
        assert not high, "nothing is gained by people being committed"
        riding = solution.measure(self._linear.read(self._rides, kind=False))
        return solution.steps(self._arrived, high).above(self._size - riding)

    def lows(self) -> Sequence[int]:
        return sorted(self._arrived.steps())

    highs = lows


class Fixed:
    """A decision, or a number, that is the same at every slot."""

    grows = True

    def __init__(self, value: Any) -> None:
        self._value = value

    def low(self, slot: int) -> Any:
        return self._value

    high = low

    def lows(self) -> Sequence[int]:
        return ()

    highs = lows

    def told(self, solution: Solution, high: bool) -> Steps:
        return Steps(solution.value(self._value), {})


class Since:
    """One from a known slot on."""

    grows = True

    def __init__(self, slot: int) -> None:
        self._slot = slot

    def low(self, slot: int) -> int:
        return int(slot >= self._slot)

    high = low

    def lows(self) -> Sequence[int]:
        return (self._slot,)

    highs = lows

    def told(self, solution: Solution, high: bool) -> Steps:
        return Steps(0, {self._slot: 1})
