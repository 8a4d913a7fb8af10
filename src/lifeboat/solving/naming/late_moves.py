"""Chosen moves to another port, made no sooner than they have to be: so long they may be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lifeboat.situation.closures import closures
from lifeboat.situation.ship import Moving, Ship
from lifeboat.situation.situation import Situation
from lifeboat.situation.turn_round import turn_round
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.naming.ports import Berth


def moved_late(
    situation: Situation, schedule: Schedule, berths: Mapping[str, Berth]
) -> dict[str, Berth]:
    """The same ports, with each move that is not as planned just before its port is needed."""
    found = dict(berths)
    for name, berth in berths.items():
        ship = situation.ships[name]
        if berth.move is None or ship.moving is None or berth.move in ship.relocations:
            continue
        slot, port = berth.move
        needed = min(_needed_from(situation, schedule, found, ship), default=slot)
        if berth.undock is not None:
            needed = min(needed, berth.undock - ship.moving.apart)
        found[name] = replace(berth, move=(_as_late_as_may_be(ship.moving, slot, needed), port))
    return found


def _needed_from(
    situation: Situation, schedule: Schedule, berths: Mapping[str, Berth], ship: Ship
) -> Iterator[int]:
    """The slots from which something keeps a vehicle out of the port it is moved away from."""
    mine = berths[ship.name]
    assert mine.move is not None
    left, turn = mine.move[0], turn_round(situation)
    for name, berth in berths.items():
        for slot, port in _arrivals(situation.ships[name], schedule.flights[name].dock, berth):
            if name != ship.name and port == mine.port and slot >= left + turn:
                yield slot - max(1, turn)
    for when, _ in closures(situation, mine.port, ship):
        if left <= when.first < situation.end:
            yield when.first


def _arrivals(ship: Ship, dock: int, berth: Berth) -> Iterator[tuple[int, str]]:
    yield dock, berth.port
    yield from ship.fixed_moves
    if berth.move is not None:
        yield berth.move


def _as_late_as_may_be(moving: Moving, slot: int, needed: int) -> int:
    """The last slot in which a move is allowed, up to `needed`; no sooner than it is planned."""
    last = (min(span.end - 1, needed) for span in moving.spans if span.first <= needed)
    return max((slot, *last))
