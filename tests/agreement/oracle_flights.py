"""Every flight a vehicle could make, and what a set of flights breaks, read off the rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from lifeboat.days import Window
from lifeboat.station.vehicles import Mode

from agreement.oracle_facts import NEVER, Craft, Facts, Span

Broken = frozenset[tuple[str, str]]
"""Rules broken, each with what it is broken for."""
NOTHING: Broken = frozenset()


class Flight(NamedTuple):
    """What becomes of one vehicle that is, or comes, to the station."""

    craft: str
    mode: str | None
    launch: int | None
    dock: int
    undock: int | None
    """None: still there at the end."""

    def is_here(self, slot: int) -> bool:
        """Whether it is docked in a slot."""
        return self.dock <= slot and (self.undock is None or slot < self.undock)

    def gone_by(self, end: int) -> int:
        """When it leaves, at the latest the end of the horizon."""
        return end if self.undock is None else self.undock


Flights = dict[str, Flight | None]


def possible_flights(facts: Facts, craft: Craft) -> Iterator[Flight | None]:
    """Everything a vehicle could do, whether a rule allows it or not; None: it does not fly."""
    end = facts.end
    if craft.docked is not None:
        for undock in (*range(max(0, craft.docked + 1), end), None):
            yield Flight(craft.name, None, craft.launched, craft.docked, undock)
        return
    yield None
    for name, mode in craft.said.modes.items():
        up = craft.way_up(mode)
        for launch in range(end - up):
            for undock in (*range(launch + up + 1, end), None):
                yield Flight(craft.name, name, launch, launch + up, undock)


def broken_alone(facts: Facts, craft: Craft, flight: Flight | None) -> Broken:
    """What one flight breaks, whatever the others do."""
    found = set()
    if any(_wrong_time(facts, craft, flight)):
        found.add(("flights-keep-their-windows", craft.name))
    if flight is not None and _waited(facts, craft, flight, craft.life[1]):
        found.add(("vehicle-within-its-life", craft.name))
    if flight is not None and flight.undock is not None:
        if craft.places(flight.undock - 1).state == "unusable":
            found.add(("home-on-a-sound-seat", craft.name))
    for name, pin in facts.scenario.pins.items():
        if pin.vehicle == craft.name and any(_wrong_pin(facts, name, flight)):
            found.add(("pins-hold", name))
    return frozenset(found)


def _wrong_time(facts: Facts, craft: Craft, flight: Flight | None) -> Iterator[bool]:
    if flight is None:
        yield not craft.said.may_cancel
        return
    if flight.launch is not None and flight.mode is not None:
        mode = craft.said.modes[flight.mode]
        windows = mode.windows if isinstance(mode.windows, list) else [mode.windows]
        yield not any(_holds(facts, window, flight.launch) for window in windows)
        yield flight.launch < craft.earliest(mode)
        yield any(_holds(facts, it, flight.launch) for it in _stops(facts, craft))
    if flight.undock is not None:
        yield not _holds(facts, craft.said.undock, flight.undock)


def _stops(facts: Facts, craft: Craft) -> Iterator[Window]:
    """When its family is grounded or its pad out of use."""
    for grounding in facts.scenario.groundings.values():
        if craft.kind.family in grounding.families:
            yield grounding.during
    if craft.said.pad is not None:
        for outage in facts.scenario.pads[craft.said.pad].outages.values():
            yield outage.during


def _holds(facts: Facts, window: Window | None, slot: int) -> bool:
    first, end = facts.calendar.touched(window)
    return first <= slot < end


def _waited(facts: Facts, craft: Craft, flight: Flight, life: int) -> int:
    """Slots beyond a life until it lands, those aside in which it is past all use."""
    if flight.launch is None or life >= NEVER:
        return 0
    landing = min(facts.end, flight.gone_by(NEVER) + craft.way_down)
    late = range(max(0, flight.launch + life), landing)
    return sum(craft.places(slot).state != "unusable" for slot in late)


def waived_life(facts: Facts, craft: Craft, flight: Flight | None) -> int:
    """Slots a flight spends beyond the life of its vehicle."""
    return 0 if flight is None else _waited(facts, craft, flight, craft.life[0])


def _wrong_pin(facts: Facts, name: str, flight: Flight | None) -> Iterator[bool]:
    pin = facts.scenario.pins[name]
    if pin.flies is not None:
        yield pin.flies != (flight is not None)
    if pin.mode is not None:
        yield flight is None or flight.mode != pin.mode
    if pin.launch is not None:
        yield not is_within(facts, pin.launch, None if flight is None else flight.launch)
    if pin.undock is not None:
        yield not is_within(facts, pin.undock, None if flight is None else flight.undock)


def is_within(facts: Facts, window: Window, slot: int | None) -> bool:
    """Whether something happens in a window, or after the horizon where that may be."""
    first, end = facts.calendar.touched(window)
    if slot is None or slot >= facts.end:
        return end > facts.end
    return first <= slot < end


def broken_together(facts: Facts, one: Flight | None, other: Flight | None) -> Broken:
    """What two flights break between them: pad gaps and reliefs."""
    if one is None or other is None:
        return NOTHING
    found = set()
    pad = facts.crafts[one.craft].said.pad
    if pad is not None and pad == facts.crafts[other.craft].said.pad:
        if _too_near(facts, pad, one, other):
            found.add(("flights-keep-their-windows", pad))
    for relief, relieved in ((one, other), (other, one)):
        if _too_late(facts, relief, relieved):
            found.add(("crews-overlap", f"{relief.craft} relieves {relieved.craft}"))
    return frozenset(found)


def _too_near(facts: Facts, pad: str, one: Flight, other: Flight) -> bool:
    assert one.launch is not None
    assert other.launch is not None
    apart = other.launch - one.launch
    if apart == 0:
        return min(_gap(facts, pad, one, other), _gap(facts, pad, other, one)) > 0
    if apart > 0:
        return apart < _gap(facts, pad, one, other)
    return -apart < _gap(facts, pad, other, one)


def _gap(facts: Facts, pad: str, first: Flight, second: Flight) -> int:
    """Least slots between two launches; what is said for this kind of pair wins."""
    said = facts.scenario.pads[pad]
    types = facts.crafts[first.craft].said.type, facts.crafts[second.craft].said.type
    gaps = [it.gap for it in said.gaps.values() if types[0] in it.before and types[1] in it.after]
    return facts.calendar.rounded_up(max(gaps) if gaps else said.gap)


def _too_late(facts: Facts, relief: Flight, relieved: Flight) -> bool:
    said = facts.crafts[relief.craft].said.relieves.get(relieved.craft)
    if said is None or relieved.undock is None:
        return False
    if said.indirect is not None:
        return relief.dock > relieved.undock + facts.calendar.rounded_down(said.indirect)
    return relief.dock > relieved.undock - facts.calendar.rounded_up(said.overlap)


Stop = tuple[str, int, int]
"""A port, from a slot up to another."""


def berths(facts: Facts, flights: list[Flight]) -> list[tuple[dict[str, str], Broken]]:
    """Ways to give every flight a port, those that break least, with what each breaks."""
    choices = [list(_docks_at(facts, flight)) for flight in flights]
    found: list[tuple[dict[str, str], Broken]] = []
    for chosen in product(*choices):
        ports = {flight.craft: port for flight, port in zip(flights, chosen, strict=True)}
        broken = broken_at_ports(facts, flights, ports)
        if not any(facts.must(rule) for rule, _ in broken):
            if not broken:
                return [(ports, broken)]
            found.append((ports, broken))
    return found


def _docks_at(facts: Facts, flight: Flight) -> Iterator[str]:
    if flight.mode is None:
        yield str(facts.crafts[flight.craft].said.port)
        return
    strict = facts.must("one-vehicle-per-port")
    for port in facts.scenario.ports:
        if not strict or _fits(facts, facts.crafts[flight.craft], port):
            yield port


def _fits(facts: Facts, craft: Craft, name: str) -> bool:
    port, own = facts.scenario.ports[name], craft.said.ports
    fits = craft.kind.mechanism in port.accepts and (own is None or name in own)
    return fits and (port.types is None or craft.said.type in port.types)


def broken_at_ports(facts: Facts, flights: list[Flight], ports: dict[str, str]) -> Broken:
    """What a set of flights breaks at these ports."""
    found = {("pins-hold", name) for name in _moved_pins(facts, ports)}
    stops = {it.craft: list(_stops_of(facts, it, ports[it.craft])) for it in flights}
    for flight in flights:
        craft, mine = facts.crafts[flight.craft], stops[flight.craft]
        for number, (port, *span) in enumerate(mine):
            is_there = number == 0 and flight.mode is None
            unfit = not is_there and not _fits(facts, craft, port)
            if unfit or _is_closed(facts, craft, port, (span[0], span[1])):
                found.add(("one-vehicle-per-port", port))
    turn = facts.calendar.rounded_up(facts.scenario.station.turn_round)
    for one, other in combinations(stops.values(), 2):
        for (port, *mine), (there, *theirs) in product(one, other):
            if port == there and mine[0] < theirs[1] + turn and theirs[0] < mine[1] + turn:
                found.add(("one-vehicle-per-port", port))
    return frozenset(found)


def _moved_pins(facts: Facts, ports: dict[str, str]) -> Iterator[str]:
    for name, pin in facts.scenario.pins.items():
        if pin.port is not None and ports.get(str(pin.vehicle)) != pin.port:
            yield name


def _stops_of(facts: Facts, flight: Flight, port: str) -> Iterator[Stop]:
    first, gone = flight.dock, flight.gone_by(facts.end)
    for day, to in facts.crafts[flight.craft].moves:
        if flight.dock < day < gone:
            yield port, max(0, first), day
            first, port = day, to
    yield port, max(0, first), gone


def _is_closed(facts: Facts, craft: Craft, port: str, span: Span) -> bool:
    for closure in facts.scenario.ports[port].closures.values():
        first, end = facts.calendar.touched(closure.during)
        if closure.types is None or craft.said.type in closure.types:
            if max(first, span[0]) < min(end, span[1]):
                return True
    return False


def mode_of(facts: Facts, flight: Flight) -> Mode | None:
    """The mode a flight comes up in."""
    said = facts.crafts[flight.craft].said
    return None if flight.mode is None else said.modes[flight.mode]
