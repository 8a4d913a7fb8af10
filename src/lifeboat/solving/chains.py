"""Step functions of the solver: what has happened by the end of each cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lifeboat.solving.cells import Cell, at_or_before


class Chain:
    """A curve known at the ends of cells; within a cell it may be either side's value."""

    def __init__(self, cells: Sequence[Cell], values: Sequence[Any]) -> None:
        self.cells = tuple(cells)
        self.values = tuple(values)
        self._firsts = [cell.first for cell in self.cells]
        self._lasts = [cell.last for cell in self.cells]
        self._slots = sorted({*self._firsts, *self._lasts})

    def low(self, slot: int) -> Any:
        """The value at the last known slot up to this one."""
        index = at_or_before(self._lasts, slot)
        return self.values[index] if index >= 0 else 0

    def high(self, slot: int) -> Any:
        """The value at the end of the cell this slot lies in, or of the last one before."""
        index = at_or_before(self._firsts, slot)
        return self.values[index] if index >= 0 else 0

    def slots(self) -> Sequence[int]:
        return self._slots

    @property
    def ever(self) -> Any:
        """The value at the end of time."""
        return self.values[-1] if self.values else 0


class Fixed:
    """A decision, or a number, that is the same at every slot."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def low(self, slot: int) -> Any:
        return self._value

    high = low

    def slots(self) -> Sequence[int]:
        return ()


class Since:
    """A number from a known slot on."""

    def __init__(self, slot: int, value: int = 1) -> None:
        self._slot, self._value = slot, value

    def low(self, slot: int) -> int:
        return self._value if slot >= self._slot else 0

    high = low

    def slots(self) -> Sequence[int]:
        return (self._slot,)
