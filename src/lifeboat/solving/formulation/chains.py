"""What curves are made of on a grid: step functions known at the ends of cells."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from lifeboat.curves import Assignment, Curve, Decision, Steps
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import LinearExpr, plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.cells import Cell, at_or_before


class Chain:
    """A curve known at the ends of cells; inside a cell it can have the value at either end."""

    grows = True

    def __init__(self, cells: Sequence[Cell], values: Sequence[Variable]) -> None:
        self.cells = tuple(cells)
        self.values = tuple(values)
        self._firsts = [cell.first for cell in self.cells]
        self._lasts = [cell.last for cell in self.cells]

    def low(self, slot: int) -> Variable | int:
        """The value at the last known slot up to this one."""
        index = at_or_before(self._lasts, slot)
        return self.values[index] if index >= 0 else 0

    def high(self, slot: int) -> Variable | int:
        """The value at the end of the cell that holds this slot, or of the last cell before it."""
        index = at_or_before(self._firsts, slot)
        return self.values[index] if index >= 0 else 0

    def lows(self) -> Sequence[int]:
        return self._lasts

    def highs(self) -> Sequence[int]:
        return self._firsts

    def steps(self, assignment: Assignment, high: bool) -> Steps:
        values = [0, *(assignment.value(value) for value in self.values)]
        slots = self._firsts if high else self._lasts
        pairs = zip(slots, itertools.pairwise(values), strict=True)
        return Steps(0, {slot: after - before for slot, (before, after) in pairs if after > before})

    @property
    def ever(self) -> Variable | int:
        """The value at the end of the horizon."""
        return self.values[-1] if self.values else 0


class AboveZero:
    """A lower bound of how far another curve is above zero; nothing gains by its being more.

    The variable for a slot is created, and constrained, when the slot is first read.
    """

    grows = False

    def __init__(self, builder: ModelBuilder, curve: Curve, most: int, name: str) -> None:
        self._builder, self._curve, self._most, self._name = builder, curve, most, name
        self._bounds: dict[LinearExpr, Variable] = {}

    def low(self, slot: int) -> Variable | int:
        expression = self._builder.expression(self._curve, slot, optimistic=False)
        if self._builder.greatest(expression) <= 0:
            return 0
        if expression not in self._bounds:
            bound = self._builder.number(self._most, self._name)
            self._builder.post(self._curve.at(slot) <= plain(bound))
            self._bounds[expression] = bound
        return self._bounds[expression]

    def high(self, slot: int) -> Decision:
        raise NotImplementedError("no rule gains by more than is known to be there")

    def steps(self, assignment: Assignment, high: bool) -> Steps:
        """The same values, without creating a variable."""
        assert not high, "no rule gains by more than is known to be there"
        return assignment.steps(self._curve, high).above(0)

    def lows(self) -> Sequence[int]:
        return sorted(self._curve.changes())

    highs = lows


class Fixed:
    """A decision, or a number, that is the same at every slot."""

    grows = True

    def __init__(self, value: Decision) -> None:
        self._value = value

    def low(self, slot: int) -> Decision:
        return self._value

    high = low

    def lows(self) -> Sequence[int]:
        return ()

    highs = lows

    def steps(self, assignment: Assignment, high: bool) -> Steps:
        return Steps(assignment.value(self._value), {})


class Since:
    """1 from a known slot on."""

    grows = True

    def __init__(self, slot: int) -> None:
        self._slot = slot

    def low(self, slot: int) -> int:
        return int(slot >= self._slot)

    high = low

    def lows(self) -> Sequence[int]:
        return (self._slot,)

    highs = lows

    def steps(self, assignment: Assignment, high: bool) -> Steps:
        return Steps(0, {self._slot: 1})


def curve_of(known: Chain | AboveZero | Fixed | Since) -> Curve:
    """A curve with one of these as its only part."""
    return Curve(((1, known, 0),))
