"""A solution: the values of variables, expressions and curves in it; posts nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lifeboat.curves import Curve, Decision, Known, Steps
from lifeboat.solving.cpsat.expressions import LinearExpr
from lifeboat.solving.cpsat.model import Variable


class Solution:
    """The values of all variables, and what follows from them."""

    def __init__(self, values: Sequence[int] = ()) -> None:
        self.values = values
        self._steps: dict[tuple[Known, bool], Steps] = {}

    def value(self, decision: Decision) -> int:
        """The value of a variable; a number is its own value."""
        if isinstance(decision, Variable):
            return self.values[decision.index]
        assert isinstance(decision, int), "only a variable or a number has a value"
        return decision

    def measure(self, expression: LinearExpr) -> int:
        """The value of an expression."""
        weights = expression.weights
        return expression.number + sum(weight * self.values[index] for index, weight in weights)

    def steps(self, curve: Curve, high: bool) -> Steps:
        """A curve as a step function of time, in its highest reading or its lowest."""
        start, changes = curve.number, Counter[int]()
        for factor, known, shift in curve.parts:
            one = self._known(known, (factor > 0) == high)
            start += factor * one.start
            for slot, change in one.changes.items():
                changes[slot + shift] += factor * change
        return Steps(start, changes)

    def _known(self, known: Known, high: bool) -> Steps:
        if (known, high) not in self._steps:
            self._steps[known, high] = known.steps(self, high)
        return self._steps[known, high]
