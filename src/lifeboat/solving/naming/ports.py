"""Names the port of every vehicle, and lets those that hinder nobody leave as near to their plan
as the ports allow; all other dates are fixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lifeboat.curves import Sum, total_of
from lifeboat.errors import OurBug
from lifeboat.plans.course import Course
from lifeboat.rules.one_vehicle_per_port import OneVehiclePerPort
from lifeboat.situation.closures import closures
from lifeboat.situation.ship import FOREVER, Ship
from lifeboat.situation.situation import Situation
from lifeboat.situation.turn_round import turn_between, turn_round
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import leaves_freely
from lifeboat.solving.formulation.schedule import Schedule

EFFORT = 30.0
"""The deterministic time for each of two questions: any ports will do, some are nicer."""

Stay = tuple[int, Sum, tuple[Variable, ...]]
"""From when, until when, and under which choices."""


@dataclass(frozen=True, slots=True)
class Berth:
    """A vehicle's port, its undocking (None if it stays), and its move if it has a choice."""

    port: str
    undock: int | None
    move: tuple[int, str] | None = None


def assign_ports(
    situation: Situation,
    schedule: Schedule,
    settings: Settings,
    broken: frozenset[tuple[str, str]] = frozenset(),
    like: Course | None = None,
) -> dict[str, Berth]:
    """Every vehicle's port and undocking.

    Args:
        situation: the situation to decide.
        schedule: when every vehicle flies, and the group of like ports it docks at.
        settings: how to search.
        broken: the rules that need not hold, each with its subject.
        like: a plan whose ports are preferred.
    """
    return _PortNaming(situation, schedule, settings, broken, like).run()


class _PortNaming:
    def __init__(
        self,
        situation: Situation,
        schedule: Schedule,
        settings: Settings,
        broken: frozenset[tuple[str, str]],
        like: Course | None,
    ) -> None:
        self._situation, self._schedule, self._settings = situation, schedule, settings
        self._like = {} if like is None else like.voyages
        self._builder = ModelBuilder()
        self._costs: list[Sum] = []
        self._kept = [
            port
            for port in situation.scenario.ports
            if (OneVehiclePerPort.name, port) not in broken
        ]
        self._stay_as_scheduled = not OneVehiclePerPort().is_strict(situation)
        """Whether vehicles keep the ports of the schedule: a plan may break the rule at a cost."""
        pins = situation.scenario.pins.values()
        self._pinned = {pin.vehicle for pin in pins if pin.port is not None}
        self._ships = [situation.ships[name] for name in schedule.flights]
        self._free = {ship.name for ship in self._ships if leaves_freely(situation, ship)}
        self._ends = {ship.name: self._end(ship) for ship in self._ships}
        self._at = {ship.name: self._choose(ship) for ship in self._ships}
        self._to = {ship.name: self._choose_target(ship) for ship in self._ships}

        self._stays = {
            (ship.name, port): list(self._stays_of(ship, port))
            for ship in self._ships
            for port in situation.scenario.ports
        }

    def run(self) -> dict[str, Berth]:
        self._keep_apart()
        self._hold_one_at_a_time()
        self._keep_open()
        settings = Settings(seed=self._settings.seed, effort=EFFORT, cuts=True)
        search = Solver(self._builder, settings)
        cost = total_of(self._costs)
        step = search.minimise(cost)
        if not step.is_found:
            raise OurBug("dates that keep every port leave a way to name the ports")
        search.minimise(self._by_name(), [(cost, step.value or 0)], from_last=True)
        return {
            ship.name: Berth(
                next(port for port, flag in self._at[ship.name].items() if search.value(flag)),
                self._undock(search, ship),
                self._move(search, ship),
            )
            for ship in self._ships
        }

    def _by_name(self) -> Sum:
        """What is least if of two vehicles the first by name has the port it would rather have."""
        names = sorted(self._at, reverse=True)
        ranks = {name: rank for rank, name in enumerate(names, start=1)}
        return total_of(
            plain(flag) * (index * ranks[name])
            for at in (self._at, self._to)
            for name, flags in at.items()
            for index, flag in enumerate(flags.values())
        )

    def _move(self, search: Solver, ship: Ship) -> tuple[int, str] | None:
        move = self._schedule.moves.get(ship.name)
        named = (port for port, flag in self._to[ship.name].items() if search.value(flag))
        return None if move is None else (move[0], next(named))

    def _undock(self, search: Solver, ship: Ship) -> int | None:
        end = search.measure(self._ends[ship.name])
        return None if end >= self._situation.end else end

    def _end(self, ship: Ship) -> Sum:
        """When it undocks; the end of the horizon stands for a vehicle that stays."""
        course, end = self._schedule.flights[ship.name], self._situation.end
        if ship.name not in self._free:
            return plain(end if course.undock is None else course.undock)
        latest = end
        if ship.life < FOREVER and course.launch is not None:
            latest = min(end, max(course.dock + 1, course.launch + ship.life - ship.flight_down))
        earliest = max(course.dock + 1, ship.ready_to_leave)
        leaves = plain(self._builder.number(max(earliest, latest), ship.name, earliest))
        planned = min(end, end if ship.leaves is None else ship.leaves)
        off = plain(self._builder.number(end + abs(earliest), f"{ship.name} off its plan"))
        self._builder.post(leaves - planned <= off)
        self._builder.post(planned - leaves <= off)
        self._costs.append(off * 1000)
        return leaves

    def _choose(self, ship: Ship) -> dict[str, Variable]:
        order = [ship.port] if ship.port else list(ship.ports)
        scheduled = self._schedule.ports[ship.name]
        if self._stay_as_scheduled or ship.name in self._pinned:
            order = [port for port in order if port in scheduled] or list(scheduled)
        if ship.name in self._like:
            order.sort(key=lambda port: port != self._like[ship.name].stops[0].port)
        flags = {port: self._builder.flag(f"{ship.name} at {port}") for port in order}
        self._builder.post(total_of(plain(flag) for flag in flags.values()) >= 1)
        self._builder.post(total_of(plain(flag) for flag in flags.values()) <= 1)
        self._costs += [plain(flag) * index for index, flag in enumerate(flags.values())]
        return flags

    def _choose_target(self, ship: Ship) -> dict[str, Variable]:
        """Where it is moved, if it is moved by choice: to one port, in the order of preference."""
        move = self._schedule.moves.get(ship.name)
        if move is None or ship.moving is None:
            return {}
        order = [port for port in ship.moving.ports if port in move[1]]
        order.sort(key=lambda port: port not in [to for _, to in ship.relocations])
        flags = {port: self._builder.flag(f"{ship.name} moved to {port}") for port in order}
        self._builder.post(total_of(plain(flag) for flag in flags.values()) >= 1)
        self._builder.post(total_of(plain(flag) for flag in flags.values()) <= 1)
        self._costs += [plain(flag) * index for index, flag in enumerate(flags.values())]
        return flags

    def _keep_apart(self) -> None:
        for one in self._ships:
            for other in self._ships:
                if one.name != other.name:
                    for port in self._situation.scenario.ports:
                        self._one_then_other(one, other, port)

    def _one_then_other(self, one: Ship, other: Ship, port: str) -> None:
        """If the stay of `one` at a port begins first, it ends early enough for that of `other`."""
        for mine in self._stays[one.name, port]:
            for theirs in self._stays[other.name, port]:
                (first, end, mine_if), (begin, _, theirs_if) = mine, theirs
                if first < begin or (first == begin and one.name < other.name):
                    turn = self._turn(one, end, other) if port in self._kept else 0
                    self._builder.post_where((*mine_if, *theirs_if), end + turn <= begin)

    def _turn(self, before: Ship, end: Sum, after: Ship) -> int:
        """Least slots after a stay; a vehicle that only moves to another port leaves nobody."""
        if end is not self._ends[before.name]:
            return turn_round(self._situation)
        return turn_between(self._situation, before, after)

    def _hold_one_at_a_time(self) -> None:
        """Of all that are surely there when one docks, a port holds one. That follows from keeping
        each two apart, and makes the proof short.
        """
        for port in self._situation.scenario.ports:
            sure = [
                (first, self._least(end), chosen[0])
                for ship in self._ships
                for first, end, chosen in self._stays[ship.name, port]
                if len(chosen) == 1
            ]
            for now, _, _ in sure:
                here = total_of(plain(flag) for first, end, flag in sure if first <= now < end)
                self._builder.post(here <= 1)

    def _least(self, end: Sum) -> int:
        return self._builder.least(self._builder.read(end, optimistic=False))

    def _stays_of(self, ship: Ship, port: str) -> Iterator[Stay]:
        """Its stays at a port."""
        dock, end = self._schedule.flights[ship.name].dock, self._ends[ship.name]
        marks: list[tuple[int, dict[str, tuple[Variable, ...]]]] = [
            (dock, {name: (flag,) for name, flag in self._at[ship.name].items()})
        ]
        if ship.name not in self._free:
            last = end.number
            fixed = [(day, to) for day, to in ship.fixed_moves if max(dock, -1) < day < last]
            marks += [(day, {to: ()}) for day, to in fixed]
        if self._to[ship.name]:
            moved = self._schedule.moves[ship.name][0]
            marks.append((moved, {name: (flag,) for name, flag in self._to[ship.name].items()}))
        ends = [*(plain(day) for day, _ in marks[1:]), end]
        for (first, places), until in zip(marks, ends, strict=True):
            if port in places:
                yield first, until, places[port]

    def _keep_open(self) -> None:
        for ship in self._ships:
            for port in self._kept:
                for when, _ in closures(self._situation, port, ship):
                    for first, end, chosen in self._stays[ship.name, port]:
                        is_open = first >= when.end or when.first >= self._situation.end
                        if chosen and not is_open:
                            self._builder.post_where(chosen, end <= max(when.first, 0))
