"""When vehicles are launched, dock and undock, as variables on a grid of candidate dates."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from lifeboat.curves import Curve, Sum, total, total_of
from lifeboat.rules.flights_keep_their_windows import launch_spans
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.ship import Moving, Ship, Way
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import LazyConstraint, ModelBuilder
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.formulation.cells import (
    Candidates,
    Cell,
    cells,
    leaves_freely,
    move_spans,
    undock_spans,
)
from lifeboat.solving.formulation.chains import Chain, Since, curve_of


@dataclass(eq=False)
class FlightVariables:
    """Implements `lifeboat.decisions.FlightDecisions`."""

    situation: Situation
    builder: ModelBuilder
    free: frozenset[str]
    """Vehicles that leave as soon as they can; the model does not decide when they undock."""
    launches: dict[tuple[str, str], Chain] = field(default_factory=dict)
    """By vehicle and mode: 1 once it is launched."""
    undocks: dict[str, Chain] = field(default_factory=dict)
    """By vehicle, free ones aside: 1 once it has undocked."""
    moves: dict[str, Chain] = field(default_factory=dict)
    """By vehicle that may be moved to another port: 1 once it is."""
    _docked: dict[str, Curve] = field(default_factory=dict)

    def flies(self, ship: Ship, way: Way | None = None) -> Sum:
        if ship.is_docked:
            return Sum((), (), 1)
        ways = ship.ways if way is None else (way,)
        return total_of(plain(self.launches[ship.name, it.name].ever) for it in ways)

    def launched(self, ship: Ship, way: Way | None = None) -> Curve:
        if ship.launched is not None:
            return curve_of(Since(ship.launched))
        ways = ship.ways if way is None else (way,)
        return total(curve_of(self.launches[ship.name, it.name]) for it in ways)

    def docked(self, ship: Ship) -> Curve:
        if ship.name not in self._docked:
            self._docked[ship.name] = self._dockings(ship)
        return self._docked[ship.name]

    def _dockings(self, ship: Ship) -> Curve:
        if ship.docked is not None:
            return curve_of(Since(ship.docked))
        return total(self.launched(ship, way).later(way.flight) for way in ship.ways)

    def gone(self, ship: Ship) -> Curve:
        if ship.name in self.free and ship.docked is not None:
            return curve_of(Since(max(0, ship.docked + 1, ship.ready_to_leave)))
        if ship.name in self.free:
            return self.docked(ship).later(1)
        return curve_of(self.undocks[ship.name])

    def moved(self, ship: Ship) -> Curve:
        return curve_of(self.moves[ship.name]) if ship.name in self.moves else Curve()

    def life_over(self, ship: Ship) -> Curve:
        if ship.launched is not None:
            return curve_of(Since(ship.life_over(ship.launched)))
        life = ship.life_over(0)
        return total(self.launched(ship, way).later(max(life, way.flight)) for way in ship.ways)

    def cells(self, ship: Ship, way: Way) -> Sequence[tuple[int, int]]:
        return [(it.first, it.last) for it in self.launches[ship.name, way.name].cells]


def post_flights(
    situation: Situation, builder: ModelBuilder, candidates: Candidates
) -> FlightVariables:
    """Variables for every launch and undocking, in the order things happen to a vehicle."""
    ships = situation.ships.values()
    free = frozenset(ship.name for ship in ships if leaves_freely(situation, ship))
    flights = FlightVariables(situation, builder, free)
    for ship in ships:
        _post_launches(situation, flights, ship, candidates.get(Event(ship.name, "dock"), []))
        if ship.name not in free:
            _post_undocking(
                situation, flights, ship, candidates.get(Event(ship.name, "undock"), [])
            )
        if ship.moving is not None:
            _post_move(flights, ship, ship.moving, candidates.get(Event(ship.name, "move"), []))
    return flights


def _post_move(flights: FlightVariables, ship: Ship, moving: Moving, dates: Sequence[int]) -> None:
    """It is moved after it has docked, and before it undocks."""
    builder = flights.builder
    grid = cells(dates, move_spans(flights.situation, ship, moving))
    flights.moves[ship.name] = _chain(builder, grid, f"{ship.name} moved")
    moved, gone = flights.moved(ship), flights.gone(ship)
    post_order(builder, moved, flights.docked(ship).later(moving.apart))
    for cell in grid:
        here = moved.at(cell.last) - moved.at(cell.first - 1)
        builder.post(here + gone.at(cell.first + moving.apart - 1) <= 1)


def _post_launches(
    situation: Situation, flights: FlightVariables, ship: Ship, docks: Sequence[int]
) -> None:
    for way in ship.ways:
        grid = cells((slot - way.flight for slot in docks), launch_spans(situation, ship, way))
        name = f"{ship.name} {way.name} launched"
        flights.launches[ship.name, way.name] = _chain(flights.builder, grid, name)
    if not ship.is_docked:
        flights.builder.post(flights.flies(ship) <= 1)
    if ship.is_on_its_way:
        flights.builder.post(flights.flies(ship) >= 1)


def _post_undocking(
    situation: Situation, flights: FlightVariables, ship: Ship, dates: Sequence[int]
) -> None:
    grid = cells(dates, undock_spans(situation, ship))
    flights.undocks[ship.name] = _chain(flights.builder, grid, f"{ship.name} gone")
    post_order(flights.builder, flights.gone(ship), flights.docked(ship).later(1))


def _chain(builder: ModelBuilder, grid: Sequence[Cell], name: str) -> Chain:
    values = [builder.flag(f"{name} by {cell.last}") for cell in grid]
    for before, after in itertools.pairwise(values):
        builder.model.implication(before.index, after.index)
    return Chain(grid, values)


def post_order(builder: ModelBuilder, lower: Curve, upper: Curve) -> None:
    """Post that the lower curve never exceeds the upper one."""
    room = upper - lower
    builder.post_at_each(LazyConstraint(room, 0, tuple(sorted(room.falls())), None))
