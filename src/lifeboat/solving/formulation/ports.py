"""Which port a vehicle docks at, and which vehicle holds which port when."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lifeboat.curves import Decision, Sum
from lifeboat.rules.one_vehicle_per_port import OneVehiclePerPort, can_dock_at
from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.formulation.flights import FlightVariables

Group = tuple[str, ...]
"""Ports that are alike in every respect, and so count as one with room for several."""


@dataclass(eq=False)
class PortAssignment:
    """Implements `lifeboat.decisions.PortDecisions`."""

    situation: Situation
    builder: ModelBuilder
    flights: FlightVariables
    groups: tuple[Group, ...]
    choices: dict[str, dict[Group, Sum]]
    """By vehicle and group: 1 if it docks there first."""
    targets: dict[str, dict[Group, Sum]]
    """By vehicle that may be moved, and group: 1 if it is moved there."""

    def chosen(self, ship: Ship, value: Callable[[Decision], int]) -> Group:
        """The group of like ports at one of which it docks in a solution."""
        return _chosen(self.choices[ship.name], value)

    def moved_to(self, ship: Ship, value: Callable[[Decision], int]) -> Group:
        """The group of like ports to one of which it is moved in a solution; none if it is not."""
        return _chosen(self.targets.get(ship.name, {}), value)

    def moves_to(self, ship: Ship, port: str) -> Sum:
        """1 if it is moved to that port, or to one that is alike in every respect."""
        group = next(group for group in self.groups if port in group)
        return self.targets.get(ship.name, {}).get(group, Sum())

    def at_port(self, ship: Ship, port: str) -> Sum:
        """1 if it docks at that port, or at one that is alike in every respect."""
        group = next(group for group in self.groups if port in group)
        return self.choices[ship.name].get(group, Sum())

    def occupies(
        self,
        ship: Ship,
        ports: Group,
        slot: int,
        turn: int,
        until: int | None = None,
        away: int | None = None,
    ) -> Sum:
        """At least 1 if it holds one of the ports in the slot (or in any up to `until`), or left
        one less than `turn` slots before, `away` slots where it undocked.
        """
        last, left = slot if until is None else until - 1, slot - (turn if away is None else away)
        held = []
        elsewhere = False
        for day, end, port in _moves_of(ship):
            if port in ports and day <= last and slot < end + turn:
                held.append(self._moved_to(ship, ports, day, left, elsewhere))
            elsewhere = elsewhere or port not in ports
        chosen = self.choices[ship.name].get(ports)
        if chosen is not None:
            held += self._docked_at(ship, ports, slot - turn, last, left)
        target = self.targets.get(ship.name, {}).get(ports)
        if target is not None:
            here = self.flights.moved(ship).at(last) - self.flights.gone(ship).at(left)
            held.append(self._at_least(here + target - 1))
        if away is not None:
            held += self._leaves_instead(ship, ports, slot)
        return sum(held, Sum())

    def _leaves_instead(self, ship: Ship, ports: Group, slot: int) -> list[Sum]:
        """At least 1 if it undocks from there in a slot in which it was to be moved elsewhere."""
        moves = ship.fixed_moves
        if not any(day == slot and to not in ports for day, to in moves):
            return []
        gone, docked = self.flights.gone(ship), self.flights.docked(ship)
        leaves = gone.at(slot) - gone.at(slot - 1)
        moved = [(day, to) for day, to in moves if day < slot]
        was_there = docked.at(moved[-1][0] - 1) if moved else Sum()
        chosen = self.choices[ship.name].get(ports)
        held = [] if chosen is None else [self._at_least(leaves + chosen - was_there - 1)]
        if moved and moved[-1][1] in ports:
            held.append(self._at_least(leaves + was_there - 1))
        return held

    def _moved_to(self, ship: Ship, ports: Group, day: int, left: int, elsewhere: bool) -> Sum:
        """At least 1 once it has moved there; a vehicle that docked there has not moved."""
        gone = self.flights.gone(ship).at(max(left, day))
        here = self.flights.docked(ship).at(day - 1) - gone
        if not elsewhere:
            here = here - self.choices[ship.name].get(ports, Sum())
        return self._at_least(here)

    def _docked_at(self, ship: Ship, ports: Group, moved: int, last: int, left: int) -> list[Sum]:
        chosen = self.choices[ship.name][ports]
        docked, gone = self.flights.docked(ship), self.flights.gone(ship)
        here = docked.at(last) - gone.at(left)
        passed = [day for day, _, to in _moves_of(ship) if to not in ports and day <= moved]
        if passed:
            if ship.is_docked:
                return []
            here = here - docked.at(max(passed) - 1)
        if ship.moving is not None:
            here = here - self.flights.moved(ship).at(moved)
            return [self._at_least(here + chosen - 1)]
        if not chosen.plain:
            return [here] if not passed else [self._at_least(here)]
        return [self._at_least(here + chosen - 1)]

    def _at_least(self, value: Sum) -> Sum:
        builder = self.builder
        read = builder.read(value, optimistic=False)
        if builder.greatest(read) <= 0:
            return Sum()
        held = plain(builder.flag("port held"))
        builder.post(value <= held)
        return held

    def stays(self, ship: Ship, ports: Group, when: Slots) -> Iterable[tuple[int, int]]:
        """The parts of a window between moves, within the horizon."""
        first, end = max(0, when.first), min(when.end, self.situation.end)
        marks = [first, *(day for day, _ in ship.fixed_moves if first < day < end), end]
        return itertools.pairwise(marks)


def post_ports(
    situation: Situation, builder: ModelBuilder, flights: FlightVariables
) -> PortAssignment:
    """The choice of port for every vehicle."""
    groups = tuple(tuple(group) for group in _like_ports(situation))
    choices = {
        ship.name: _port_choice(situation, builder, flights, groups, ship)
        for ship in situation.ships.values()
    }
    targets = {
        ship.name: _target_choice(builder, flights, groups, ship, choices[ship.name])
        for ship in situation.ships.values()
        if ship.moving is not None
    }
    return PortAssignment(situation, builder, flights, groups, choices, targets)


def _chosen(choices: Mapping[Group, Sum], value: Callable[[Decision], int]) -> Group:
    taken = (
        group
        for group, chosen in choices.items()
        if chosen.number or any(value(flag) for _, flag in chosen.plain)
    )
    return next(taken, ())


def _target_choice(
    builder: ModelBuilder,
    flights: FlightVariables,
    groups: tuple[Group, ...],
    ship: Ship,
    docks_at: Mapping[Group, Sum],
) -> dict[Group, Sum]:
    """Where it is moved, if it is moved: never to where it is, or to a port that is alike."""
    ports = () if ship.moving is None else ship.moving.ports
    fitting = [group for group in groups if set(group) & set(ports)]
    targets = {group: plain(builder.flag(f"{ship.name} moved to {group[0]}")) for group in fitting}
    moved, total = plain(flights.moves[ship.name].ever), sum(targets.values(), Sum())
    builder.post(total >= moved)
    builder.post(total <= moved)
    for group, target in targets.items():
        builder.post(target + docks_at.get(group, Sum()) <= 1)
    return targets


def _port_choice(
    situation: Situation,
    builder: ModelBuilder,
    flights: FlightVariables,
    all_groups: tuple[Group, ...],
    ship: Ship,
) -> dict[Group, Sum]:
    anywhere = not OneVehiclePerPort().is_strict(situation) and not ship.is_docked
    groups = [
        group
        for group in all_groups
        if (anywhere and can_dock_at(situation, ship, group[0]))
        or set(group) & set(_docks_at(ship))
    ]
    if len(groups) == 1:
        return {groups[0]: Sum((), (), 1)}
    flags = {group: builder.flag(f"{ship.name} at {group[0]}") for group in groups}
    chosen = {group: plain(flag) for group, flag in flags.items()}
    if not ship.is_docked:
        builder.post(sum(chosen.values(), Sum()) >= flights.flies(ship))
        builder.post(sum(chosen.values(), Sum()) <= 1)
    return chosen


def _docks_at(ship: Ship) -> tuple[str, ...]:
    return (ship.port,) if ship.port else ship.ports


def _moves_of(ship: Ship) -> list[tuple[int, int, str]]:
    """Each port it moves to: from which slot, up to which slot, and the port."""
    moves = [
        move
        for before, move in zip([(0, ""), *ship.fixed_moves], ship.fixed_moves, strict=False)
        if move[1] != before[1]
    ]
    ends = [*(day for day, _ in moves[1:]), 10**9]
    return [(day, end, port) for (day, port), end in zip(moves, ends, strict=False)]


def _like_ports(situation: Situation) -> list[list[str]]:
    groups: dict[object, list[str]] = {}
    alone = _told_apart(situation)
    for name, port in situation.scenario.ports.items():
        users = frozenset(_uses_of(situation, name))
        closed = tuple(
            (situation.clock.slots(it.during), None if it.types is None else tuple(it.types))
            for it in port.closures.values()
        )
        groups.setdefault(name if name in alone else (users, closed), []).append(name)
    return list(groups.values())


def _uses_of(situation: Situation, port: str) -> Iterator[tuple[str, str]]:
    """Which vehicles may dock at a port, or be moved to it."""
    for ship in situation.ships.values():
        if port in ship.ports:
            yield ship.name, "docks"
        if ship.moving is not None and port in ship.moving.ports:
            yield ship.name, "moves"


def _told_apart(situation: Situation) -> set[str]:
    """Ports that a move or a pin names; and, where the rule may be broken, every port."""
    if not OneVehiclePerPort().is_strict(situation):
        return set(situation.scenario.ports)
    pinned = {pin.port for pin in situation.scenario.pins.values() if pin.port is not None}
    ships = situation.ships.values()
    return pinned | {port for ship in ships for _, port in ship.fixed_moves}
