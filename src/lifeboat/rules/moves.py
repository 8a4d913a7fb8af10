"""Vehicles moved from port to port: when that can matter, and where it is not allowed."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation


def moves_not_allowed(situation: Situation) -> Iterator[str]:
    """Which vehicles stay at a port that others wait for, because no plan may move them."""
    docked = {ship.port: ship for ship in situation.ships.values() if ship.port is not None}
    for port, ship in docked.items():
        waiting = [
            it.name
            for it in situation.ships.values()
            if it.ways and set(it.ports) <= {*docked} and port in it.ports
        ]
        if ship.moving is None and waiting:
            yield (
                f"no relocations were allowed but those stated: {ship.name} is at {port}, where "
                f"{' and '.join(waiting)} would dock (`may_relocate` lets a plan move it)"
            )


def dates_of_moves(dates: Dates, mine: Ship, theirs: Ship, turn: int, after: int) -> None:
    """One vehicle takes a port when the other leaves it, or frees a port for the other.

    Args:
        dates: where to add them.
        mine: the vehicle that is moved.
        theirs: the other one.
        turn: the least slots from a move to another arrival at its port.
        after: the least slots from the other's undocking to the move.
    """
    move = Event(mine.name, "move")
    dates.link(Event(theirs.name, "undock"), move, after)
    dates.link(move, Event(theirs.name, "dock"), turn)
    dates.link(move, Event(theirs.name, "move"), turn)
