"""What may be decided about a situation, in the words rules and goals are written in.

Rules and goals know these protocols, not the solver. Whoever solves implements them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from lifeboat.curves import Curve, Statement, Sum
from lifeboat.situation.clock import Slots
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship, Way
from lifeboat.situation.situation import Situation


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


class FlightDecisions(Protocol):
    """When vehicles are launched, dock and undock."""

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

    def cells(self, ship: Ship, way: Way) -> Sequence[tuple[int, int]]:
        """The stretches of slots, first and last, within which its launch dates in a mode are not
        told apart.
        """
        ...


class PeopleDecisions(Protocol):
    """Who comes aboard, and who goes home on what, by numbers."""

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

    def committed(self, party: Party, ship: Ship) -> Curve:
        """How many of those who have come aboard will go home on that vehicle."""
        ...

    def departures(self, ship: Ship, parties: Sequence[Party]) -> Iterable[tuple[Sum, Sum]]:
        """For each date it may leave on: how many of these people leave then, and 1 if it does."""
        ...


class PortDecisions(Protocol):
    """Which port a vehicle docks at, and which vehicle holds a port when."""

    @property
    def groups(self) -> Sequence[tuple[str, ...]]:
        """All ports, those that are alike in every respect together."""
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


class SeatingDecisions(Protocol):
    """How many person-slots are spent on each quality of place, and who must sit where."""

    @property
    def none(self) -> Sum:
        """Person-slots without any place."""
        ...

    @property
    def damaged(self) -> Sum: ...

    @property
    def improvised(self) -> Sum: ...

    def pin(self, rule: str, subject: str, party: Party, ship: str, during: Slots) -> None:
        """Keep a party of one in a vehicle whenever they are aboard in a window."""
        ...

    def pin_liner(self, rule: str, subject: str, party: Party, where: str, during: Slots) -> None:
        """Keep a party of one's liner in a vehicle, with a place or without, or on the `station`,
        whenever aboard within a window.
        """
        ...


class Decisions(Protocol):
    """Everything a rule or goal may speak about and do."""

    @property
    def situation(self) -> Situation: ...

    @property
    def parties(self) -> Sequence[Party]: ...

    @property
    def flights(self) -> FlightDecisions: ...

    @property
    def people(self) -> PeopleDecisions: ...

    @property
    def ports(self) -> PortDecisions: ...

    @property
    def seating(self) -> SeatingDecisions: ...

    def is_strict(self, rule: str) -> bool:
        """Whether that rule is a `must`."""
        ...

    def post(self, statement: Statement) -> None:
        """Post a statement that has to hold whatever rules are broken."""
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

        What is `seldom` decisive is posted only once a solution breaks it.
        """
        ...

    def broken(self) -> Sum:
        """How many times a `should` without a goal of its own is broken."""
        ...

    def since(self, slot: int) -> Curve:
        """1 from a known slot on."""
        ...

    def always(self, value: Sum) -> Curve:
        """A decision read as a curve: the same at every slot."""
        ...

    def excess(self, curve: Curve, first: int, end: int) -> Sum:
        """How far a curve is above zero, added up over slots `first` up to `end`."""
        ...

    def spent(self, curve: Curve, first: int, end: int) -> Sum:
        """A curve that is never negative, added up over slots `first` up to `end`."""
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
