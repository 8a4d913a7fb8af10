"""Reads sums of curves as linear forms of solver variables, and posts statements about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lifeboat.curves import Curve, Statement, Sum
from lifeboat.solving.cpsat.model import Program, Variable
from lifeboat.solving.cpsat.solution import Solution


@dataclass(frozen=True, slots=True)
class Form:
    """Weights by variable index, and a number."""

    weights: tuple[tuple[int, int], ...]
    number: int

    @classmethod
    def of(cls, weights: dict[int, int], number: int) -> Form:
        """From weights that were added up."""
        if 0 in weights.values():
            weights = {index: weight for index, weight in weights.items() if weight}
        return cls(tuple(weights.items()), number)


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


def all_of(variables: Iterable[Variable]) -> Sum:
    """How many of some flags hold."""
    return Sum((), tuple((1, variable) for variable in variables))


class Linear:
    """The program under construction."""

    def __init__(self) -> None:
        self.program = Program()
        self._variables: list[Variable] = []
        self._least: list[int] = []
        self._most: list[int] = []
        self._said: set[tuple[Form, int]] = set()
        self._put_off: list[tuple[int, PutOff]] = []
        self.needed: set[int] = set()
        """Which of what was put off, counted in the order of posting, has been posted since."""

    def flag(self, name: str) -> Variable:
        """A yes or no."""
        return self.number(1, name)

    def number(self, most: int, name: str, least: int = 0) -> Variable:
        """A whole number from `least` to `most`."""
        variable = self.program.variable(least, most, name)
        self._variables.append(variable)
        self._least.append(least)
        self._most.append(most)
        return variable

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

    def say(self, statement: Statement, unless: Variable | None = None) -> None:
        """Post a statement, read as kindly as it may be, unless a flag says that it is broken."""
        self._post(self.read(statement.at_least_zero, kind=True), unless)

    def say_where(self, flags: Iterable[Variable], statement: Statement) -> None:
        """Post a statement that holds where all of some flags do."""
        form = self.read(statement.at_least_zero, kind=True)
        self.program.row(form.weights, -form.number, given=[flag.index for flag in flags])

    def say_greatest(self, variable: Variable, sums: Iterable[Sum]) -> None:
        """Post that a variable is the greatest of some sums."""
        forms = (self.read(one, kind=True) for one in sums)
        self.program.greatest(variable, ((form.weights, form.number) for form in forms))

    def equate(self, form: Form) -> None:
        """Post that a form is zero."""
        self.program.row(form.weights, -form.number, -form.number)

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

    def say_what_is_broken(self, solution: Solution) -> bool:
        """Post whatever was put off and a solution breaks; tells whether there was any."""
        broken = {index for index, many in self._put_off if _is_broken(many, solution)}
        self.say_needed(broken)
        return bool(broken)

    def _post(self, form: Form, unless: Variable | None) -> None:
        said = (form, -1 if unless is None else unless.index)
        if said in self._said or self.least(form) >= 0:
            return
        self._said.add(said)
        if unless is not None:
            self.program.row(form.weights, -form.number, given=[unless.negated])
        elif (pair := self._implication(form)) is not None:
            self.program.implication(*pair)
        else:
            self.program.row(form.weights, -form.number)

    def _implication(self, form: Form) -> tuple[int, int] | None:
        """The two flags of which one is nowhere without the other, if that is what it says."""
        if form.number != 0 or len(form.weights) != 2:
            return None
        (one, weight), (other, opposite) = form.weights
        if {weight, opposite} != {-1, 1} or not (self.is_flag(one) and self.is_flag(other)):
            return None
        return (one, other) if weight < 0 else (other, one)

    def is_flag(self, index: int) -> bool:
        """Whether a variable is a yes or no."""
        return self._least[index] == 0 and self._most[index] == 1

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


def _is_broken(many: PutOff, solution: Solution) -> bool:
    if many.unless is not None and solution.value(many.unless):
        return False
    values = solution.steps(many.curve, high=True).at(many.slots)
    return any(value < many.least for value in values)
