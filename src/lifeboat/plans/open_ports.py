"""At which port a vehicle docks where a plan leaves that open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lifeboat.plans.voyages import Stop, Voyage
from lifeboat.situation.closures import closures
from lifeboat.situation.situation import Situation
from lifeboat.situation.turn_round import turn_between, turn_round


def with_ports(situation: Situation, voyages: dict[str, Voyage]) -> dict[str, Voyage]:
    """Choose each port that the plan leaves open: of those that fit and are free, the first that is
    not closed and has its turn-round, counted in slots; if there is none, the first that has one of
    the two, or else the first.
    """
    known = dict(voyages)
    for name, voyage in sorted(voyages.items(), key=lambda item: item[1].dock):
        first = voyage.stops[0]
        if first.port is not None:
            continue
        others = [it for it in known.values() if it.ship.name != name]
        free = [port for port in voyage.ship.ports if _is_free(port, voyage, others)]
        port = min(
            free, key=lambda port: _reasons_against(situation, port, voyage, others), default=None
        )
        stops = (Stop(port, first.first, first.end), *voyage.stops[1:])
        known[name] = replace(voyage, stops=stops)
    return {name: known[name] for name in voyages}


def _is_free(port: str, voyage: Voyage, others: Iterable[Voyage]) -> bool:
    mine = voyage.stops[0]
    at_port = (it for other in others for it in other.stops if it.port == port)
    return not any(it.first < mine.end and mine.first < it.end for it in at_port)


def _reasons_against(
    situation: Situation, port: str, voyage: Voyage, others: Iterable[Voyage]
) -> int:
    """Whether it is closed at some time, and whether another vehicle is there too soon before or
    after.
    """
    stop = voyage.stops[0]
    shut = (slots for slots, _ in closures(situation, port, voyage.ship))
    is_closed = not all(it.end <= stop.first or stop.end <= it.first for it in shut)
    return is_closed + any(
        theirs.port == port
        and (
            _follows_too_soon(situation, voyage, stop, other, theirs)
            or _follows_too_soon(situation, other, theirs, voyage, stop)
        )
        for other in others
        for theirs in other.stops
    )


def _follows_too_soon(
    situation: Situation, first: Voyage, left: Stop, then: Voyage, comes: Stop
) -> bool:
    """Whether one vehicle comes to a port too soon after another has left it; one that only moves
    to another port takes those who sit in it along.
    """
    is_last = left is first.stops[-1]
    wait = turn_between(situation, first.ship, then.ship) if is_last else turn_round(situation)
    return left.end <= comes.first < left.end + wait
