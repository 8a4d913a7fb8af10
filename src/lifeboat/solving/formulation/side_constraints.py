"""Side constraints: what a plan must satisfy besides the rules of its scenario."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.goals import Weighed
from lifeboat.situation.ship import Ship


class SideConstraint:
    """Requires nothing; subclasses do. It holds on every grid of dates."""

    def allows(self, party: Party, ship: Ship) -> bool:
        """Whether these people may go home on that vehicle."""
        return True

    def post(self, decide: Decisions) -> None:
        """Post whatever else it requires."""


class AllOf(SideConstraint):
    """Several side constraints at once."""

    def __init__(self, *sides: SideConstraint) -> None:
        self._sides = sides

    def allows(self, party: Party, ship: Ship) -> bool:
        return all(side.allows(party, ship) for side in self._sides)

    def post(self, decide: Decisions) -> None:
        for side in self._sides:
            side.post(decide)


@dataclass(frozen=True, slots=True)
class OtherFlight(SideConstraint):
    """A vehicle flies in a given mode or, with None, not at all."""

    ship: str
    mode: str | None
    on_its_date: bool = False
    """Whether it is launched on its planned date."""

    def post(self, decide: Decisions) -> None:
        ship = decide.situation.ships[self.ship]
        if self.mode is None:
            decide.post(decide.flights.flies(ship) <= 0)
            return
        way = ship.way(self.mode)
        decide.post(decide.flights.flies(ship, way) >= 1)
        if self.on_its_date and ship.planned_within is not None:
            first, last = ship.planned_within.edges
            launched = decide.flights.launched(ship, way)
            decide.post(launched.at(first - 1) <= 0)
            decide.post(launched.at(last) >= 1)


@dataclass(frozen=True, slots=True)
class OtherRide(SideConstraint):
    """At least one of some people goes home on a given vehicle."""

    people: frozenset[str]
    """With any of several who are alike, all of them are meant."""
    ship: str

    def post(self, decide: Decisions) -> None:
        rides = Sum()
        for party in decide.parties:
            able = decide.people.rides_home(party)
            home = next((it for it in able if it.name == self.ship), None)
            named = any(member.name in self.people for member in party.members)
            if named and home is not None:
                rides = rides + decide.people.rides(party, home)
        decide.post(rides >= 1)


@dataclass(frozen=True, slots=True)
class NoMore(SideConstraint):
    """A goal, or several weighed together, is no more than a value."""

    goal: Weighed
    most: Fraction
    """In days or in things, however long a slot is."""

    def post(self, decide: Decisions) -> None:
        situation = decide.situation
        cost = total_of(
            it.cost(decide) * (weight * self.goal.scale(situation, it))
            for it, weight in self.goal.parts
        )
        per_unit = situation.clock.per_day if self.goal.in_time else 1
        decide.post(cost <= int(self.most * per_unit))


NO_SIDE_CONSTRAINT = SideConstraint()
