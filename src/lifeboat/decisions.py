"""What can be decided about a situation, in the terms in which rules and goals are written.

Rules and goals know these protocols, not the solver, whose side implements them.
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
    """People who are interchangeable until named: same flights up, skills, gear and limits."""

    members: tuple[Member, ...]

    @property
    def one(self) -> Member:
        """Any one of them."""
        return self.members[0]

    @property
    def size(self) -> int:
        return len(self.members)

    def __hash__(self) -> int:
        return hash(self.members[0].name)


class FlightDecisions(Protocol):
    """When vehicles are launched, dock and undock."""

    def flies(self, ship: Ship, way: Way | None = None) -> Sum:
        """1 if it is launched, in that mode or in any; 1 for a docked vehicle."""
        ...

    def launched(self, ship: Ship, way: Way | None = None) -> Curve:
        """1 from its launch on, in that mode or in any."""
        ...

    def docked(self, ship: Ship) -> Curve:
        """1 from its docking on, even after it has left."""
        ...

    def gone(self, ship: Ship) -> Curve:
        """1 from its undocking on."""
        ...

    def moved(self, ship: Ship) -> Curve:
        """1 from its move to another port on, where that is a choice; else 0."""
        ...

    def life_over(self, ship: Ship) -> Curve:
        """1 from the slot on in which it is past its life, but not before it has docked."""
        ...

    def cells(self, ship: Ship, way: Way) -> Sequence[tuple[int, int]]:
        """The stretches of slots (first, last) that count as one launch date in a mode."""
        ...


class PeopleDecisions(Protocol):
    """How many people come aboard, and how many go home on which vehicle."""

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
        """The vehicles that can take them home."""
        ...

    def rides(self, party: Party, ship: Ship) -> Sum:
        """How many of them go home on that vehicle."""
        ...

    def comes_by(self, party: Party, ship: str, way: str) -> Sum:
        """How many of them come up on that vehicle in that mode."""
        ...

    def leaving_with(self, party: Party, ship: Ship) -> Curve:
        """How many of those aboard would leave with that vehicle, if it is there: they are to go
        home on it, or to stay beyond the horizon and it is their planned way home.
        """
        ...

    def stranded(self, parties: Sequence[Party], ship: Ship) -> Curve | None:
        """How many of those aboard stay beyond the horizon, and would leave with that vehicle
        because it is the only one with seats; None if nobody ever would.
        """
        ...

    def departures(self, ship: Ship, parties: Sequence[Party]) -> Iterable[tuple[Sum, Sum]]:
        """For each date of its departure: how many of these people leave then, and 1 if it does."""
        ...


class PortDecisions(Protocol):
    """Which port a vehicle docks at, and which vehicle holds a port when."""

    @property
    def groups(self) -> Sequence[tuple[str, ...]]:
        """All ports, grouped with those that are alike in every respect."""
        ...

    def at_port(self, ship: Ship, port: str) -> Sum:
        """1 if it docks first at that port, or at one that is alike in every respect."""
        ...

    def occupies(
        self,
        ship: Ship,
        ports: tuple[str, ...],
        slot: int,
        turn: int,
        until: int | None = None,
        away: int | None = None,
    ) -> Sum:
        """At least 1 if it holds one of these like ports in a slot (or in any up to `until`, or in
        it and, for `until=slot`, in the one before), or left one less than `turn` slots before;
        `away` stands for `turn` where it left by undocking.
        """
        ...

    def stays(self, ship: Ship, ports: tuple[str, ...], when: Slots) -> Iterable[tuple[int, int]]:
        """The parts of a window in which it can be at one of these ports, cut at relocations."""
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
        """Keep a party of one in a vehicle whenever they are aboard within a window."""
        ...

    def pin_liner(self, rule: str, subject: str, party: Party, where: str, during: Slots) -> None:
        """Keep the liner of a party of one in a vehicle, with a place or without, or on the
        `station`, whenever they are aboard within a window.
        """
        ...

    def keep_out(self, rule: str, subject: str, party: Party, ship: str, during: Slots) -> None:
        """Keep the liner of a party of one out of a vehicle throughout a window."""
        ...


class Decisions(Protocol):
    """Everything a rule or goal can read and post."""

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
        """Post a statement that must hold, whichever rules are broken."""
        ...

    def require(self, rule: str, subject: str, statement: Statement) -> None:
        """Post a statement of a rule about a subject.

        If the rule is a `should` that feeds no goal of its own, it may be broken for this
        subject as a whole, which adds one to goal `broken`.
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
        """Post that a curve is at least `least` in slots `first` up to `end` of the horizon.

        A constraint that `seldom` binds is lazy: posted only once a solution breaks it.
        """
        ...

    def broken(self) -> Sum:
        """How often a `should` without a goal of its own is broken."""
        ...

    def since(self, slot: int) -> Curve:
        """1 from a known slot on."""
        ...

    def always(self, value: Sum) -> Curve:
        """A decision as a curve: the same at every slot."""
        ...

    def excess(self, curve: Curve, first: int = 0, end: int | None = None) -> Sum:
        """How far a curve is above zero, summed over slots `first` up to `end`, if that is not
        given to the end of the horizon.
        """
        ...

    def greatest_excess(
        self, curves: Sequence[Curve], first: int = 0, end: int | None = None
    ) -> Sum:
        """How far the greatest of some curves is above zero, summed over slots likewise."""
        ...

    def spent(self, curve: Curve, first: int = 0, end: int | None = None) -> Sum:
        """A curve that is never negative, summed over slots likewise."""
        ...

    def time_above(self, curve: Curve, most: int, first: int = 0, end: int | None = None) -> Sum:
        """The number of slots in which a curve is above `most`, likewise."""
        ...

    def above_zero(self, value: Sum) -> Sum:
        """How far a sum is above zero; 0 where it is not."""
        ...

    def at_least(self, value: Sum) -> Sum:
        """One decision that is at least a sum, and equal to it wherever that matters."""
        ...
