"""Vehicles moved to another port: by choice, as stated, or not as stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lifeboat.plans.course import Course, Voyage


@dataclass(frozen=True, slots=True)
class Relocation:
    """A vehicle moved from one port to another in a slot."""

    ship: str
    slot: int
    before: str | None
    after: str | None


def chosen_relocations(voyage: Voyage) -> list[Relocation]:
    """The moves that a plan makes and the scenario does not state."""
    pairs = zip(voyage.stops, voyage.stops[1:], strict=False)
    return [
        Relocation(voyage.ship.name, stop.first, before.port, stop.port)
        for before, stop in pairs
        if (stop.first, stop.port) not in voyage.ship.relocations
    ]


def lost_relocations(course: Course, voyage: Voyage) -> Iterator[tuple[int, str, str]]:
    """The moves that the scenario states and a plan does not make: slot, port, and why."""
    ship, say = voyage.ship, course.situation.clock.say
    made = [(stop.first, stop.port) for stop in voyage.stops[1:]]
    for slot, port in ship.relocations:
        if (slot, port) in made or slot >= course.situation.end:
            continue
        if slot <= voyage.dock:
            yield slot, port, f"it docks on {say(voyage.dock)}"
        elif voyage.undock is not None and voyage.undock <= slot:
            yield slot, port, f"it undocks on {say(voyage.undock)}"
        elif made:
            yield slot, port, f"it is moved to {made[0][1]} on {say(made[0][0])} instead"
        else:
            yield slot, port, "it is moved nowhere"
