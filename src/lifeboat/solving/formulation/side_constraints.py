"""Side constraints: what a plan must satisfy besides the rules of its scenario."""

from __future__ import annotations

from lifeboat.decisions import Decisions, Party
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


NO_SIDE_CONSTRAINT = SideConstraint()
