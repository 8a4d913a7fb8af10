"""What more is asked of a plan than the scenario asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeboat.decisions import Party
from lifeboat.situation.ship import Ship

if TYPE_CHECKING:
    from lifeboat.solving.formulation.decisions import Decider


class Choice:
    """Asks for nothing, unless a subclass says otherwise; what it asks holds on every grid."""

    def allows(self, party: Party, ship: Ship) -> bool:
        """Whether these people may go home on that vehicle."""
        return True

    def post(self, decide: Decider) -> None:
        """Say whatever else is asked."""


class Together(Choice):
    """All that several choices ask."""

    def __init__(self, *choices: Choice) -> None:
        self._choices = choices

    def allows(self, party: Party, ship: Ship) -> bool:
        return all(one.allows(party, ship) for one in self._choices)

    def post(self, decide: Decider) -> None:
        for one in self._choices:
            one.post(decide)


NOTHING_MORE = Choice()
