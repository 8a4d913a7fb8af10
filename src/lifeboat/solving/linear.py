"""Reads sums of curves as linear forms of solver variables, and posts statements about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from lifeboat.decisions import Curve, Statement, Sum

Variable = cp_model.IntVar


class Peeked:
    """A curve whose value in a solution can be told before anything of it is posted."""

    def peek(self, slot: int, high: bool, value: Callable[[Form], int]) -> int:
        """Its greatest or least value in the solution that `value` reads."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Form:
    """Weights by variable index, and a number."""

    weights: tuple[tuple[int, int], ...]
    number: int

    @classmethod
    def of(cls, weights: dict[int, int], number: int) -> Form:
        """From weights that were added up."""
        return cls(tuple(sorted((k, w) for k, w in weights.items() if w)), number)


@dataclass(frozen=True, slots=True)
class PutOff:
    """That a curve is at least so much at each of some slots."""

    curve: Curve
    least: int
    slots: tuple[int, ...]
    unless: Variable | None


def add_to(weights: dict[int, int], value: Any, factor: int) -> int:
    """Add a reading, times a factor: a number, a variable or a form. Returns its plain number."""
    if isinstance(value, int):
        return factor * value
    if isinstance(value, Form):
        for index, weight in value.weights:
            weights[index] = weights.get(index, 0) + factor * weight
        return factor * value.number
    index = value.index
    weights[index] = weights.get(index, 0) + factor
    return 0


def plain(value: Any) -> Sum:
    """A variable, or a number, as a sum."""
    return Sum((), (), value) if isinstance(value, int) else Sum((), ((1, value),))


class Linear:
    """The model under construction."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self._variables: dict[int, Variable] = {}
        self._least: dict[int, int] = {}
        self._most: dict[int, int] = {}
        self._said: set[tuple[Form, int]] = set()
        self._put_off: list[tuple[int, PutOff]] = []
        self.needed: set[int] = set()
        """Which of what was put off, counted in the order of posting, has been posted since."""

    def flag(self, name: str) -> Variable:
        """A yes or no."""
        return self._known(self.model.new_bool_var(name), 1)

    def number(self, most: int, name: str, least: int = 0) -> Variable:
        """A whole number from `least` to `most`."""
        if (least, most) == (0, 1):
            return self.flag(name)
        return self._known(self.model.new_int_var(least, most, name), most, least)

    def _known(self, variable: Variable, most: int, least: int = 0) -> Variable:
        self._variables[variable.index] = variable
        self._least[variable.index] = least
        self._most[variable.index] = most
        return variable

    def all_variables(self) -> list[Variable]:
        """Every variable, in the order they were made."""
        return list(self._variables.values())

    def variable(self, index: int) -> Variable:
        """A variable by its index."""
        return self._variables[index]

    def read(self, total: Sum, kind: bool) -> Form:
        """Read a sum as high as it may be (`kind`), or as low."""
        weights: dict[int, int] = {}
        number = total.number
        for term in total.terms:
            high = (term.factor > 0) == kind
            value = term.curve.high(term.slot) if high else term.curve.low(term.slot)
            number += add_to(weights, value, term.factor)
        for factor, value in total.plain:
            number += add_to(weights, value, factor)
        return Form.of(weights, number)

    def form(self, curve: Curve, slot: int, kind: bool) -> Form:
        """Read a curve at a slot, as high as it may be (`kind`) or as low."""
        weights: dict[int, int] = {}
        number = curve.number
        for factor, known, shift in curve.parts:
            at = slot - shift
            value = known.high(at) if (factor > 0) == kind else known.low(at)
            number += add_to(weights, value, factor)
        return Form.of(weights, number)

    def expression(self, form: Form) -> Any:
        """A form as the solver writes it."""
        variables = [self._variables[index] for index, _ in form.weights]
        weights = [weight for _, weight in form.weights]
        return cp_model.LinearExpr.weighted_sum(variables, weights) + form.number

    def say(self, statement: Statement, unless: Variable | None = None) -> None:
        """Post a statement, read as kindly as it may be, unless a flag says that it is broken."""
        self._post(self.read(statement.at_least_zero, kind=True), unless)

    def say_each(self, many: PutOff) -> None:
        """Post that a curve is at least so much at each of some slots."""
        for slot in many.slots:
            form = self.form(many.curve, slot, kind=True)
            self._post(Form(form.weights, form.number - many.least), many.unless)

    def put_off(self, many: PutOff) -> None:
        """Keep it until a solution breaks it."""
        self._put_off.append((len(self._put_off), many))

    def say_needed(self, needed: set[int]) -> None:
        """Post what turned out to be needed on another grid of the same situation."""
        for index, many in self._put_off:
            if index in needed:
                self.say_each(many)
        self._put_off = [it for it in self._put_off if it[0] not in needed]
        self.needed |= needed

    def say_what_is_broken(self, value: Callable[[Variable], int]) -> bool:
        """Post whatever was put off and a solution breaks; tells whether there was any."""
        broken = {index for index, many in self._put_off if self._is_broken(many, value)}
        self.say_needed(broken)
        return bool(broken)

    def _is_broken(self, many: PutOff, value: Callable[[Variable], int]) -> bool:
        if many.unless is not None and value(many.unless):
            return False

        def told(form: Form) -> int:
            return form.number + sum(w * value(self._variables[k]) for k, w in form.weights)

        def at(slot: int) -> int:
            found = many.curve.number
            for factor, known, shift in many.curve.parts:
                if isinstance(known, Peeked):
                    found += factor * known.peek(slot - shift, factor > 0, told)
                else:
                    one = known.high(slot - shift) if factor > 0 else known.low(slot - shift)
                    found += factor * (one if isinstance(one, int) else value(one))
            return found

        return any(at(slot) < many.least for slot in many.slots)

    def _post(self, form: Form, unless: Variable | None) -> None:
        if self.least(form) >= 0 or (form, -1 if unless is None else unless.index) in self._said:
            return
        self._said.add((form, -1 if unless is None else unless.index))
        pair = self._implication(form)
        if unless is None and pair is not None:
            self.model.add_implication(*pair)
            return
        variables = [self._variables[index] for index, _ in form.weights]
        weights = [weight for _, weight in form.weights]
        left = cp_model.LinearExpr.weighted_sum(variables, weights)
        if form.weights:
            posted = self.model.add(left >= -form.number)
        else:
            posted = self.model.add_bool_or([])
        if unless is not None:
            posted.only_enforce_if(unless.negated())

    def equate(self, form: Form) -> None:
        """Post that a form is zero."""
        self.model.add(self.expression(form) == 0)

    def _implication(self, form: Form) -> tuple[Variable, Variable] | None:
        if form.number != 0 or sorted(weight for _, weight in form.weights) != [-1, 1]:
            return None
        after, before = sorted(form.weights, key=lambda it: -it[1])
        pair = self._variables[before[0]], self._variables[after[0]]
        return pair if all(self.is_flag(one) for one in pair) else None

    def is_flag(self, variable: Variable) -> bool:
        """Whether a variable is a yes or no."""
        return self._least[variable.index] == 0 and self._most[variable.index] == 1

    def least(self, form: Form) -> int:
        """A lower bound of a form."""
        least, most = self._least, self._most
        return form.number + sum(
            weight * (least[index] if weight > 0 else most[index]) for index, weight in form.weights
        )

    def greatest(self, form: Form) -> int:
        """An upper bound of a form."""
        least, most = self._least, self._most
        return form.number + sum(
            weight * (most[index] if weight > 0 else least[index]) for index, weight in form.weights
        )
