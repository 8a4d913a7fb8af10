"""A schedule: modes, dates and how many of each party go home on which vehicle; no names yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lifeboat.curves import Decision
from lifeboat.decisions import Party
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.ship import Ship, Way
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.chains import Chain
from lifeboat.solving.formulation.decisions import SolverDecisions

ValueOf = Callable[[Decision], int]
"""The values of a solution."""


@dataclass(frozen=True, slots=True)
class ScheduledFlight:
    """When a vehicle flies. `undock` is None if it stays, or if its undocking is still open."""

    way: Way | None
    launch: int | None
    dock: int
    undock: int | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every vehicle that flies or is docked, and how many of each party go home on it."""

    flights: dict[str, ScheduledFlight]
    rides: dict[tuple[Party, str], int]
    ports: dict[str, tuple[str, ...]]
    """By vehicle: the group of like ports at one of which it docks."""
    moves: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    """By vehicle that is moved by choice: when, and the group of like ports to one of which."""

    def events(self) -> dict[Event, list[int]]:
        """The date of every event, except dockings before the horizon."""
        docks = {Event(name, "dock"): [it.dock] for name, it in self.flights.items() if it.way}
        leaves = {
            Event(name, "undock"): [it.undock]
            for name, it in self.flights.items()
            if it.undock is not None
        }
        moves = {Event(name, "move"): [slot] for name, (slot, _) in self.moves.items()}
        return {**docks, **leaves, **moves}

    def mode_of(self, ship: str) -> str | None:
        """The mode a vehicle comes up in; None for one that does not."""
        flight = self.flights.get(ship)
        return None if flight is None or flight.way is None else flight.way.name

    def undock_of(self, ship: str) -> int | None:
        """When a vehicle undocks; None for one that does not."""
        flight = self.flights.get(ship)
        return None if flight is None else flight.undock

    @property
    def rides_by_name(self) -> dict[tuple[str, str], int]:
        """How many go home, by first member of a party and vehicle."""
        return {(party.one.name, ship): count for (party, ship), count in self.rides.items()}


def read_schedule(decide: SolverDecisions, value: ValueOf) -> Schedule:
    """The schedule of a solution; a date within a gap is read as its first slot."""
    flights = {}
    for ship in decide.situation.ships.values():
        flight = _read_flight(decide, ship, value)
        if flight is not None:
            flights[ship.name] = flight
    rides = {
        (party, ship.name): count
        for party in decide.parties
        for ship in decide.people.rides_home(party)
        if (count := value(decide.people.leaving[party.one.name, ship.name].ever))
    }
    ships = decide.situation.ships
    ports = {name: decide.ports.chosen(ships[name], value) for name in flights}
    moves = {
        name: (cell.first, decide.ports.moved_to(ships[name], value))
        for name, chain in decide.flights.moves.items()
        if (cell := _happens(chain, value)) is not None
    }
    return Schedule(flights, rides, ports, moves)


def chosen_cells(decide: SolverDecisions, value: ValueOf) -> dict[Event, Cell]:
    """The cell of each event in a solution; a launch counts as the docking it leads to."""
    found = {}
    for (name, mode), chain in decide.flights.launches.items():
        cell = _happens(chain, value)
        way = decide.situation.ships[name].way(mode)
        if cell is not None and way is not None:
            docks = Cell(cell.first + way.flight, cell.last + way.flight)
            found[Event(name, "dock")] = docks
    for name, chain in decide.flights.undocks.items():
        cell = _happens(chain, value)
        if cell is not None:
            found[Event(name, "undock")] = cell
    for name, chain in decide.flights.moves.items():
        cell = _happens(chain, value)
        if cell is not None:
            found[Event(name, "move")] = cell
    return found


def gaps(decide: SolverDecisions) -> Iterator[tuple[Variable, Variable | None]]:
    """For every gap, the variables at its end and before it: in a plan that does not use the gap,
    the first is 1 only if the second is.
    """
    flights = decide.flights
    for chain in (*flights.launches.values(), *flights.undocks.values(), *flights.moves.values()):
        before = None
        for cell, flag in zip(chain.cells, chain.values, strict=True):
            if cell.is_gap:
                yield flag, before
            before = flag


def _read_flight(decide: SolverDecisions, ship: Ship, value: ValueOf) -> ScheduledFlight | None:
    undock = None
    if ship.name in decide.flights.undocks:
        cell = _happens(decide.flights.undocks[ship.name], value)
        undock = None if cell is None else cell.first
    if ship.docked is not None:
        return ScheduledFlight(None, ship.launched, ship.docked, undock)
    for way in ship.ways:
        cell = _happens(decide.flights.launches[ship.name, way.name], value)
        if cell is not None:
            return ScheduledFlight(way, cell.first, cell.first + way.flight, undock)
    return None


def _happens(chain: Chain, value: ValueOf) -> Cell | None:
    pairs = zip(chain.cells, chain.values, strict=True)
    return next((cell for cell, flag in pairs if value(flag)), None)
