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


def dates_of_moves(situation: Situation, dates: Dates, one: Ship, other: Ship) -> None:
    """One takes a port when the other leaves it, or frees a port for the other."""
    turn = turn_round(situation)
    for mine, theirs in ((one, other), (other, one)):
        move = Event(mine.name, "move")
        dates.link(Event(theirs.name, "undock"), move, turn_between(situation, theirs, mine))
        dates.link(move, Event(theirs.name, "dock"), turn)
        dates.link(move, Event(theirs.name, "move"), turn)
