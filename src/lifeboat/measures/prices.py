"""What a measure costs: as the scenario says, or as is usual."""

from __future__ import annotations

from lifeboat.scenario.repairs import PRICES
from lifeboat.scenario.scenario import Scenario

NOT_AT_ALL = -1
"""The price of what may not be touched."""


def price_of(scenario: Scenario, kind: str) -> int:
    """The price of one day, place or person of a kind of measure; `NOT_AT_ALL` if it has none."""
    said = scenario.repairs.get(kind, PRICES[kind])  # type: ignore[call-overload]
    return NOT_AT_ALL if said == "never" else int(said)
