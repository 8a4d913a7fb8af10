"""Builds a model: reads sums of curves as linear expressions, and posts statements about them."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lifeboat.curves import Curve, Statement, Sum
from lifeboat.solving.cpsat.expressions import LinearExpr, add_to
from lifeboat.solving.cpsat.model import Model, Variable
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.stopping import GivenUpError, Stop, never


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Meanwhile no garbage is looked for: there is none in a model under construction, and to look
    through all of it again and again takes a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


OFTEN = 64
"""After so many variables and constraints it is looked again whether to stop."""


@dataclass(frozen=True, slots=True)
class LazyConstraint:
    """A curve is at least `least` at each of some slots; posted once a solution breaks it."""

    curve: Curve
    least: int
    slots: tuple[int, ...]
    unless: Variable | None
    """If this variable is 1, the constraint need not hold."""

    def violated(self, solution: Solution) -> frozenset[int]:
        """The slots at which a solution breaks it."""
        if self.unless is not None and solution.value(self.unless):
            return frozenset()
        values = solution.steps(self.curve, high=True).at(self.slots)
        pairs = zip(self.slots, values, strict=True)
        return frozenset(slot for slot, value in pairs if value < self.least)

    def last_at(self, slot: int) -> int | None:
        """The last of its slots that is no later than another."""
        index = bisect_right(self.slots, slot)
        return self.slots[index - 1] if index else None


Active = frozenset[tuple[int, int]]
"""Lazy constraints that were needed, by their number in the order of `post_lazily`, with the slots
at which they were."""


class ModelBuilder:
    """The model under construction.

    Raises `GivenUpError` from whatever adds to it once it is to stop: a large model takes
    seconds to build, and half of it is of no use.
    """

    def __init__(self, stop: Stop = never) -> None:
        self.model = Model()
        self.stop = stop
        """Whether to give up; looked at now and then."""
        self._added = 0
        self._variables: list[Variable] = []
        self._least: list[int] = []
        self._most: list[int] = []
        self._posted: set[tuple[LinearExpr, int]] = set()
        self._lazy: list[LazyConstraint] = []
        self._posted_at: set[tuple[int, int]] = set()
        self.active: Active = frozenset()
        """What has been needed of the lazy constraints so far."""

    def flag(self, name: str) -> Variable:
        """A new 0-1 variable."""
        return self.number(1, name)

    def number(self, most: int, name: str, least: int = 0) -> Variable:
        """A new integer variable from `least` to `most`."""
        self._look()
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
            if isinstance(value, Variable):
                weights[value.index] = weights.get(value.index, 0) + factor
            else:
                number += add_to(weights, value, factor)
        return LinearExpr.of(weights, number)

    def collected(self, total: Sum) -> Sum:
        """The lowest reading of a sum, each variable once: a sum that is quickly read again."""
        read = self.read(total, optimistic=False)
        pairs = ((weight, self.variable(index)) for index, weight in read.weights)
        return Sum((), tuple(pairs), read.number)

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
            self._post_at(many, slot)

    def post_lazily(self, many: LazyConstraint) -> None:
        """Hold a constraint back until a solution breaks it."""
        self._lazy.append(many)

    def activate(self, needed: Active) -> None:
        """Post what was needed of the lazy constraints, also on another grid of the same
        situation.
        """
        self.active |= needed
        for number, slot in sorted(needed):
            at = self._lazy[number].last_at(slot)
            if at is not None and (number, at) not in self._posted_at:
                self._post_at(self._lazy[number], at)
                self._posted_at.add((number, at))

    def post_violated(self, solution: Solution, wholly: bool = False) -> bool:
        """Post the lazy constraints where a solution breaks them, or those `wholly`, at each of
        their slots; returns whether it breaks any.
        """
        violated = frozenset(
            (number, slot)
            for number, many in enumerate(self._lazy)
            for slot in many.violated(solution)
            if (number, slot) not in self._posted_at
        )
        if wholly:
            numbers = {number for number, _ in violated}
            violated = frozenset((it, slot) for it in numbers for slot in self._lazy[it].slots)
        self.activate(violated)
        return bool(violated)

    def post_all_lazy(self) -> None:
        """Post every lazy constraint at each of its slots."""
        numbered = enumerate(self._lazy)
        self.activate(frozenset((number, slot) for number, it in numbered for slot in it.slots))

    def _look(self) -> None:
        self._added += 1
        if self._added % OFTEN == 0 and self.stop():
            raise GivenUpError

    def _post_at(self, many: LazyConstraint, slot: int) -> None:
        read = self.expression(many.curve, slot, optimistic=True)
        self._post(LinearExpr(read.weights, read.number - many.least), many.unless)

    def _post(self, expression: LinearExpr, unless: Variable | None) -> None:
        self._look()
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
