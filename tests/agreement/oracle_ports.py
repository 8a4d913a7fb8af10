"""Which port every flight can have, and what that breaks, read off the rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from agreement.oracle_calendar import Span
from agreement.oracle_crafts import Craft
from agreement.oracle_facts import Facts
from agreement.oracle_flights import FACT, Broken, Flight

Move = tuple[int, str]
"""A move by choice: the slot, and the port to which."""

Moves = dict[str, Move]
"""The moves of a plan by vehicle."""

Stop = tuple[str, int, int]
"""A port, the first slot at it, and the first one after."""


def berths(facts: Facts, flights: list[Flight]) -> list[tuple[dict[str, str], Moves, Broken]]:
    """Ways to give every flight a port and a move, each with what it breaks; one if it breaks
    nothing.
    """
    choices = [
        list(product(_docks_at(facts, flight), possible_moves(facts, flight))) for flight in flights
    ]
    found: list[tuple[dict[str, str], Moves, Broken]] = []
    for chosen in product(*choices):
        pairs = list(zip(flights, chosen, strict=True))
        ports = {flight.craft: port for flight, (port, _) in pairs}
        moves = {flight.craft: move for flight, (_, move) in pairs if move is not None}
        broken = broken_at_ports(facts, flights, ports, moves)
        if not any(facts.must(rule) for rule, _ in broken):
            if not broken:
                return [(ports, moves, broken)]
            found.append((ports, moves, broken))
    return found


def possible_moves(facts: Facts, flight: Flight) -> Iterator[Move | None]:
    """Every move to another port that a scenario lets a plan choose; None: it is not moved."""
    yield None
    craft = facts.crafts[flight.craft]
    said = craft.said.may_relocate
    if said is None:
        return
    windows = said.during if isinstance(said.during, list) else [said.during]
    apart = max(1, facts.calendar.rounded_up(said.apart))
    last = facts.end - 1 if flight.undock is None else flight.undock - apart
    for slot in range(max(0, flight.dock + apart), last + 1):
        spans = [facts.calendar.touched(window) for window in windows]
        if any(first <= slot < end for first, end in spans):
            for port in facts.scenario.ports if said.to is None else said.to:
                if _takes(facts, craft, port):
                    yield slot, port


def _takes(facts: Facts, craft: Craft, name: str) -> bool:
    types = facts.scenario.ports[name].types
    return _can_dock(facts, craft, name) and (types is None or craft.said.type in types)


def _docks_at(facts: Facts, flight: Flight) -> Iterator[str]:
    if flight.mode is None:
        yield str(facts.crafts[flight.craft].said.port)
        return
    strict = facts.must("one-vehicle-per-port")
    craft = facts.crafts[flight.craft]
    for port in facts.scenario.ports:
        is_told = craft.said.port in (None, port)
        fits = is_told and _fits(facts, craft, port)
        if fits or (not strict and _can_dock(facts, craft, port)):
            yield port


def _can_dock(facts: Facts, craft: Craft, name: str) -> bool:
    return craft.kind.mechanism in facts.scenario.ports[name].accepts


def _fits(facts: Facts, craft: Craft, name: str) -> bool:
    own = craft.said.ports
    return _takes(facts, craft, name) and (own is None or name in own)


def broken_at_ports(
    facts: Facts, flights: list[Flight], ports: dict[str, str], moves: Moves
) -> Broken:
    """What a set of flights breaks at these ports, with these moves by choice."""
    found = {("pins-hold", name) for name in _moved_pins(facts, ports)}
    stops = {
        it.craft: list(_stops_of(facts, it, ports[it.craft], moves.get(it.craft))) for it in flights
    }
    for flight in flights:
        craft, mine = facts.crafts[flight.craft], stops[flight.craft]
        for number, (port, first, end) in enumerate(mine):
            is_there = number == 0 and flight.mode is None
            takes = _fits if number == 0 or flight.craft not in moves else _takes
            is_told = number or craft.said.port in (None, port)
            unfit = not is_there and not (is_told and takes(facts, craft, port))
            if unfit or _is_closed(facts, craft, port, (first, end)):
                found.add(("one-vehicle-per-port", port))
            if unfit and not _can_dock(facts, craft, port):
                found.add((FACT, port))
    gone_by = {it.craft: it.gone_by(facts.end) for it in flights}
    for (ours, one), (theirs, other) in combinations(stops.items(), 2):
        crewed = _seats_anybody(facts, ours) and _seats_anybody(facts, theirs)
        for (port, first, end), (there, begin, gone) in product(one, other):
            ends = (
                end + _turn(facts, crewed and end == gone_by[ours]),
                gone + _turn(facts, crewed and gone == gone_by[theirs]),
            )
            if port == there and first < ends[1] and begin < ends[0]:
                found.add(("one-vehicle-per-port", port))
            if port == there and first < gone and begin < end:
                found.add((FACT, port))
    return frozenset(found)


def _turn(facts: Facts, crewed: bool) -> int:
    """Slots to pass after a stay: one at least where a vehicle with places leaves, and does not
    only move to another port, before another with places.
    """
    turn = facts.calendar.rounded_up(facts.scenario.station.turn_round)
    return max(turn, 1) if crewed else turn


def _seats_anybody(facts: Facts, name: str) -> bool:
    """Whether a vehicle has places of any kind at any time within the horizon."""
    offers = (facts.crafts[name].places(slot) for slot in range(facts.end))
    return any(it.nominal or it.improvised or it.damaged for it in offers)


def _moved_pins(facts: Facts, ports: dict[str, str]) -> Iterator[str]:
    for name, pin in facts.scenario.pins.items():
        is_there = ports.get(str(pin.vehicle)) == pin.port
        if pin.port is not None and is_there == pin.never:
            yield name


def _stops_of(facts: Facts, flight: Flight, port: str, move: Move | None) -> Iterator[Stop]:
    first, gone = flight.dock, flight.gone_by(facts.end)
    craft = facts.crafts[flight.craft]
    for day, to in craft.moves if craft.said.may_relocate is None else filter(None, [move]):
        if flight.dock < day < gone:
            yield port, max(0, first), day
            first, port = day, to
    yield port, max(0, first), gone


def _is_closed(facts: Facts, craft: Craft, port: str, span: Span) -> bool:
    for closure in facts.scenario.ports[port].closures.values():
        first, end = facts.calendar.touched(closure.during)
        concerned = closure.types is None or craft.said.type in closure.types
        if concerned and max(first, span[0]) < min(end, span[1]):
            return True
    return False
