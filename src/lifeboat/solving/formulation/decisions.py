"""The decisions of a situation as solver variables: the solver's side of `lifeboat.decisions`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from lifeboat.curves import Curve, Statement, Sum, total, total_of
from lifeboat.decisions import Party
from lifeboat.rules import RULES
from lifeboat.rules.flights_keep_their_windows import launch_spans
from lifeboat.rules.person_within_limits import PersonWithinLimits
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER, Ship, Way
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import Form, Linear, PutOff, plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.cells import (
    Candidates,
    Cell,
    cells,
    leaves_freely,
    undock_spans,
)
from lifeboat.solving.formulation.chains import Chain, Committed, Fixed, Since
from lifeboat.solving.formulation.parties import homes, parties
from lifeboat.solving.formulation.places import Places
from lifeboat.solving.formulation.ports import Berths
from lifeboat.solving.formulation.running_sums import Running


class Decider:
    """Every decision, on a grid of candidate dates. Implements `lifeboat.decisions.Decisions`."""

    def __init__(
        self,
        situation: Situation,
        candidates: Candidates,
        allows: Callable[[Party, Ship], bool] = lambda party, ship: True,
    ) -> None:
        self.situation = situation
        self.parties: Sequence[Party] = parties(situation)
        self.linear = Linear()
        self._rules = {rule.name: rule for rule in RULES}
        self._broken: dict[tuple[str, str], Variable] = {}
        self._free = {
            ship.name for ship in situation.ships.values() if leaves_freely(situation, ship)
        }
        self._arrived: dict[str, Curve] = {}
        self._aboard: dict[frozenset[Party], Curve] = {}
        self._docked: dict[str, Curve] = {}
        self.launches: dict[tuple[str, str], Chain] = {}
        self.undocks: dict[str, Chain] = {}
        self.leaving: dict[tuple[str, str], Chain] = {}
        self._homes = {
            party: tuple(ship for ship in homes(situation, party) if allows(party, ship))
            for party in self.parties
        }
        for ship in situation.ships.values():
            self._fly(ship, candidates)
        for party in self.parties:
            self._go_home(party)
        self.berths = Berths(self)
        self._places: Places | None = None

    def _fly(self, ship: Ship, candidates: Candidates) -> None:
        docks = candidates.get(Event(ship.name, "dock"), [])
        for way in ship.ways:
            grid = cells(
                (slot - way.flight for slot in docks), launch_spans(self.situation, ship, way)
            )
            self.launches[ship.name, way.name] = self._chain(
                grid, f"{ship.name} {way.name} launched"
            )
        if not ship.is_docked:
            self.linear.say(self.flies(ship) <= 1)
        if ship.name not in self._free:
            dates = candidates.get(Event(ship.name, "undock"), [])
            grid = cells(dates, undock_spans(self.situation, ship))
            self.undocks[ship.name] = self._chain(grid, f"{ship.name} gone")
            self._rising(self.gone(ship), self.docked(ship).later(1))

    def _chain(self, grid: Sequence[Cell], name: str) -> Chain:
        values = [self.linear.flag(f"{name} by {cell.last}") for cell in grid]
        for before, after in itertools.pairwise(values):
            self.linear.program.implication(before.index, after.index)
        return Chain(grid, values)

    def _rising(self, lower: Curve, upper: Curve) -> None:
        """What holds by the nature of things: the lower curve never passes the upper one."""
        room = upper - lower
        self.linear.say_each(PutOff(room, 0, tuple(sorted(room.falls())), None))

    def _go_home(self, party: Party) -> None:
        for ship in self._homes[party]:
            self.leaving[party.one.name, ship.name] = self._leave_on(party, ship)
        self._homes[party] = tuple(
            ship for ship in self._homes[party] if self.leaving[party.one.name, ship.name].cells
        )
        left = total(self.left_on(party, ship) for ship in self.rides_home(party))
        self._rising(left, self.arrived(party).later(1))

    def _leave_on(self, party: Party, ship: Ship) -> Chain:
        """People leave on a ship in the very cell it undocks in, or stay."""
        first = min((slot + 1 for slot in self.arrived(party).highs()), default=0)
        latest = self._latest(party, ship)
        name, size = f"{party.one.name} left on {ship.name}", party.size
        before = went_before = Sum()
        grid, values = [], []
        undock = self.undocks[ship.name]
        for cell, value in zip(undock.cells, undock.values, strict=True):
            went = plain(value)
            if cell.last >= first and cell.first <= latest:
                left = self.linear.number(size, f"{name} by {cell.last}")
                leaving = plain(left) - before
                self.linear.say(leaving >= 0)
                self.linear.say(leaving <= (went - went_before) * size)
                before = plain(left)
                grid.append(cell)
                values.append(left)
            went_before = went
        return Chain(grid, values)

    def departures(self, ship: Ship, parties: Sequence[Party]) -> Iterator[tuple[Cell, Sum, Sum]]:
        """Each cell a vehicle may leave in: how many of these people do, and whether it does."""
        chains = [self.leaving[party.one.name, ship.name] for party in parties]
        known = [dict(zip(chain.cells, chain.values, strict=True)) for chain in chains]
        left = gone = Sum()
        undock = self.undocks[ship.name]
        for cell, value in zip(undock.cells, undock.values, strict=True):
            now = total_of(plain(values[cell]) for values in known if cell in values)
            yield cell, now - left, plain(value) - gone
            left, gone = now, plain(value)

    def never_more_leave(self, rule: str, ship: Ship, parties: Sequence[Party], most: int) -> None:
        for _, leaving, goes in self.departures(ship, parties):
            if leaving.plain:
                self.require(rule, ship.name, leaving <= goes * most)

    def _latest(self, party: Party, ship: Ship) -> int:
        """The last slot in which these people may undock on a ship."""
        if not self.is_strict(PersonWithinLimits.name):
            return self.situation.end
        one = party.one
        last = one.return_window.end - 1
        if one.stay_most < FOREVER:
            last = min(last, max(self._launches(one), default=0) + one.stay_most)
        # What is later than the horizon is no longer looked at.
        return self.situation.end if last >= self.situation.end else max(0, last) - ship.flight_down

    def _launches(self, one: Member) -> Iterator[int]:
        """When somebody may have been launched at the latest, by vehicle and mode."""
        if one.aboard:
            yield -FOREVER if one.launched is None else one.launched
        for name, mode in one.ways_up:
            yield from (cell.last for cell in self.launches[name, mode].cells[-1:])

    def flies(self, ship: Ship, way: Way | None = None) -> Sum:
        if ship.is_docked:
            return Sum((), (), 1)
        ways = ship.ways if way is None else (way,)
        return total_of(plain(self.launches[ship.name, it.name].ever) for it in ways)

    def launched(self, ship: Ship, way: Way | None = None) -> Curve:
        if ship.launched is not None:
            return self.since(ship.launched)
        ways = ship.ways if way is None else (way,)
        return total(_curve(self.launches[ship.name, it.name]) for it in ways)

    def docked(self, ship: Ship) -> Curve:
        if ship.name not in self._docked:
            self._docked[ship.name] = self._dockings(ship)
        return self._docked[ship.name]

    def _dockings(self, ship: Ship) -> Curve:
        if ship.docked is not None:
            return self.since(ship.docked)
        return total(self.launched(ship, way).later(way.flight) for way in ship.ways)

    def gone(self, ship: Ship) -> Curve:
        if ship.name in self._free and ship.docked is not None:
            return self.since(max(0, ship.docked + 1, ship.ready_to_leave))
        if ship.name in self._free:
            return self.docked(ship).later(1)
        return _curve(self.undocks[ship.name])

    def arrived(self, party: Party) -> Curve:
        name = party.one.name
        if name not in self._arrived:
            self._arrived[name] = self._arrivals(party)
        return self._arrived[name]

    def _arrivals(self, party: Party) -> Curve:
        if party.one.aboard:
            return self.since(0) * party.size
        ships = self.situation.ships
        ways = [(ships[name], ships[name].way(way)) for name, way in party.one.ways_up]
        docked = (self.launched(ship, way).later(way.flight) for ship, way in ways if way)
        return total(docked) * party.size

    def left_on(self, party: Party, ship: Ship) -> Curve:
        return _curve(self.leaving[party.one.name, ship.name])

    def aboard(self, parties: Sequence[Party]) -> Curve:
        key = frozenset(parties)
        if key not in self._aboard:
            size = sum(party.size for party in key)
            running = Running(self.linear, self._count(parties), size, "aboard")
            self._aboard[key] = _curve(running)
        return self._aboard[key]

    def _count(self, parties: Sequence[Party]) -> Curve:
        arrived = total(self.arrived(party) for party in parties)
        ships = ((party, ship) for party in parties for ship in self.rides_home(party))
        return arrived - total(self.left_on(party, ship) for party, ship in ships)

    def rides_home(self, party: Party) -> Sequence[Ship]:
        return self._homes[party]

    def comes_by(self, party: Party, ship: str, way: str) -> Sum:
        return plain(self.launches[ship, way].ever) * party.size

    def committed(self, party: Party, ship: Ship) -> Curve:
        rides = plain(self.leaving[party.one.name, ship.name].ever)
        if party.one.aboard:
            return self.always(rides)
        arrived = self.arrived(party)
        return _curve(Committed(self.linear, rides, arrived, party.size))

    def since(self, slot: int) -> Curve:
        return _curve(Since(slot))

    def always(self, value: Sum) -> Curve:
        assert not value.terms, "only a plain decision is the same at every slot"
        parts = tuple((factor, Fixed(decision), 0) for factor, decision in value.plain)
        return Curve(parts, value.number)

    def cells(self, ship: Ship, way: Way) -> Sequence[tuple[int, int]]:
        return [(it.first, it.last) for it in self.launches[ship.name, way.name].cells]

    def at_port(self, ship: Ship, port: str) -> Sum:
        return self.berths.at_port(ship, port)

    def same_ports(self) -> Sequence[tuple[str, ...]]:
        return self.berths.groups

    def occupies(
        self, ship: Ship, ports: tuple[str, ...], slot: int, turn: int, until: int | None = None
    ) -> Sum:
        return self.berths.occupies(ship, ports, slot, turn, until)

    def stays(self, ship: Ship, ports: tuple[str, ...], when: Slots) -> Iterable[tuple[int, int]]:
        return self.berths.stays(ship, ports, when)

    def is_strict(self, rule: str) -> bool:
        return self._rules[rule].is_strict(self.situation)

    def require(self, rule: str, subject: str, statement: Statement) -> None:
        self.linear.say(statement, self._unless(rule, subject))

    def never_below(
        self,
        rule: str,
        subject: str,
        curve: Curve,
        least: int = 0,
        first: int = 0,
        end: int | None = None,
        seldom: bool = False,
    ) -> None:
        first = max(0, first)
        end = self.situation.end if end is None else min(end, self.situation.end)
        marks = {first, *(slot for slot in curve.falls() if first < slot < end)}
        slots = sorted(marks) if first < end else []
        unless = self._unless(rule, subject)
        if seldom:
            self.linear.put_off(PutOff(curve, least, tuple(slots), unless))
        else:
            self.linear.say_each(PutOff(curve, least, tuple(slots), unless))

    def _unless(self, rule: str, subject: str) -> Variable | None:
        if self.is_strict(rule) or self._rules[rule].feeds != "broken":
            return None
        key = rule, subject
        if key not in self._broken:
            self._broken[key] = self.linear.flag(f"{rule} broken for {subject}")
        return self._broken[key]

    def what_is_broken(self, value: Callable[[object], int]) -> frozenset[tuple[str, str]]:
        """The rules that a solution breaks, with what it breaks them for."""
        return frozenset(key for key, flag in self._broken.items() if value(flag))

    def broken(self) -> Sum:
        return Sum((), tuple((1, flag) for flag in self._broken.values()))

    def excess(self, curve: Curve, first: int, end: int) -> Sum:
        return total_of(
            self._above_zero(self.linear.form(curve, slot, kind=False)) * slots
            for slot, slots in _steps(curve, first, end)
        )

    def _above_zero(self, form: Form) -> Sum:
        greatest = self.linear.greatest(form)
        if greatest <= 0:
            return Sum()
        if self.linear.least(form) >= 0:
            return self._as_read(form)
        return plain(self._no_less(form, greatest))

    def above_zero(self, value: Sum) -> Sum:
        return self._above_zero(self.linear.read(value, kind=False))

    def at_least(self, value: Sum) -> Sum:
        form = self.linear.read(value, kind=False)
        return self._as_read(form) if len(form.weights) <= 1 else self._above_zero(form)

    def _as_read(self, form: Form) -> Sum:
        read = tuple((weight, self.linear.variable(index)) for index, weight in form.weights)
        return Sum((), read, form.number)

    def _no_less(self, form: Form, greatest: int) -> Any:
        over = self.linear.number(greatest, "excess")
        self.linear.say(self._as_read(form) <= plain(over))
        return over

    def time_above(self, curve: Curve, most: int, first: int, end: int) -> Sum:
        found = []
        for slot, slots in _steps(curve, first, end):
            form = self.linear.read(curve.at(slot) - most, kind=False)
            greatest = self.linear.greatest(form)
            if greatest > 0:
                above = self.linear.flag("above")
                self.linear.say(self._as_read(form) <= plain(above) * greatest)
                found.append(plain(above) * slots)
        return total_of(found)

    def spent(self, curve: Curve, first: int, end: int) -> Sum:
        return total_of(
            self._as_read(self.linear.form(curve, slot, kind=False)) * slots
            for slot, slots in _steps(curve, first, end)
        )

    def pin_seat(self, rule: str, subject: str, party: Party, ship: str, during: Slots) -> None:
        self.places.pin(rule, subject, party, ship, during)

    def pin_liner(self, rule: str, subject: str, party: Party, where: str, during: Slots) -> None:
        self.places.pin_liner(rule, subject, party, where, during)

    def seating(self) -> Places:
        return self.places

    @property
    def places(self) -> Places:
        """The places of all slots, worked out when first asked for."""
        if self._places is None:
            self._places = Places(self)
        return self._places


def _curve(known: Any) -> Curve:
    return Curve(((1, known, 0),))


def _steps(curve: Curve, first: int, end: int) -> list[tuple[int, int]]:
    """Stretches of slots in which a curve's reading does not change: first slot, and how many."""
    first = max(0, first)
    if first >= end:
        return []
    marks = [first, *sorted(slot for slot in curve.steps() if first < slot < end), end]
    return [(slot, after - slot) for slot, after in itertools.pairwise(marks)]
