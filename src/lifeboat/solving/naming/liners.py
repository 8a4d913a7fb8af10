"""Where everybody's liner may be, by name, once dates are fixed: places, moves, rides home."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lifeboat.curves import Statement, Sum, total_of
from lifeboat.plans.course import Voyage
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson, may_sit
from lifeboat.scenario.pins import Pin
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Places
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import all_of, plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.places import STATION

Require = Callable[[str, str, Statement], None]
"""Posts a statement of a rule about a subject, unless the rule is broken for it."""


@dataclass(frozen=True, slots=True)
class Rider:
    """Somebody who is aboard at some time."""

    member: Member
    start: str | None
    """Where their liner is before anybody moves it."""
    first: int
    homes: tuple[tuple[Voyage, Sum], ...]
    """The voyages they may go home on, and whether they do."""

    def there(self, slot: int) -> Sum:
        """Whether they are aboard in a slot."""
        if slot < self.first:
            return Sum()
        return 1 - total_of(rides for it, rides in self.homes if _is_gone(it, slot))


@dataclass(frozen=True, slots=True)
class Move:
    """A possible move of a liner into a vehicle."""

    flag: Variable
    rank: int
    """The rank of its person among the riders."""
    slot: int


def post_liners(
    situation: Situation,
    builder: ModelBuilder,
    voyages: Iterable[Voyage],
    riders: Sequence[Rider],
    require: Require,
) -> LinerModel:
    """Post who may sit where in each stretch of time, what that costs, and the moves of liners."""
    liners = LinerModel(situation, builder, voyages, require)
    liners.post(riders)
    return liners


class LinerModel:
    """Who sits where in each stretch of time, what that costs, and the moves of liners."""

    def __init__(
        self,
        situation: Situation,
        builder: ModelBuilder,
        voyages: Iterable[Voyage],
        require: Require,
    ) -> None:
        self._situation, self._builder, self._require = situation, builder, require
        self._voyages = {voyage.ship.name: voyage for voyage in voyages}
        self._strict = SeatFitsItsPerson().is_strict(situation)
        self._pins = {
            name: pin for name, pin in situation.scenario.pins.items() if pin.is_about_a_liner
        }
        self.stretches = list(_liner_stretches(situation, self._voyages.values()))
        self.sits: dict[tuple[str, str, int], Variable] = {}
        """By person, vehicle and first slot of a stretch."""
        self._costs: dict[str, list[Sum]] = {"none": [], "damaged": [], "improvised": []}
        self.moves: list[Move] = []

    def post(self, riders: Sequence[Rider]) -> None:
        """Post places, moves, rides home and pins of liners, in this order."""
        for first, end in self.stretches:
            self._sit(riders, first, end)
        for rank, rider in enumerate(riders):
            self._follow(rider, rank)
            self._ride_home(rider)
        self._keep_pins({rider.member.name: rider for rider in riders})

    def cost(self, quality: str) -> Sum:
        """The person-slots spent on places of a quality, `none` for no place at all."""
        return total_of(self._costs[quality])

    def _sit(self, riders: Sequence[Rider], first: int, end: int) -> None:
        seated: dict[str, list[tuple[Member, Variable]]] = {}
        for rider in riders:
            there = rider.there(first)
            if self._builder.greatest(self._builder.read(there, optimistic=True)) <= 0:
                continue
            member, flags = rider.member, list[Variable]()
            for voyage in self._voyages.values():
                if voyage.is_here(first) and self._offers(member, voyage, first):
                    name = voyage.ship.name
                    flag = self._builder.flag(f"{member.name} in {name}")
                    self.sits[member.name, name, first] = flag
                    seated.setdefault(name, []).append((member, flag))
                    flags.append(flag)
            if flags:
                self._builder.post(all_of(flags) <= there)
            self._costs["none"].append((there - all_of(flags)) * (end - first))
        for name, sitting in seated.items():
            self._count(self._voyages[name], sitting, first, end)

    def _equipped(self, member: Member, slot: int) -> Member:
        """Somebody with the gear that has been delivered by a slot."""
        there = [name for name, voyage in self._voyages.items() if voyage.dock <= slot]
        return member.equipped(there)

    def _offers(self, member: Member, voyage: Voyage, slot: int) -> bool:
        """Whether a liner may be there and gain something: a place, now or at another time."""
        useful = any(spell.places != Places() for spell in voyage.ship.spells if spell.end > 0)
        pins = self._pins.values()
        pinned = any(voyage.ship.name in (pin.seat, pin.liner) for pin in pins)
        member = self._equipped(member, slot)
        return may_sit(member, voyage.ship, slot, self._strict) and (useful or pinned)

    def _count(
        self, voyage: Voyage, sitting: list[tuple[Member, Variable]], first: int, end: int
    ) -> None:
        """Nominal seats first, then improvised places; whoever finds neither has no place."""
        ship, slots = voyage.ship, end - first
        places = ship.spell(first).places
        sitting = [(self._equipped(one, first), flag) for one, flag in sitting]
        ready = {one.name: one.can_move_into(ship, first) for one, _ in sitting}
        fit = [f for one, f in sitting if ready[one.name] and one.fits(ship)]
        loose = [
            f
            for one, f in sitting
            if not self._strict or (ready[one.name] and one.fits_improvised(ship))
        ]
        everyone = [f for _, f in sitting]
        if places.damaged:
            self._damaged(fit, everyone, places.damaged, slots)
            return
        none, worse = self._number(everyone), self._number(everyone)
        room = places.improvised + (0 if self._strict else places.nominal)
        here = all_of(everyone)
        short = [
            here - places.nominal - places.improvised,
            here - all_of(loose) - places.nominal,
            here - all_of(fit) - room,
            all_of(flag for flag in everyone if flag not in fit and flag not in loose),
        ]
        self._builder.post_maximum(none, short)
        if voyage.is_past_life(first):
            self._costs["none"].append(plain(none) * slots)
            self._costs["damaged"].append((here - plain(none)) * slots)
            return
        below = [here - places.nominal, here - all_of(fit)]
        self._builder.post_maximum(worse, [*below, plain(none)])
        self._costs["none"].append(plain(none) * slots)
        self._costs["improvised"].append((plain(worse) - plain(none)) * slots)

    def _damaged(
        self, fit: list[Variable], everyone: list[Variable], room: int, slots: int
    ) -> None:
        none, here = self._number(everyone), all_of(everyone)
        able = fit if self._strict else everyone
        self._builder.post_maximum(none, [here - room, here - all_of(able), Sum()])
        self._costs["none"].append(plain(none) * slots)
        self._costs["damaged"].append((here - plain(none)) * slots)

    def _number(self, people: list[Variable]) -> Variable:
        return self._builder.number(len(people), "places short")

    def _follow(self, rider: Rider, rank: int) -> None:
        """Count every move of a liner into another vehicle."""
        name = rider.member.name
        for ship in self._voyages:
            before = plain(int(rider.start == ship))
            for first, _ in self.stretches:
                if first < rider.first:
                    continue
                flag = self.sits.get((name, ship, first))
                now = plain(0) if flag is None else plain(flag)
                if flag is not None and before != plain(1):
                    moved = self._builder.flag(f"{name} moves into {ship}")
                    self._builder.post(now - before <= plain(moved))
                    self.moves.append(Move(moved, rank, first))
                before = now

    def _ride_home(self, rider: Rider) -> None:
        for voyage, rides in rider.homes:
            last = max(first for first, _ in self.stretches if not _is_gone(voyage, first))
            name = voyage.ship.name
            flag = self.sits.get((rider.member.name, name, last))
            seated = plain(0 if flag is None else flag)
            self._require(HomeOnASoundSeat.name, name, seated >= rides)

    def _keep_pins(self, riders: dict[str, Rider]) -> None:
        for name, pin in self._pins.items():
            if str(pin.person) in riders:
                for first in self._pinned(pin):
                    self._keep(name, pin, riders[str(pin.person)], first)

    def _keep(self, name: str, pin: Pin, rider: Rider, first: int) -> None:
        sits = {
            ship: plain(flag)
            for (who, ship, slot), flag in self.sits.items()
            if (who, slot) == (rider.member.name, first)
        }
        there = rider.there(first)
        if pin.never:
            self._require(PinsHold.name, name, sits.get(str(pin.liner), Sum()) <= 0)
            return
        for where in (pin.seat, pin.liner):
            if where == STATION:
                self._require(PinsHold.name, name, total_of(sits.values()) <= 0)
            elif where is not None:
                self._require(PinsHold.name, name, sits.get(where, Sum()) >= there)

    def _pinned(self, pin: Pin) -> Iterator[int]:
        during = self._situation.during(pin)
        return (first for first, _ in self.stretches if first in during)


def _is_gone(voyage: Voyage, slot: int) -> bool:
    return voyage.undock is not None and voyage.undock <= slot


def _liner_stretches(situation: Situation, voyages: Iterable[Voyage]) -> Iterator[tuple[int, int]]:
    """The horizon, cut wherever a vehicle, its condition or a pin begins or ends."""
    marks = {0}
    for voyage in voyages:
        marks |= {voyage.dock, voyage.ship.reseat_from, voyage.ship.life_over(voyage.launch)}
        marks |= {spell.first for spell in voyage.ship.spells}
        if voyage.undock is not None:
            marks |= {voyage.undock - 1, voyage.undock}
    marks |= situation.liner_pin_edges()
    inside = [*sorted(mark for mark in marks if 0 <= mark < situation.end), situation.end]
    yield from itertools.pairwise(inside)
