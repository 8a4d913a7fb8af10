"""Builds a model: reads sums of curves as linear expressions, and posts statements about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lifeboat.curves import Curve, Statement, Sum
from lifeboat.solving.cpsat.expressions import LinearExpr, add_to
from lifeboat.solving.cpsat.model import Model, Variable
from lifeboat.solving.cpsat.solution import Solution


@dataclass(frozen=True, slots=True)
class LazyConstraint:
    """A curve is at least `least` at each of some slots; posted once a solution breaks it."""

    curve: Curve
    least: int
    slots: tuple[int, ...]
    unless: Variable | None
    """If this variable is 1, the constraint need not hold."""

    def is_violated(self, solution: Solution) -> bool:
        """Whether a solution breaks it."""
        if self.unless is not None and solution.value(self.unless):
            return False
        values = solution.steps(self.curve, high=True).at(self.slots)
        return any(value < self.least for value in values)


class ModelBuilder:
    """The model under construction."""

    def __init__(self) -> None:
        self.model = Model()
        self._variables: list[Variable] = []
        self._least: list[int] = []
        self._most: list[int] = []
        self._posted: set[tuple[LinearExpr, int]] = set()
        self._lazy: list[tuple[int, LazyConstraint]] = []
        self.active: set[int] = set()
        """The lazy constraints posted so far, by their number in the order of `post_lazily`."""

    def flag(self, name: str) -> Variable:
        """A new 0-1 variable."""
        return self.number(1, name)

    def number(self, most: int, name: str, least: int = 0) -> Variable:
        """A new integer variable from `least` to `most`."""
        variable = self.model.variable(least, most, name)
        self._variables.append(variable)
        self._least.append(least)
        self._most.append(most)
        return variable

    def variable(self, index: int) -> Variable:
        """A variable by its index."""
        return self._variables[index]

    def read(self, total: Sum, optimistic: bool) -> LinearExpr:
        """A sum in its highest reading (`optimistic`) or its lowest."""
        weights: dict[int, int] = {}
        number = total.number
        for term in total.terms:
            high = (term.factor > 0) == optimistic
            value = term.curve.high(term.slot) if high else term.curve.low(term.slot)
            number += add_to(weights, value, term.factor)
        for factor, value in total.plain:
            number += add_to(weights, value, factor)
        return LinearExpr.of(weights, number)

    def expression(self, curve: Curve, slot: int, optimistic: bool) -> LinearExpr:
        """A curve at a slot, in its highest reading (`optimistic`) or its lowest."""
        weights: dict[int, int] = {}
        number = curve.number
        for factor, known, shift in curve.parts:
            at = slot - shift
            value = known.high(at) if (factor > 0) == optimistic else known.low(at)
            number += add_to(weights, value, factor)
        return LinearExpr.of(weights, number)

    def post(self, statement: Statement, unless: Variable | None = None) -> None:
        """Post a statement in its optimistic reading, unless a 0-1 variable says it is broken."""
        self._post(self.read(statement.at_least_zero, optimistic=True), unless)

    def post_where(self, flags: Iterable[Variable], statement: Statement) -> None:
        """Post a statement that holds where all of some 0-1 variables are 1."""
        read = self.read(statement.at_least_zero, optimistic=True)
        self.model.row(read.weights, -read.number, given=[flag.index for flag in flags])

    def post_maximum(self, variable: Variable, sums: Iterable[Sum]) -> None:
        """Post that a variable is the greatest of some sums."""
        read = (self.read(one, optimistic=True) for one in sums)
        self.model.maximum(variable, ((it.weights, it.number) for it in read))

    def post_zero(self, expression: LinearExpr) -> None:
        """Post that an expression is zero."""
        self.model.row(expression.weights, -expression.number, -expression.number)

    def post_at_each(self, many: LazyConstraint) -> None:
        """Post a lazy constraint at once, for each of its slots."""
        for slot in many.slots:
            read = self.expression(many.curve, slot, optimistic=True)
            self._post(LinearExpr(read.weights, read.number - many.least), many.unless)

    def post_lazily(self, many: LazyConstraint) -> None:
        """Hold a constraint back until a solution breaks it."""
        self._lazy.append((len(self._lazy), many))

    def activate(self, numbers: set[int]) -> None:
        """Post the lazy constraints that were needed on another grid of the same situation."""
        for number, many in self._lazy:
            if number in numbers:
                self.post_at_each(many)
        self._lazy = [it for it in self._lazy if it[0] not in numbers]
        self.active |= numbers

    def post_violated(self, solution: Solution) -> bool:
        """Post the lazy constraints that a solution breaks; returns whether there were any."""
        violated = {number for number, many in self._lazy if many.is_violated(solution)}
        self.activate(violated)
        return bool(violated)

    def _post(self, expression: LinearExpr, unless: Variable | None) -> None:
        key = (expression, -1 if unless is None else unless.index)
        if key in self._posted or self.least(expression) >= 0:
            return
        self._posted.add(key)
        if unless is not None:
            self.model.row(expression.weights, -expression.number, given=[unless.negated])
        elif (pair := self._implication(expression)) is not None:
            self.model.implication(*pair)
        else:
            self.model.row(expression.weights, -expression.number)

    def _implication(self, expression: LinearExpr) -> tuple[int, int] | None:
        """Two literals of which the first implies the second, if an expression says just that."""
        if expression.number != 0 or len(expression.weights) != 2:
            return None
        (one, weight), (other, opposite) = expression.weights
        if {weight, opposite} != {-1, 1} or not (self.is_flag(one) and self.is_flag(other)):
            return None
        return (one, other) if weight < 0 else (other, one)

    def is_flag(self, index: int) -> bool:
        """Whether a variable is 0 or 1."""
        return self._least[index] == 0 and self._most[index] == 1

    def least(self, expression: LinearExpr) -> int:
        """A lower bound of an expression, from the bounds of its variables."""
        least, most = self._least, self._most
        return expression.number + sum(
            weight * (least[index] if weight > 0 else most[index])
            for index, weight in expression.weights
        )

    def greatest(self, expression: LinearExpr) -> int:
        """An upper bound of an expression, from the bounds of its variables."""
        least, most = self._least, self._most
        return expression.number + sum(
            weight * (most[index] if weight > 0 else least[index])
            for index, weight in expression.weights
        )
