"""A plan on the grid: every voyage and every journey, with all that follows filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from lifeboat.plans.open_ports import with_ports
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.plans.voyages import Journey, Sitting, Stop, Voyage
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship, Way
from lifeboat.situation.situation import Situation

__all__ = ["Course", "Journey", "Sitting", "Stop", "Voyage", "docking_hour", "planned_hour"]


@dataclass(frozen=True, slots=True)
class Course:
    """Where every vehicle and every person is at every slot of the horizon."""

    situation: Situation
    plan: Plan
    voyages: dict[str, Voyage]
    journeys: dict[str, Journey]

    @classmethod
    def of(cls, situation: Situation, plan: Plan) -> Course:
        """Put a plan on the grid of its scenario, with all that follows filled in."""
        reader = _PlanReader(situation, plan)
        voyages = with_ports(situation, dict(reader.voyages()))
        journeys = {
            member.name: journey
            for member in situation.members.values()
            if (journey := reader.journey(member, voyages)) is not None
        }
        return cls(situation, plan, voyages, journeys)

    def comes_later(self, ship: Ship) -> bool:
        """Whether a vehicle that does not come within the horizon is to come after it."""
        flight = self.plan.flights.get(ship.name, Flight())
        if ship.name in self.voyages or flight.cancelled:
            return False
        return flight.launch is not None or ship.comes_later(self.situation.end)

    def is_there_or_to_come(self, name: str) -> bool:
        """Whether a vehicle is at the station when the horizon ends, or is to come after it."""
        voyage, ship = self.voyages.get(name), self.situation.ships.get(name)
        if voyage is None:
            return ship is not None and self.comes_later(ship)
        return voyage.undock is None

    def aboard(self, slot: int) -> Iterator[Journey]:
        """Everybody aboard in a slot."""
        return (one for one in self.journeys.values() if one.first <= slot < one.end)

    def equipped(self, member: Member, slot: int) -> Member:
        """Somebody with the gear they have in a slot, whoever delivered it."""
        return member.equipped([name for name, it in self.voyages.items() if it.dock <= slot])

    def leavers(self, voyage: Voyage) -> list[Journey]:
        """Who goes home on a voyage."""
        return [one for one in self.journeys.values() if one.home is voyage]

    def events(self) -> dict[Event, list[int]]:
        """The slot of every docking, undocking and move to another port."""
        found: dict[Event, list[int]] = {}
        for name, voyage in self.voyages.items():
            if voyage.way is not None:
                found[Event(name, "dock")] = [voyage.dock]
            if voyage.undock is not None:
                found[Event(name, "undock")] = [voyage.undock]
            if len(voyage.stops) > 1:
                found[Event(name, "move")] = [stop.first for stop in voyage.stops[1:]]
        return found

    def crew_changes(self) -> list[int]:
        """The slots in which somebody comes or goes, and both ends of the horizon, in order."""
        marks = {0, self.situation.end}
        for one in self.journeys.values():
            marks |= {max(0, one.first), max(0, one.end)}
        return sorted(marks)


@dataclass(frozen=True, slots=True)
class _PlanReader:
    situation: Situation
    plan: Plan

    def voyages(self) -> Iterator[tuple[str, Voyage]]:
        for name, ship in self.situation.ships.items():
            flight = self.plan.flights.get(name, Flight())
            voyage = self._there(ship, flight) if ship.is_docked else self._coming(ship, flight)
            if voyage is not None:
                yield name, voyage

    def _there(self, ship: Ship, flight: Flight) -> Voyage:
        assert ship.docked is not None
        assert ship.launched is not None
        undock = self._undock(ship, flight, ship.docked)
        stops = self._stops(ship, flight, ship.port, ship.docked, undock)
        down = self._flown_down(ship, flight)
        return Voyage(ship, None, ship.launched, ship.docked, undock, stops, down)

    def _coming(self, ship: Ship, flight: Flight) -> Voyage | None:
        flown = _flown_up(ship) if ship.is_on_its_way else self._flies_up(ship, flight)
        if flown is None:
            return None
        way, launch, dock = flown
        if dock >= self.situation.end:
            return None
        undock = self._undock(ship, flight, dock)
        stops = self._stops(ship, flight, flight.port, dock, undock)
        return Voyage(ship, way, launch, dock, undock, stops, self._flown_down(ship, flight))

    def _flies_up(self, ship: Ship, flight: Flight) -> tuple[Way, int, int] | None:
        """How it comes, and the slots of its launch and its docking."""
        way = ship.way(flight.mode or ship.planned_way)
        if flight.cancelled or flight.later or way is None:
            return None
        launch = self._launch(ship, flight, way)
        if launch is None:
            return None
        dock = self._slot(flight.dock)
        return way, launch, self._docks(ship, flight, way, launch) if dock is None else dock

    def _docks(self, ship: Ship, flight: Flight, way: Way, launch: int) -> int:
        """When it docks: at the hour, if that of its launch is told."""
        hour = docking_hour(self.situation, ship, flight, way)
        return launch + way.flight if hour is None else self.situation.clock.at(hour)

    def _launch(self, ship: Ship, flight: Flight, way: Way) -> int | None:
        if flight.launch is not None:
            return self._slot(flight.launch)
        dock = self._slot(flight.dock)
        return ship.planned if dock is None else dock - way.flight

    def _undock(self, ship: Ship, flight: Flight, dock: int) -> int | None:
        planned = self._slot(flight.undock)
        undock = _planned_undock(ship, dock) if planned is None else planned
        if flight.stays or undock is None or undock >= self.situation.end:
            return None
        return undock

    def _flown_down(self, ship: Ship, flight: Flight) -> int | None:
        """The slots of its flight down, where a plan or the plan of record tells its hour."""
        clock = self.situation.clock
        undock = flight.undock or planned_hour(self.situation, ship)
        if undock is None or clock.is_whole(undock):
            return None
        down = self.situation.types[ship.type].flight_down
        return clock.at(undock + down) - clock.at(undock)

    def _stops(
        self, ship: Ship, flight: Flight, port: str | None, dock: int, undock: int | None
    ) -> tuple[Stop, ...]:
        end = self.situation.end if undock is None else undock
        if flight.relocations is None:
            moves = list(ship.relocations)
        else:
            moves = sorted(
                (self.situation.clock.at(day), to) for day, to in flight.relocations.items()
            )
        marks = [
            (dock, port),
            *((slot, to) for slot, to in moves if dock < slot < end and slot >= 0),
            (end, None),
        ]
        return tuple(Stop(to, first, last) for (first, to), (last, _) in pairwise(marks))

    def journey(self, member: Member, voyages: dict[str, Voyage]) -> Journey | None:
        ride = self.plan.people.get(member.name, Ride())
        up = None if member.aboard else self._up(member, ride, voyages)
        if up is None and not member.aboard:
            return None
        first = 0 if up is None else up.dock
        home = self._home(member, ride, voyages, first)
        end = self.situation.end if home is None or home.undock is None else home.undock
        start = member.seat if up is None else up.ship.name
        return Journey(member, up, home, first, end, self._sittings(ride, start, first, end))

    def _up(self, member: Member, ride: Ride, voyages: dict[str, Voyage]) -> Voyage | None:
        """The first vehicle that comes in a mode with them in its crew, if not another is named."""
        flown = [
            voyage
            for ship, voyage in voyages.items()
            if voyage.way is not None
            and (ship, voyage.way.name) in member.ways_up
            and ride.up in (None, ship)
        ]
        return min(flown, key=lambda voyage: voyage.dock, default=None)

    def _home(
        self, member: Member, ride: Ride, voyages: dict[str, Voyage], first: int
    ) -> Voyage | None:
        voyage = voyages.get(ride.home or member.home or "")
        if ride.stays or voyage is None:
            return None
        if ride.home is None and not voyage.ship.takes_people:
            return None
        if voyage.undock is None or voyage.undock <= first:
            return None
        return voyage

    def _sittings(self, ride: Ride, start: str | None, first: int, end: int) -> tuple[Sitting, ...]:
        marks = {first: start}
        for day, name in sorted(ride.seats.items()):
            slot = self.situation.clock.at(day)
            if first <= slot < end:
                marks[slot] = name if name in self.situation.ships else None
        slots = pairwise([*sorted(marks), end])
        return tuple(Sitting(marks[slot], slot, after) for slot, after in slots)

    def _slot(self, instant: object) -> int | None:
        return None if instant is None else self.situation.clock.at(instant)  # type: ignore[arg-type]


def docking_hour(situation: Situation, ship: Ship, flight: Flight, way: Way) -> datetime | None:
    """When a vehicle docks that is launched at an hour: if a plan tells it, or that of record."""
    vehicle = situation.scenario.vehicles[ship.name]
    planned = None if vehicle.planned is None else vehicle.planned.hour
    launch, own = flight.launch or planned, vehicle.modes[way.name].flight_up
    if launch is None or situation.clock.is_whole(launch):
        return None
    return launch + (situation.types[ship.type].flight_up if own is None else own)


def planned_hour(situation: Situation, ship: Ship) -> datetime | None:
    """When the plan of record has a vehicle undock, if it tells the hour."""
    leaves = situation.scenario.vehicles[ship.name].leaves
    return None if leaves is None else leaves.hour


def _planned_undock(ship: Ship, dock: int) -> int | None:
    """The planned undocking; of one known less precisely, the first slot after the docking."""
    if ship.leaves is None or ship.leaves > dock:
        return ship.leaves
    assert ship.leaves_within is not None
    return min(dock + 1, ship.leaves_within.end - 1)


def _flown_up(ship: Ship) -> tuple[Way, int, int]:
    """How a vehicle on its way was launched and when it docks, whatever a plan says of it."""
    (way,) = ship.ways
    return way, way.earliest, way.earliest + way.flight
