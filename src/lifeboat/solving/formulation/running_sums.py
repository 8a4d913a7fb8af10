"""Long sums of step functions, kept short by a variable of their own at intervals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lifeboat.curves import Assignment, Curve, Known, Steps
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import LinearExpr, add_to

LONG = 24
"""A reading of more terms than this gets a variable of its own; measured."""

Part = tuple[int, Known, int]
"""A factor, a curve, and its shift in slots."""


class RunningSum:
    """A curve of many parts: each reading is the one before plus what has changed since."""

    grows = False

    def __init__(self, builder: ModelBuilder, curve: Curve, most: int, name: str) -> None:
        self._curve = curve
        self._low = _RunningReading(builder, curve, most, name, high=False)
        self._high = _RunningReading(builder, curve, most, name, high=True)

    def low(self, slot: int) -> LinearExpr:
        return self._low.at(slot)

    def high(self, slot: int) -> LinearExpr:
        return self._high.at(slot)

    def lows(self) -> Sequence[int]:
        return self._low.marks

    def highs(self) -> Sequence[int]:
        return self._high.marks

    def steps(self, assignment: Assignment, high: bool) -> Steps:
        """Summed part by part, so that nothing is posted."""
        return assignment.steps(self._curve, high)


class _RunningReading:
    """One reading of a curve, computed as far as it has been read."""

    def __init__(
        self, builder: ModelBuilder, curve: Curve, most: int, name: str, high: bool
    ) -> None:
        self._builder, self._most, self._name, self._high = builder, most, name, high
        self._changing: dict[int, list[Part]] = {}
        for factor, known, shift in curve.parts:
            for slot in known.highs() if (factor > 0) == high else known.lows():
                self._changing.setdefault(slot + shift, []).append((factor, known, shift))
        self.marks = sorted(self._changing)
        self._readings = [LinearExpr((), curve.number)]
        """The reading before the first mark, and from each mark on."""
        self._whole: dict[int, int] = {}
        """The weights of the last reading, without variables of its own."""
        self._number = curve.number

    def at(self, slot: int) -> LinearExpr:
        """The reading at a slot."""
        index = bisect_right(self.marks, slot)
        while len(self._readings) <= index:
            self._readings.append(self._after(self.marks[len(self._readings) - 1]))
        return self._readings[index]

    def _after(self, mark: int) -> LinearExpr:
        weights, number = dict(self._readings[-1].weights), self._readings[-1].number
        for factor, known, shift in self._changing[mark]:
            read = known.high if (factor > 0) == self._high else known.low
            for slot, sign in ((mark - shift, factor), (mark - shift - 1, -factor)):
                value = read(slot)
                number += add_to(weights, value, sign)
                self._number += add_to(self._whole, value, sign)
        return self._short(LinearExpr.of(weights, number), LinearExpr.of(self._whole, self._number))

    def _short(self, running: LinearExpr, whole: LinearExpr) -> LinearExpr:
        """The shorter of two equal readings, or a variable for them where both are long."""
        if len(whole.weights) <= min(LONG, len(running.weights)):
            return whole
        if len(running.weights) <= LONG:
            return running
        least = max(-self._most, self._builder.least(whole))
        most = min(self._most, self._builder.greatest(whole))
        kept = self._builder.number(most, self._name, least)
        self._builder.post_zero(LinearExpr((*running.weights, (kept.index, -1)), running.number))
        return LinearExpr(((kept.index, 1),), 0)
