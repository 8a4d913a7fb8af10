"""Every flight a vehicle could make, and what a set of flights breaks, read off the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from agreement.oracle_calendar import NEVER
from agreement.oracle_crafts import Craft
from agreement.oracle_facts import UNDER_WAY, Facts
from lifeboat.days import Window
from lifeboat.scenario.facilities import Closure

Broken = frozenset[tuple[str, str]]
"""The rules broken, each with its subject."""
NOTHING: Broken = frozenset()
FACT = "what cannot be"
"""Stands for a rule that no scenario can relax: what it forbids cannot happen."""


class Flight(NamedTuple):
    """The flight of one vehicle that is at the station or comes to it."""

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
        """The slot in which it leaves, or the end of the horizon if it stays."""
        return end if self.undock is None else self.undock


Flights = dict[str, Flight | None]


Named = tuple[str, Flight | None]
"""A vehicle's name, and its flight if it makes any."""


def possible_flights(facts: Facts, craft: Craft) -> Iterator[Flight | None]:
    """Every flight a vehicle could make, allowed by the rules or not; None: it does not fly."""
    end = facts.end
    if craft.docked is not None:
        for undock in (*range(max(0, craft.docked + 1), end), None):
            yield Flight(craft.name, None, craft.launched, craft.docked, undock)
        return
    if craft.on_its_way is not None:
        told, launch, dock = craft.on_its_way
        for undock in (*range(dock + 1, end), None):
            yield Flight(craft.name, told or UNDER_WAY, launch, dock, undock)
        return
    yield None
    for name, mode in craft.said.modes.items():
        up = craft.way_up(mode)
        for launch in range(end - up):
            for undock in (*range(launch + up + 1, end), None):
                yield Flight(craft.name, name, launch, launch + up, undock)


def broken_alone(facts: Facts, craft: Craft, flight: Flight | None) -> Broken:
    """The rules that one flight breaks, whatever the others do."""
    found = set()
    if any(_wrong_time(facts, craft, flight)):
        found.add(("flights-keep-their-windows", craft.name))
    if flight is not None and _waited(facts, craft, flight, craft.life[1]):
        found.add(("vehicle-within-its-life", craft.name))
    undock = None if flight is None else flight.undock
    if undock is not None and craft.departing(undock).state == "unusable":
        found.add((FACT, craft.name))
    for name, pin in facts.scenario.pins.items():
        if pin.vehicle == craft.name and any(_wrong_pin(facts, name, flight)):
            found.add(("pins-hold", name))
    return frozenset(found)


def _wrong_time(facts: Facts, craft: Craft, flight: Flight | None) -> Iterator[bool]:
    if flight is None:
        yield not craft.said.may_cancel and not craft.comes_later
        return
    if flight.launch is not None and flight.mode is not None and craft.on_its_way is None:
        mode = craft.said.modes[flight.mode]
        windows = mode.windows if isinstance(mode.windows, list) else [mode.windows]
        yield not any(_holds(facts, window, flight.launch) for window in windows)
        yield craft.is_too_soon(flight.mode, flight.launch)
        yield any(_holds(facts, it, flight.launch) for it in _stops(facts, craft))
    if flight.undock is not None:
        yield not _holds(facts, craft.said.undock, flight.undock)
        yield flight.undock < craft.ready
        least, most = craft.ways_down
        lands = range(flight.undock + least, flight.undock + most + 1)
        yield not any(_can_land(facts, craft, slot) for slot in lands)


def _can_land(facts: Facts, craft: Craft, slot: int) -> bool:
    """Whether one of a vehicle's landing sites is open; it lands anywhere if it has none."""
    sites = facts.scenario.landing_sites.values()
    own = [it for it in sites if it.types is None or craft.said.type in it.types]
    shut = [any(_shuts(facts, craft, by, slot) for by in it.closures.values()) for it in own]
    return not own or not all(shut)


def _shuts(facts: Facts, craft: Craft, closure: Closure, slot: int) -> bool:
    concerns = closure.types is None or craft.said.type in closure.types
    return concerns and _holds(facts, closure.during, slot)


def _stops(facts: Facts, craft: Craft) -> Iterator[Window]:
    """The windows in which a vehicle's family is grounded or its pad out of use."""
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
    """Slots beyond a life until the vehicle lands, those in which it is unusable left out."""
    if flight.launch is None or life >= NEVER:
        return 0
    landing = min(facts.end, flight.gone_by(NEVER) + craft.ways_down[0])
    late = range(max(0, flight.launch + life), landing)
    return sum(craft.places(slot).state != "unusable" for slot in late)


def waived_life(facts: Facts, craft: Craft, flight: Flight | None) -> int:
    """Slots a flight spends beyond the life of its vehicle."""
    return 0 if flight is None else _waited(facts, craft, flight, craft.life[0])


def is_worn(facts: Facts, flight: Flight, slot: int) -> bool:
    """Whether who leaves in a vehicle right after a slot lands later than its life allows."""
    craft = facts.crafts[flight.craft]
    if flight.launch is None or craft.life[1] >= NEVER:
        return False
    return slot + 1 + craft.ways_down[0] > flight.launch + craft.life[1]


def _wrong_pin(facts: Facts, name: str, flight: Flight | None) -> Iterator[bool]:
    pin = facts.scenario.pins[name]
    if pin.flies is not None:
        yield pin.flies != (flight is not None)
    if pin.mode is not None:
        yield (flight is not None and flight.mode == pin.mode) == pin.never
    if pin.launch is not None:
        launch = None if flight is None else flight.launch
        yield is_within(facts, pin.launch, launch) == pin.never
    if pin.undock is not None:
        undock = None if flight is None else flight.undock
        yield is_within(facts, pin.undock, undock) == pin.never
    if pin.stays is not None:
        undock = None if flight is None else flight.undock
        yield pin.stays == (undock is not None and undock < facts.end)


def is_within(facts: Facts, window: Window, slot: int | None) -> bool:
    """Whether an event is within a window, or after the horizon if the window reaches there."""
    first, end = facts.calendar.touched(window)
    if slot is None or slot >= facts.end:
        return end > facts.end and (slot is None or slot >= first)
    return first <= slot < end


def broken_together(facts: Facts, mine: Named, others: Named) -> Broken:
    """The rules that two flights break between them: launch order, pad gaps and reliefs."""
    found = set()
    for (name, later), first in ((mine, others), (others, mine)):
        if later is not None and _too_soon(facts, later, *first):
            found.add(("flights-keep-their-windows", name))
    for (name, relief), (left, relieved) in ((mine, others), (others, mine)):
        if relieved is not None and _never_in_time(facts, name, relief, relieved):
            found.add(("crews-overlap", f"{name} relieves {left}"))
    (_, one), (_, other) = mine, others
    if one is None or other is None:
        return frozenset(found)
    pad = facts.crafts[one.craft].said.pad
    flown = [facts.crafts[it.craft].on_its_way is not None for it in (one, other)]
    is_shared = pad is not None and pad == facts.crafts[other.craft].said.pad and not all(flown)
    if pad is not None and is_shared and _too_near(facts, pad, one, other):
        found.add(("flights-keep-their-windows", pad))
    for relief, relieved in ((one, other), (other, one)):
        if _too_late(facts, relief, relieved):
            found.add(("crews-overlap", f"{relief.craft} relieves {relieved.craft}"))
    return frozenset(found)


def _too_soon(facts: Facts, later: Flight, name: str, first: Flight | None) -> bool:
    """Whether a launch comes too soon after one it has to follow, or without it."""
    if later.mode is None or later.launch is None or facts.crafts[later.craft].on_its_way:
        return False
    least = facts.crafts[later.craft].said.modes[later.mode].after.get(name)
    if least is None:
        return False
    if first is None or first.launch is None:
        return True
    return later.launch - first.launch < facts.calendar.rounded_up(least)


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
    """The least slots between two launches; a gap stated for this kind of pair wins."""
    said = facts.scenario.pads[pad]
    types = facts.crafts[first.craft].said.type, facts.crafts[second.craft].said.type
    gaps = [it.gap for it in said.gaps.values() if types[0] in it.before and types[1] in it.after]
    return facts.calendar.rounded_up(max(gaps) if gaps else said.gap)


def _never_in_time(facts: Facts, name: str, relief: Flight | None, relieved: Flight) -> bool:
    """Whether a relief that comes after the horizon is too late for a vehicle that leaves."""
    craft = facts.crafts[name]
    said = craft.said.relieves.get(relieved.craft)
    is_to_come = relief is None and craft.comes_later and not craft.said.may_cancel
    if said is None or relieved.undock is None or not is_to_come:
        return False
    if said.indirect is not None:
        return relieved.undock + facts.calendar.rounded_down(said.indirect) < facts.end
    return relieved.undock - facts.calendar.rounded_up(said.overlap) < facts.end


def _too_late(facts: Facts, relief: Flight, relieved: Flight) -> bool:
    said = facts.crafts[relief.craft].said.relieves.get(relieved.craft)
    if said is None or relieved.undock is None:
        return False
    if said.indirect is not None:
        return relief.dock > relieved.undock + facts.calendar.rounded_down(said.indirect)
    return relief.dock > relieved.undock - facts.calendar.rounded_up(said.overlap)
