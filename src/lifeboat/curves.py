"""Curves, which count something over time, and the statements made about them; no solver here.

A *curve* has a value at every slot: whether this vehicle has docked by then, how
many of these people have gone home by then, how many are aboard. Rules compare
curves at slots (`launched.at(t) <= landed.at(t + life)`); goals sum an excess
slot by slot. The solver's side decides what a curve is made of.

A curve that only grows may be known at some slots only. Between two of them it is
*at least* its value at the earlier one and *at most* its value at the later one.
A statement is read optimistically, term by term: what it refuses is truly
impossible, and the cost of a goal is never overstated. A plan whose events all
fall on known slots is read exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

Decision = object
"""Something the solver decides, such as one of its variables; opaque to this module."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A step function of time: its initial value, and its change at each slot where it changes."""

    start: int
    changes: Mapping[int, int]

    def at(self, slots: Iterable[int]) -> Iterator[int]:
        """Its values at the given slots, which must ascend."""
        value, waiting = self.start, iter(sorted(self.changes))
        following = next(waiting, None)
        for slot in slots:
            while following is not None and following <= slot:
                value += self.changes[following]
                following = next(waiting, None)
            yield value

    def above(self, least: int) -> Steps:
        """How far it is above `least`; 0 where it is not."""
        slots = sorted(self.changes)
        values = [max(0, value - least) for value in (self.start, *self.at(slots))]
        pairs = zip(slots, pairwise(values), strict=True)
        return Steps(values[0], {slot: after - before for slot, (before, after) in pairs})


class Assignment(Protocol):
    """A value for every decision."""

    def value(self, decision: Decision) -> int: ...

    def steps(self, curve: Curve, high: bool) -> Steps: ...


class Known(Protocol):
    """The solver's side of a curve: its least and greatest value at any slot."""

    @property
    def grows(self) -> bool:
        """Whether it never falls over time."""
        ...

    def low(self, slot: int) -> Decision: ...

    def high(self, slot: int) -> Decision: ...

    def lows(self) -> Sequence[int]:
        """The slots at which the least value changes."""
        ...

    def highs(self) -> Sequence[int]:
        """The slots at which the greatest value changes."""
        ...

    def steps(self, assignment: Assignment, high: bool) -> Steps:
        """Its greatest value (`high`) or its least over time, once everything is decided."""
        ...


# None of these is changed once it is made. They are made by the hundred thousand, and that takes
# three times as long where a class is frozen.


@dataclass(slots=True)
class Term:
    """A curve at a slot, times a factor."""

    factor: int
    curve: Known
    slot: int


@dataclass(slots=True)
class Sum:
    """A sum of curves at slots, plain decisions and a constant."""

    terms: tuple[Term, ...] = ()
    plain: tuple[tuple[int, Decision], ...] = ()
    number: int = 0

    def __add__(self, other: Sum | int) -> Sum:
        if isinstance(other, int):
            return Sum(self.terms, self.plain, self.number + other)
        return Sum(self.terms + other.terms, self.plain + other.plain, self.number + other.number)

    __radd__ = __add__

    def __mul__(self, factor: int) -> Sum:
        if factor == 0:
            return Sum()
        return Sum(
            tuple(Term(term.factor * factor, term.curve, term.slot) for term in self.terms),
            tuple((weight * factor, decision) for weight, decision in self.plain),
            self.number * factor,
        )

    __rmul__ = __mul__

    def __sub__(self, other: Sum | int) -> Sum:
        if isinstance(other, int):
            return Sum(self.terms, self.plain, self.number - other)
        terms = (Term(-term.factor, term.curve, term.slot) for term in other.terms)
        plain = ((-weight, decision) for weight, decision in other.plain)
        return Sum((*self.terms, *terms), (*self.plain, *plain), self.number - other.number)

    def __rsub__(self, other: int) -> Sum:
        return self * -1 + other

    def __le__(self, other: Sum | int) -> Statement:
        return Statement(other - self)

    def __ge__(self, other: Sum | int) -> Statement:
        return Statement(self - other)


@dataclass(slots=True)
class Statement:
    """The statement that a sum is not negative."""

    at_least_zero: Sum


@dataclass(slots=True)
class Curve:
    """A sum of known curves, each shifted in time; it can itself be read at slots."""

    parts: tuple[tuple[int, Known, int], ...] = ()
    number: int = 0

    def at(self, slot: int) -> Sum:
        """Its value at a slot."""
        terms = tuple(Term(factor, curve, slot - shift) for factor, curve, shift in self.parts)
        return Sum(terms, (), self.number)

    def later(self, slots: int) -> Curve:
        """The same curve, that many slots later."""
        parts = tuple((factor, curve, shift + slots) for factor, curve, shift in self.parts)
        return Curve(parts, self.number)

    def __add__(self, other: Curve | int) -> Curve:
        if isinstance(other, int):
            return Curve(self.parts, self.number + other)
        return Curve(self.parts + other.parts, self.number + other.number)

    def __sub__(self, other: Curve | int) -> Curve:
        return self + other * -1

    def __mul__(self, factor: int) -> Curve:
        parts = tuple((factor * own, curve, shift) for own, curve, shift in self.parts)
        return Curve(parts, factor * self.number)

    def highs(self) -> set[int]:
        """The slots at which its highest reading can rise."""
        return {slot + shift for _, curve, shift in self.parts for slot in curve.highs()}

    def falls(self) -> set[int]:
        """The slots at which its highest reading can fall."""
        return {
            slot + shift
            for factor, curve, shift in self.parts
            if factor < 0 or not curve.grows
            for slot in (curve.lows() if factor < 0 else curve.highs())
        }

    def steps(self) -> set[int]:
        """The slots at which its lowest reading can change."""
        return {
            slot + shift
            for factor, curve, shift in self.parts
            for slot in (curve.lows() if factor > 0 else curve.highs())
        }

    def changes(self) -> set[int]:
        """The slots at which any reading of it can change."""
        return {
            slot + shift
            for _, curve, shift in self.parts
            for slot in (*curve.lows(), *curve.highs())
        }


def total(curves: Iterable[Curve]) -> Curve:
    """The sum of some curves."""
    parts: list[tuple[int, Known, int]] = []
    number = 0
    for curve in curves:
        parts.extend(curve.parts)
        number += curve.number
    return Curve(tuple(parts), number)


def total_of(sums: Iterable[Sum]) -> Sum:
    """The sum of some sums."""
    terms: list[Term] = []
    plain: list[tuple[int, Decision]] = []
    number = 0
    for one in sums:
        terms.extend(one.terms)
        plain.extend(one.plain)
        number += one.number
    return Sum(tuple(terms), tuple(plain), number)
