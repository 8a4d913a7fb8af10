"""When a port is closed."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.scenario.facilities import Closure
from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


def closures(situation: Situation, port: str, ship: Ship) -> Iterator[tuple[Slots, Closure]]:
    """When a port is closed for a vehicle."""
    for closure in situation.scenario.ports[port].closures.values():
        if closure.types is None or ship.type in closure.types:
            yield situation.clock.slots(closure.during), closure
