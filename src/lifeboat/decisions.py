"""What may be decided, in the words rules and goals are written in; no solver here.

A *curve* counts something at any time: has this vehicle docked by then, how many
of these people have gone home by then, how many are aboard. Rules compare
curves at slots (`launched.at(t) <= landed.at(t + life)`); goals add up what is
too much, slot by slot. Whoever solves decides what a curve is made of.

A curve may be known at some slots only. In between it is *at least* its value
at the last known slot and *at most* its value at the next one. A statement
takes the kind reading of every term, so what is refused is truly impossible and
what a goal costs is never overstated; a plan whose events all fall on known
slots is read exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from lifeboat.days import Slots
    from lifeboat.station.member import Member
    from lifeboat.station.ship import Ship, Way
    from lifeboat.station.situation import Situation


class Known(Protocol):
    """The solver's side of a curve: its least and greatest value at any slot."""

    @property
    def grows(self) -> bool:
        """Whether it never becomes less with time."""
        ...

    def low(self, slot: int) -> Any: ...
    def high(self, slot: int) -> Any: ...
    def lows(self) -> Sequence[int]:
        """The slots at which the least value changes."""
        ...

    def highs(self) -> Sequence[int]:
        """The slots at which the greatest value changes."""
        ...

    def told(self, solution: Any, high: bool) -> Any:
        """Its steps in a solution: of its greatest value (`high`) or of its least."""
        ...


@dataclass(frozen=True, slots=True)
class Term:
    """A curve at a slot, times a factor."""

    factor: int
    curve: Known
    slot: int


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of curves at slots, of plain decisions and of a number."""

    terms: tuple[Term, ...] = ()
    plain: tuple[tuple[int, Any], ...] = ()
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
        less = other * -1
        return Sum(self.terms + less.terms, self.plain + less.plain, self.number + less.number)

    def __rsub__(self, other: int) -> Sum:
        return self * -1 + other

    def __le__(self, other: Sum | int) -> Statement:
        return Statement(other - self)

    def __ge__(self, other: Sum | int) -> Statement:
        return Statement(self - other)


@dataclass(frozen=True, slots=True)
class Statement:
    """That a sum is not negative."""

    at_least_zero: Sum


@dataclass(frozen=True, slots=True)
class Curve:
    """A sum of known curves, each shifted in time: itself something that can be read at slots."""

    parts: tuple[tuple[int, Known, int], ...] = ()
    number: int = 0

    def at(self, slot: int) -> Sum:
        """Its value in a slot."""
        terms = tuple(Term(factor, curve, slot - shift) for factor, curve, shift in self.parts)
        return Sum(terms, (), self.number)

    def later(self, slots: int) -> Curve:
        """The same, that many slots later."""
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
        """The slots at which it may grow, read as high as it may be."""
        return {slot + shift for _, curve, shift in self.parts for slot in curve.highs()}

    def falls(self) -> set[int]:
        """The slots at which it may become less, read as high as it may be."""
        return {
            slot + shift
            for factor, curve, shift in self.parts
            if factor < 0 or not curve.grows
            for slot in (curve.lows() if factor < 0 else curve.highs())
        }

    def steps(self) -> set[int]:
        """The slots at which it may change, read as low as it may be."""
        return {
            slot + shift
            for factor, curve, shift in self.parts
            for slot in (curve.lows() if factor > 0 else curve.highs())
        }

    def changes(self) -> set[int]:
        """The slots at which any reading of it may change."""
        return {
            slot + shift
            for _, curve, shift in self.parts
            for slot in (*curve.lows(), *curve.highs())
        }


def total(curves: Iterable[Curve]) -> Curve:
    """All of them together."""
    parts: list[tuple[int, Known, int]] = []
    number = 0
    for curve in curves:
        parts.extend(curve.parts)
        number += curve.number
    return Curve(tuple(parts), number)


def total_of(sums: Iterable[Sum]) -> Sum:
    """All of these sums together."""
    terms: list[Term] = []
    plain: list[tuple[int, Any]] = []
    number = 0
    for one in sums:
        terms.extend(one.terms)
        plain.extend(one.plain)
        number += one.number
    return Sum(tuple(terms), tuple(plain), number)


@dataclass(frozen=True, slots=True)
class Party:
    """People who are interchangeable until they are named: same way up, skills, gear and limits."""

    members: tuple[Member, ...]

    @property
    def one(self) -> Member:
        """Any of them."""
        return self.members[0]

    @property
    def size(self) -> int:
        return len(self.members)

    def __hash__(self) -> int:
        return hash(self.members[0].name)


class Decisions(Protocol):
    """Everything a rule or goal may speak about and do."""

    @property
    def situation(self) -> Situation: ...

    @property
    def parties(self) -> Sequence[Party]: ...

    def flies(self, ship: Ship, way: Way | None = None) -> Sum:
        """1 if it comes up, in that mode or in any; 1 for a docked vehicle."""
        ...

    def launched(self, ship: Ship, way: Way | None = None) -> Curve:
        """1 from its launch on, in that mode or in any."""
        ...

    def docked(self, ship: Ship) -> Curve:
        """1 from its docking on, also after it has left."""
        ...

    def gone(self, ship: Ship) -> Curve:
        """1 from its undocking on."""
        ...

    def arrived(self, party: Party) -> Curve:
        """How many of them have come aboard."""
        ...

    def aboard(self, parties: Sequence[Party]) -> Curve:
        """How many of these people are aboard."""
        ...

    def left_on(self, party: Party, ship: Ship) -> Curve:
        """How many of them have left on that vehicle."""
        ...

    def rides_home(self, party: Party) -> Sequence[Ship]:
        """The vehicles that may take them home."""
        ...

    def comes_by(self, party: Party, ship: str, way: str) -> Sum:
        """How many of them come up on that vehicle in that mode."""
        ...

    def at_port(self, ship: Ship, port: str) -> Sum:
        """1 if that port, or one that is alike in every respect, is where it docks first."""
        ...

    def occupies(
        self, ship: Ship, ports: tuple[str, ...], slot: int, turn: int, until: int | None = None
    ) -> Sum:
        """At least 1 if it holds one of these like ports in a slot (or any up to `until`), or
        left it less than `turn` slots before.
        """
        ...

    def stays(self, ship: Ship, ports: tuple[str, ...], when: Slots) -> Iterable[tuple[int, int]]:
        """The parts of a window in which it could be at one of these ports, cut at its moves."""
        ...

    def same_ports(self) -> Sequence[tuple[str, ...]]:
        """The ports, those that are alike in every respect together."""
        ...

    def cells(self, ship: Ship, way: Way) -> Sequence[tuple[int, int]]:
        """Slots, first and last, in which its launch in a mode is told apart from others."""
        ...

    def committed(self, party: Party, ship: Ship) -> Curve:
        """How many of those who have come aboard will go home on that vehicle."""
        ...

    def is_strict(self, rule: str) -> bool:
        """Whether that rule is a `must`."""
        ...

    def never_more_leave(self, rule: str, ship: Ship, parties: Sequence[Party], most: int) -> None:
        """Post that no more than `most` of these people leave on a vehicle, whenever it goes."""
        ...

    def require(self, rule: str, subject: str, statement: Statement) -> None:
        """Post a statement of a rule about a subject.

        If the rule is a `should` that feeds no goal of its own, it may be broken for this
        subject as a whole, at the price of one in goal `broken`.
        """
        ...

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
        """Post that a curve is at least that much in slots `first` up to `end` of the horizon.

        What is `seldom` decisive is only posted once an answer would break it.
        """
        ...

    def since(self, slot: int) -> Curve:
        """1 from a known slot on."""
        ...

    def always(self, value: Sum) -> Curve:
        """A decision read as a curve: the same at every slot."""
        ...

    def broken(self) -> Sum:
        """How many times a `should` without a goal of its own is broken."""
        ...

    def excess(self, curve: Curve, first: int, end: int) -> Sum:
        """How far a curve is above zero, added up over slots `first` up to `end`."""
        ...

    def time_above(self, curve: Curve, most: int, first: int, end: int) -> Sum:
        """In how many slots a curve is above a number."""
        ...

    def above_zero(self, value: Sum) -> Sum:
        """How far a sum is above zero; nothing where it is not."""
        ...

    def at_least(self, value: Sum) -> Sum:
        """One decision that is no less than a sum, and no more than that where it matters."""
        ...

    def spent(self, curve: Curve, first: int, end: int) -> Sum:
        """A curve that is never negative, added up over slots `first` up to `end`."""
        ...

    def pin_liner(self, rule: str, subject: str, party: Party, where: str, during: Slots) -> None:
        """Keep a party of one's liner in a vehicle, with a place or without, or on the `station`,
        whenever aboard within a window.
        """
        ...

    def pin_seat(self, rule: str, subject: str, party: Party, ship: str, during: Slots) -> None:
        """Keep a party of one in a vehicle whenever they are aboard in a window."""
        ...

    def seating(self) -> Seating:
        """How many person-slots are spent on each quality of place."""
        ...


class Seating(Protocol):
    """Person-slots by the quality of the place."""

    @property
    def none(self) -> Sum: ...

    @property
    def damaged(self) -> Sum: ...

    @property
    def improvised(self) -> Sum: ...
