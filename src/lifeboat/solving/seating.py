"""Name who rides home on what and who sits where, with as few liners moved as possible.

Dates are settled and so is how many person-slots each quality of place costs;
what is left is small enough to speak of everybody by name.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from lifeboat.goals.best_places import Damaged, Improvised, NoPlace
from lifeboat.plans.course import Course, Journey, Sitting, Voyage
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson, is_ready, may_sit
from lifeboat.solving.search import PARAMETERS, Settings
from lifeboat.station.ship import Places
from lifeboat.station.situation import Situation

MOVE = 1_000_000
"""What a reseat weighs against the order of names."""

Sittings = dict[str, tuple[Sitting, ...]]


@dataclass(frozen=True, slots=True)
class Seated:
    """Where everybody's liner is, how many were moved, and whether that is proven the fewest."""

    sittings: Sittings
    reseats: int
    bound: int


def seat(
    course: Course,
    spent: dict[str, int],
    settings: Settings,
    broken: frozenset[tuple[str, str]] = frozenset(),
) -> Seated | None:
    """Seat everybody for settled voyages and rides; None if the time is over.

    Args:
        course: every voyage and journey; its sittings are not looked at.
        spent: the most person-slots each quality may cost, by the name of its goal.
        settings: how to search.
        broken: the rules that need not be kept, by subject.
    """
    return _Seating(course, spent, broken).solve(settings)


class _Seating:
    def __init__(
        self, course: Course, spent: dict[str, int], broken: frozenset[tuple[str, str]]
    ) -> None:
        self._course, self._broken = course, broken
        self._strict = SeatFitsItsPerson().is_strict(course.situation)
        self._model = cp_model.CpModel()
        self._stretches = list(_stretches(course))
        self._sits: dict[tuple[str, str, int], Any] = {}
        self._cost: dict[str, list[Any]] = {"none": [], "damaged": [], "improvised": []}
        self._moves: list[tuple[Any, int]] = []
        for first, end in self._stretches:
            self._sit(first, end)
        for rank, journey in enumerate(course.journeys.values()):
            self._follow(journey, rank)
            self._ride_home(journey)
        self._keep_pins()
        if EveryoneHasASeat().is_strict(course.situation):
            self._model.add(sum(self._cost["none"]) == 0)
        for name, quality in _QUALITY.items():
            if name in spent:
                self._model.add(sum(self._cost[quality]) <= spent[name])

    def _sit(self, first: int, end: int) -> None:
        people = list(self._course.aboard(first))
        seated: dict[str, list[tuple[Journey, Any]]] = {}
        for journey in people:
            flags = []
            for voyage in self._course.voyages.values():
                ship = voyage.ship
                if voyage.is_here(first) and self._offers(journey, voyage, first):
                    flag = self._model.new_bool_var("")
                    self._sits[journey.member.name, ship.name, first] = flag
                    seated.setdefault(ship.name, []).append((journey, flag))
                    flags.append(flag)
            self._model.add_at_most_one(flags)
            self._cost["none"].append((end - first) * (1 - sum(flags)))
        for name, sitting in seated.items():
            self._count(self._course.voyages[name], sitting, first, end)

    def _offers(self, journey: Journey, voyage: Voyage, slot: int) -> bool:
        """Whether anything is gained by a liner being there: a place, now or at another time."""
        useful = any(spell.places != Places() for spell in voyage.ship.spells if spell.end > 0)
        pinned = any(pin.seat == voyage.ship.name for pin in self._pins())
        allowed = may_sit(journey.member, voyage.ship, slot, self._strict)
        return allowed and (useful or pinned)

    def _pins(self) -> Iterator[Any]:
        return (pin for pin in self._course.situation.scenario.pins.values() if pin.seat)

    def _count(
        self, voyage: Voyage, sitting: list[tuple[Journey, Any]], first: int, end: int
    ) -> None:
        """Nominal seats first, then improvised places; who finds neither has no place."""
        ship, slots = voyage.ship, end - first
        places = ship.spell(first).places
        ready = {one.member.name: is_ready(one.member, ship, first) for one, _ in sitting}
        fit = [f for one, f in sitting if ready[one.member.name] and one.member.fits(ship)]
        loose = [
            f
            for one, f in sitting
            if not self._strict or (ready[one.member.name] and one.member.fits_improvised(ship))
        ]
        everyone = [f for _, f in sitting]
        if places.damaged:
            self._damaged(fit, everyone, places.damaged, slots)
            return
        none, worse = self._number(len(everyone)), self._number(len(everyone))
        room = places.improvised + (0 if self._strict else places.nominal)
        neither = [f for f in everyone if not _in(f, fit) and not _in(f, loose)]
        short = [
            sum(everyone) - places.nominal - places.improvised,
            sum(everyone) - sum(loose) - places.nominal,
            sum(everyone) - sum(fit) - room,
            sum(neither),
        ]
        self._model.add_max_equality(none, short)
        below = [sum(everyone) - places.nominal, sum(everyone) - sum(fit)]
        self._model.add_max_equality(worse, [*below, none])
        self._cost["none"].append(slots * none)
        self._cost["improvised"].append(slots * (worse - none))

    def _damaged(self, fit: list[Any], everyone: list[Any], room: int, slots: int) -> None:
        none = self._number(len(everyone))
        able = fit if self._strict else everyone
        self._model.add_max_equality(none, [sum(everyone) - room, sum(everyone) - sum(able), 0])
        self._cost["none"].append(slots * none)
        self._cost["damaged"].append(slots * (sum(everyone) - none))

    def _number(self, most: int) -> Any:
        return self._model.new_int_var(0, most, "")

    def _follow(self, journey: Journey, rank: int) -> None:
        """Count every move of a liner into another vehicle."""
        name = journey.member.name
        for ship in self._course.voyages:
            before: Any = 1 if journey.start == ship else 0
            for first, _ in self._stretches:
                if not journey.first <= first < journey.end:
                    continue
                now = self._sits.get((name, ship, first), 0)
                if not isinstance(now, int) and not (isinstance(before, int) and before == 1):
                    moved = self._model.new_bool_var("")
                    self._model.add(moved >= now - before)
                    self._moves.append(
                        (
                            moved,
                            MOVE
                            + 100 * rank
                            + min(99, first * 99 // max(1, self._course.situation.end)),
                        )
                    )
                before = now

    def _ride_home(self, journey: Journey) -> None:
        if journey.home is None or journey.home.undock is None:
            return
        if (HomeOnASoundSeat.name, journey.home.ship.name) in self._broken:
            return
        last = max(first for first, _ in self._stretches if first < journey.home.undock)
        flag = self._sits.get((journey.member.name, journey.home.ship.name, last))
        if flag is None:
            self._model.add_bool_or([])
        else:
            self._model.add(flag == 1)

    def _keep_pins(self) -> None:
        situation = self._course.situation
        for name, pin in situation.scenario.pins.items():
            if pin.seat is None or (PinsHold.name, name) in self._broken:
                continue
            during = situation.clock.slots(pin.during) if pin.during else None
            journey = self._course.journeys.get(str(pin.person))
            for first, _ in self._stretches:
                here = journey is not None and journey.first <= first < journey.end
                if here and (during is None or first in during):
                    flag = self._sits.get((str(pin.person), str(pin.seat), first))
                    self._model.add_bool_or([] if flag is None else [flag])

    def solve(self, settings: Settings) -> Seated | None:
        self._model.minimize(sum(weight * moved for moved, weight in self._moves))
        solver = cp_model.CpSolver()
        for name, value in PARAMETERS.items():
            setattr(solver.parameters, name, value)
        solver.parameters.random_seed = settings.seed
        status = solver.solve(self._model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        sittings = {
            name: tuple(self._read(solver, journey))
            for name, journey in self._course.journeys.items()
        }
        reseats = sum(int(solver.value(moved)) for moved, _ in self._moves)
        bound = -(-int(solver.best_objective_bound) // (MOVE + 100 * 1000)) if reseats else 0
        return Seated(sittings, reseats, reseats if status == cp_model.OPTIMAL else bound)

    def _read(self, solver: cp_model.CpSolver, journey: Journey) -> Iterator[Sitting]:
        found: list[Sitting] = []
        for first, end in self._stretches:
            if not journey.first <= first < journey.end:
                continue
            ship = next(
                (
                    name
                    for name in self._course.voyages
                    if (flag := self._sits.get((journey.member.name, name, first))) is not None
                    and solver.value(flag)
                ),
                None,
            )
            if found and found[-1].ship == ship:
                found[-1] = Sitting(ship, found[-1].first, end)
            else:
                found.append(Sitting(ship, first, end))
        return iter(found)


_QUALITY = {NoPlace.name: "none", Damaged.name: "damaged", Improvised.name: "improvised"}


def _in(flag: Any, flags: list[Any]) -> bool:
    return any(flag is other for other in flags)


def _stretches(course: Course) -> Iterator[tuple[int, int]]:
    """The horizon cut wherever somebody, a vehicle or a condition comes or goes."""
    situation: Situation = course.situation
    marks = {0}
    for voyage in course.voyages.values():
        marks |= {voyage.dock, voyage.ship.reseat_from}
        marks |= {spell.first for spell in voyage.ship.spells}
        if voyage.undock is not None:
            marks |= {voyage.undock - 1, voyage.undock}
    for pin in situation.scenario.pins.values():
        if pin.seat and pin.during:
            during = situation.clock.slots(pin.during)
            marks |= {during.first, during.end}
    inside = [*sorted(mark for mark in marks if 0 <= mark < situation.end), situation.end]
    yield from itertools.pairwise(inside)
