"""The bones of a plan: modes, dates and how many of whom ride home on what; no names yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lifeboat.decisions import Party
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.ship import Ship, Way
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.chains import Chain
from lifeboat.solving.formulation.decisions import Decider


@dataclass(frozen=True, slots=True)
class Course:
    """When a vehicle flies. `undock` is None for one that stays, or whose leaving is still open."""

    way: Way | None
    launch: int | None
    dock: int
    undock: int | None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Every vehicle that flies, and who rides home on what, by numbers."""

    courses: dict[str, Course]
    rides: dict[tuple[Party, str], int]
    ports: dict[str, tuple[str, ...]]
    """The like ports of which each vehicle docks at one."""

    def events(self) -> dict[Event, list[int]]:
        """When everything happens, but for what has happened before."""
        docks = {Event(name, "dock"): [it.dock] for name, it in self.courses.items() if it.way}
        leaves = {
            Event(name, "undock"): [it.undock]
            for name, it in self.courses.items()
            if it.undock is not None
        }
        return {**docks, **leaves}


def read_skeleton(decider: Decider, value: Callable[[object], int]) -> Skeleton:
    """Read the bones of a plan out of a solution; a date within a gap is read as its first slot."""
    courses = {}
    for ship in decider.situation.ships.values():
        course = _course(decider, ship, value)
        if course is not None:
            courses[ship.name] = course
    rides = {
        (party, ship.name): count
        for party in decider.parties
        for ship in decider.rides_home(party)
        if (count := value(decider.leaving[party.one.name, ship.name].ever))
    }
    ports = {name: decider.berths.chosen(decider.situation.ships[name], value) for name in courses}
    return Skeleton(courses, rides, ports)


def chosen_cells(decider: Decider, value: Callable[[object], int]) -> dict[Event, Cell]:
    """The cell each event falls into, docks by the slots of docking."""
    found = {}
    for (name, mode), chain in decider.launches.items():
        cell = _happens(chain, value)
        way = decider.situation.ships[name].way(mode)
        if cell is not None and way is not None:
            docks = Cell(cell.first + way.flight, cell.last + way.flight)
            found[Event(name, "dock")] = docks
    for name, chain in decider.undocks.items():
        cell = _happens(chain, value)
        if cell is not None:
            found[Event(name, "undock")] = cell
    return found


def gaps(decider: Decider) -> Iterator[tuple[Variable, Variable | None]]:
    """For every gap: the flags of its end and its beginning, the first not without the second."""
    for chain in (*decider.launches.values(), *decider.undocks.values()):
        before = None
        for cell, flag in zip(chain.cells, chain.values, strict=True):
            if cell.is_gap:
                yield flag, before
            before = flag


def _course(decider: Decider, ship: Ship, value: Callable[[object], int]) -> Course | None:
    undock = None
    if ship.name in decider.undocks:
        cell = _happens(decider.undocks[ship.name], value)
        undock = None if cell is None else cell.first
    if ship.docked is not None:
        return Course(None, ship.launched, ship.docked, undock)
    for way in ship.ways:
        cell = _happens(decider.launches[ship.name, way.name], value)
        if cell is not None:
            return Course(way, cell.first, cell.first + way.flight, undock)
    return None


def _happens(chain: Chain, value: Callable[[object], int]) -> Cell | None:
    pairs = zip(chain.cells, chain.values, strict=True)
    return next((cell for cell, flag in pairs if value(flag)), None)
