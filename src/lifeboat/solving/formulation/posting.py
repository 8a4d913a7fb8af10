"""Posts the constraints of rules, and sums what goals count."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lifeboat.curves import Curve, Decision, Statement, Sum, total_of
from lifeboat.rules import RULES
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import LazyConstraint, ModelBuilder
from lifeboat.solving.cpsat.expressions import LinearExpr, plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.chains import Fixed, Since, curve_of

BY_NAME = {rule.name: rule for rule in RULES}


@dataclass(eq=False)
class Posting:
    """The half of `lifeboat.decisions.Decisions` that applies to any curve."""

    situation: Situation
    builder: ModelBuilder
    _broken: dict[tuple[str, str], Variable] = field(default_factory=dict, init=False)
    """By rule and subject: whether a `should` is broken."""

    def is_strict(self, rule: str) -> bool:
        return BY_NAME[rule].is_strict(self.situation)

    def post(self, statement: Statement) -> None:
        self.builder.post(statement)

    def require(self, rule: str, subject: str, statement: Statement) -> None:
        self.builder.post(statement, self._unless(rule, subject))

    def never_below(
        self,
        rule: str,
        subject: str,
        curve: Curve,
        least: int = 0,
        first: int = 0,
        end: int | None = None,
        seldom: bool = False,
    ) -> None:
        first = max(0, first)
        end = self.situation.end if end is None else min(end, self.situation.end)
        marks = {first, *(slot for slot in curve.falls() if first < slot < end)}
        slots = sorted(marks) if first < end else []
        constraint = LazyConstraint(curve, least, tuple(slots), self._unless(rule, subject))
        if seldom:
            self.builder.post_lazily(constraint)
        else:
            self.builder.post_at_each(constraint)

    def _unless(self, rule: str, subject: str) -> Variable | None:
        if self.is_strict(rule) or BY_NAME[rule].feeds != "broken":
            return None
        key = rule, subject
        if key not in self._broken:
            self._broken[key] = self.builder.flag(f"{rule} broken for {subject}")
        return self._broken[key]

    def what_is_broken(self, value: Callable[[Decision], int]) -> frozenset[tuple[str, str]]:
        """The rules that a solution breaks, each with its subject."""
        return frozenset(key for key, flag in self._broken.items() if value(flag))

    def broken(self) -> Sum:
        return Sum((), tuple((1, flag) for flag in self._broken.values()))

    def since(self, slot: int) -> Curve:
        return curve_of(Since(slot))

    def always(self, value: Sum) -> Curve:
        assert not value.terms, "only a plain decision is the same at every slot"
        parts = tuple((factor, Fixed(decision), 0) for factor, decision in value.plain)
        return Curve(parts, value.number)

    def excess(self, curve: Curve, first: int = 0, end: int | None = None) -> Sum:
        return self.greatest_excess([curve], first, end)

    def greatest_excess(
        self, curves: Sequence[Curve], first: int = 0, end: int | None = None
    ) -> Sum:
        return total_of(
            self._above_zero(*(self.builder.expression(it, slot, False) for it in curves)) * slots
            for slot, slots in self._steps(curves, first, end)
        )

    def above_zero(self, value: Sum) -> Sum:
        return self._above_zero(self.builder.read(value, optimistic=False))

    def at_least(self, value: Sum) -> Sum:
        read = self.builder.read(value, optimistic=False)
        return self._as_sum(read) if len(read.weights) <= 1 else self._above_zero(read)

    def spent(self, curve: Curve, first: int = 0, end: int | None = None) -> Sum:
        return total_of(
            self._as_sum(self.builder.expression(curve, slot, optimistic=False)) * slots
            for slot, slots in self._steps([curve], first, end)
        )

    def time_above(self, curve: Curve, most: int, first: int = 0, end: int | None = None) -> Sum:
        found = []
        for slot, slots in self._steps([curve], first, end):
            read = self.builder.read(curve.at(slot) - most, optimistic=False)
            greatest = self.builder.greatest(read)
            if greatest > 0:
                above = self.builder.flag("above")
                self.builder.post(self._as_sum(read) <= plain(above) * greatest)
                found.append(plain(above) * slots)
        return total_of(found)

    def _above_zero(self, *expressions: LinearExpr) -> Sum:
        """How far the greatest of some expressions is above zero."""
        positive = [it for it in expressions if self.builder.greatest(it) > 0]
        if not positive:
            return Sum()
        if len(positive) == 1 and self.builder.least(positive[0]) >= 0:
            return self._as_sum(positive[0])
        most = max(self.builder.greatest(it) for it in positive)
        excess = plain(self.builder.number(most, "excess"))
        for expression in positive:
            self.builder.post(self._as_sum(expression) <= excess)
        return excess

    def _as_sum(self, expression: LinearExpr) -> Sum:
        pairs = ((weight, self.builder.variable(index)) for index, weight in expression.weights)
        return Sum((), tuple(pairs), expression.number)

    def _steps(self, curves: Sequence[Curve], first: int, end: int | None) -> list[tuple[int, int]]:
        """Stretches of slots in which no curve's reading changes: first slot and length."""
        first, end = max(0, first), self.situation.end if end is None else end
        if first >= end:
            return []
        steps = {slot for curve in curves for slot in curve.steps() if first < slot < end}
        marks = [first, *sorted(steps), end]
        return [(slot, after - slot) for slot, after in itertools.pairwise(marks)]
