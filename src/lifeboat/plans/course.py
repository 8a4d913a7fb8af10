"""A plan on the grid: every voyage and every journey, with all that follows filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship, Way
from lifeboat.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class Stop:
    """A vehicle at one port, from slot `first` up to `end`."""

    port: str | None
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Voyage:
    """A vehicle that is docked at some time within the horizon, and when it comes and goes."""

    ship: Ship
    way: Way | None
    launch: int | None
    dock: int
    undock: int | None
    """None if it is still docked at the end of the horizon."""
    stops: tuple[Stop, ...]

    @property
    def landing(self) -> int | None:
        return None if self.undock is None else self.undock + self.ship.flight_down

    def is_past_life(self, slot: int) -> bool:
        """Whether whoever leaves in it after that slot lands past its life: a place in it is then
        one in a damaged vehicle, and so is the ride home.
        """
        return slot >= self.ship.life_over(self.launch)

    @property
    def takes_home_soundly(self) -> bool:
        """Whether those who leave in it leave in a sound vehicle that lands within its life."""
        if self.undock is None:
            return False
        is_sound = self.ship.leaving(self.undock).state == "sound"
        return is_sound and not self.is_past_life(self.undock - 1)

    def is_here(self, slot: int) -> bool:
        """Whether it is docked in a slot."""
        return self.dock <= slot and (self.undock is None or slot < self.undock)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person's liner in one vehicle (None: on the station), from slot `first` up to `end`."""

    ship: str | None
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Journey:
    """A person who is aboard at some time within the horizon."""

    member: Member
    up: Voyage | None
    home: Voyage | None
    first: int
    end: int
    """The slot they leave in, or the end of the horizon."""
    sittings: tuple[Sitting, ...]

    @property
    def launched(self) -> int | None:
        return self.member.launched if self.up is None else self.up.launch

    @property
    def landing(self) -> int | None:
        return None if self.home is None else self.home.landing

    @property
    def start(self) -> str | None:
        """Where their liner is before anybody moves it."""
        return self.member.seat if self.up is None else self.up.ship.name


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
        voyages = _with_ports(dict(reader.voyages()))
        journeys = {
            member.name: journey
            for member in situation.members.values()
            if (journey := reader.journey(member, voyages)) is not None
        }
        return cls(situation, plan, voyages, journeys)

    def aboard(self, slot: int) -> Iterator[Journey]:
        """Everybody aboard in a slot."""
        return (one for one in self.journeys.values() if one.first <= slot < one.end)

    def leavers(self, voyage: Voyage) -> list[Journey]:
        """Who goes home on a voyage."""
        return [one for one in self.journeys.values() if one.home is voyage]

    def crew_changes(self) -> list[int]:
        """The slots in which somebody comes or goes, and both ends of the horizon, in order."""
        end = self.situation.end
        marks = {0, end}
        for one in self.journeys.values():
            marks |= {max(0, one.first), one.end}
        return sorted(mark for mark in marks if 0 <= mark <= end)


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
        undock = self._undock(ship, flight, ship.docked)
        stops = self._stops(ship, flight, ship.port, ship.docked, undock)
        return Voyage(ship, None, ship.launched, ship.docked, undock, stops)

    def _coming(self, ship: Ship, flight: Flight) -> Voyage | None:
        way = ship.way(flight.mode or ship.planned_way)
        if flight.cancelled or way is None:
            return None
        launch = self._launch(ship, flight, way)
        if launch is None:
            return None
        dock = self._slot(flight.dock)
        dock = launch + way.flight if dock is None else dock
        if dock >= self.situation.end:
            return None
        undock = self._undock(ship, flight, dock)
        return Voyage(
            ship, way, launch, dock, undock, self._stops(ship, flight, flight.port, dock, undock)
        )

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
        ]
        ends = [slot for slot, _ in marks[1:]] + [end]
        return tuple(Stop(to, first, last) for (first, to), last in zip(marks, ends, strict=True))

    def journey(self, member: Member, voyages: dict[str, Voyage]) -> Journey | None:
        ride = self.plan.people.get(member.name, Ride())
        up = None if member.aboard else self._up(member, ride, voyages)
        if up is None and not member.aboard:
            return None
        first = 0 if up is None else up.dock
        if first >= self.situation.end:
            return None
        home = self._home(member, ride, voyages, first)
        end = self.situation.end if home is None or home.undock is None else home.undock
        start = member.seat if up is None else up.ship.name
        return Journey(member, up, home, first, end, self._sittings(ride, start, first, end))

    def _up(self, member: Member, ride: Ride, voyages: dict[str, Voyage]) -> Voyage | None:
        flown = [
            voyages[ship]
            for ship, way in member.ways_up
            if ship in voyages and voyages[ship].way is not None and _is(voyages[ship].way, way)
        ]
        named = [voyage for voyage in flown if ride.up in (None, voyage.ship.name)]
        return min(named, key=lambda voyage: voyage.dock, default=None)

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
        slots = sorted(marks)
        return tuple(
            Sitting(marks[slot], slot, after)
            for slot, after in zip(slots, [*slots[1:], end], strict=True)
        )

    def _slot(self, instant: object) -> int | None:
        return None if instant is None else self.situation.clock.at(instant)  # type: ignore[arg-type]


def _planned_undock(ship: Ship, dock: int) -> int | None:
    """The planned undocking; of one known less precisely, the first slot after the docking."""
    if ship.leaves is None or ship.leaves_within is None or ship.leaves > dock:
        return ship.leaves
    return min(dock + 1, ship.leaves_within.end - 1)


def _is(way: Way | None, name: str) -> bool:
    return way is not None and way.name == name


def _with_ports(voyages: dict[str, Voyage]) -> dict[str, Voyage]:
    """Choose each port that the plan leaves open: the first that fits and is free."""
    known = dict(voyages)
    for name, voyage in sorted(voyages.items(), key=lambda item: item[1].dock):
        first = voyage.stops[0]
        if first.port is not None:
            continue
        free = (port for port in voyage.ship.ports if _is_free(port, name, first, known))
        port = next(free, None)
        stops = (Stop(port, first.first, first.end), *voyage.stops[1:])
        known[name] = Voyage(
            voyage.ship, voyage.way, voyage.launch, voyage.dock, voyage.undock, stops
        )
    return {name: known[name] for name in voyages}


def _is_free(port: str, name: str, stop: Stop, voyages: dict[str, Voyage]) -> bool:
    return not any(
        other.port == port and other.first < stop.end and stop.first < other.end
        for voyage in voyages.values()
        if voyage.ship.name != name
        for other in voyage.stops
    )
