"""Linear expressions of solver variables, and the readings of a curve."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lifeboat.curves import Decision, Sum
from lifeboat.solving.cpsat.model import Variable


@dataclass(frozen=True, slots=True)
class LinearExpr:
    """Weights by variable index, and a constant."""

    weights: tuple[tuple[int, int], ...]
    number: int

    @classmethod
    def of(cls, weights: dict[int, int], number: int) -> LinearExpr:
        """An expression from accumulated weights, without those that cancelled out."""
        if 0 in weights.values():
            weights = {index: weight for index, weight in weights.items() if weight}
        return cls(tuple(weights.items()), number)


Reading = int | Variable | LinearExpr
"""The value of a curve at a slot, on the solver's side."""


def add_to(weights: dict[int, int], value: Decision, factor: int) -> int:
    """Add a reading times a factor to some weights; returns what that adds to the constant."""
    if isinstance(value, Variable):
        weights[value.index] = weights.get(value.index, 0) + factor
        return 0
    if isinstance(value, LinearExpr):
        for index, weight in value.weights:
            weights[index] = weights.get(index, 0) + factor * weight
        return factor * value.number
    assert isinstance(value, int), "a curve is a number, a variable or an expression"
    return factor * value


def plain(value: Variable | int) -> Sum:
    """A variable, or a number, as a sum."""
    return Sum((), (), value) if isinstance(value, int) else Sum((), ((1, value),))


def all_of(variables: Iterable[Variable]) -> Sum:
    """How many of some 0-1 variables are 1."""
    return Sum((), tuple((1, variable) for variable in variables))
