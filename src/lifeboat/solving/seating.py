"""Name who rides home on what and who sits where, with as few liners moved as possible.

Dates are settled and so is how many person-slots each quality of place costs;
what is left is small enough to speak of everybody by name.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from lifeboat.decisions import Sum, total_of
from lifeboat.goals.best_places import Damaged, Improvised, NoPlace
from lifeboat.plans.course import Course, Journey, Sitting, Voyage
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.rules.home_on_a_sound_seat import HomeOnASoundSeat
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson, is_ready, may_sit
from lifeboat.solving.linear import Linear, all_of, plain
from lifeboat.solving.program import Variable
from lifeboat.solving.search import Search, Settings
from lifeboat.station.pins import Pin
from lifeboat.station.ship import Places
from lifeboat.station.situation import Situation

MOVE = 10**10
"""What a reseat weighs against places other than in a plan that is to be kept."""

ELSEWHERE = 100_000
"""What such a place, for one stretch of time, weighs against the order of names."""

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
    like: Course | None = None,
) -> Seated | None:
    """Seat everybody for settled voyages and rides; None if the time is over.

    Args:
        course: every voyage and journey; its sittings are not looked at.
        spent: the most person-slots each quality may cost, by the name of its goal.
        settings: how to search.
        broken: the rules that need not be kept, by subject.
        like: a plan whose places are kept where that moves no more liners.
    """
    return _Seating(course, spent, broken, like).solve(settings)


class _Seating:
    def __init__(
        self,
        course: Course,
        spent: dict[str, int],
        broken: frozenset[tuple[str, str]],
        like: Course | None,
    ) -> None:
        self._course, self._broken = course, broken
        self._strict = SeatFitsItsPerson().is_strict(course.situation)
        self._linear = Linear()
        self._stretches = list(_stretches(course))
        self._sits: dict[tuple[str, str, int], Variable] = {}
        self._cost: dict[str, list[Sum]] = {"none": [], "damaged": [], "improvised": []}
        self._moves: list[tuple[Variable, int]] = []
        self._elsewhere = list[Variable]()
        for first, end in self._stretches:
            self._sit(first, end)
        for rank, journey in enumerate(course.journeys.values()):
            self._follow(journey, rank)
            self._ride_home(journey)
        if like is not None:
            self._compare(like)
        self._keep_pins()
        if EveryoneHasASeat().is_strict(course.situation):
            self._linear.say(total_of(self._cost["none"]) <= 0)
        for name, quality in _QUALITY.items():
            if name in spent:
                self._linear.say(total_of(self._cost[quality]) <= spent[name])

    def _sit(self, first: int, end: int) -> None:
        people = list(self._course.aboard(first))
        seated: dict[str, list[tuple[Journey, Variable]]] = {}
        for journey in people:
            flags = []
            for voyage in self._course.voyages.values():
                ship = voyage.ship
                if voyage.is_here(first) and self._offers(journey, voyage, first):
                    flag = self._linear.flag(f"{journey.member.name} in {ship.name}")
                    self._sits[journey.member.name, ship.name, first] = flag
                    seated.setdefault(ship.name, []).append((journey, flag))
                    flags.append(flag)
            if flags:
                self._linear.say(all_of(flags) <= 1)
            self._cost["none"].append((1 - all_of(flags)) * (end - first))
        for name, sitting in seated.items():
            self._count(self._course.voyages[name], sitting, first, end)

    def _offers(self, journey: Journey, voyage: Voyage, slot: int) -> bool:
        """Whether anything is gained by a liner being there: a place, now or at another time."""
        useful = any(spell.places != Places() for spell in voyage.ship.spells if spell.end > 0)
        pinned = any(pin.seat == voyage.ship.name for pin in self._pins())
        allowed = may_sit(journey.member, voyage.ship, slot, self._strict)
        return allowed and (useful or pinned)

    def _pins(self) -> Iterator[Pin]:
        return (pin for pin in self._course.situation.scenario.pins.values() if pin.seat)

    def _count(
        self, voyage: Voyage, sitting: list[tuple[Journey, Variable]], first: int, end: int
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
        none, worse = self._number(everyone), self._number(everyone)
        room = places.improvised + (0 if self._strict else places.nominal)
        here = all_of(everyone)
        short = [
            here - places.nominal - places.improvised,
            here - all_of(loose) - places.nominal,
            here - all_of(fit) - room,
            all_of(flag for flag in everyone if flag not in fit and flag not in loose),
        ]
        self._linear.say_greatest(none, short)
        below = [here - places.nominal, here - all_of(fit)]
        self._linear.say_greatest(worse, [*below, plain(none)])
        self._cost["none"].append(plain(none) * slots)
        self._cost["improvised"].append((plain(worse) - plain(none)) * slots)

    def _damaged(
        self, fit: list[Variable], everyone: list[Variable], room: int, slots: int
    ) -> None:
        none, here = self._number(everyone), all_of(everyone)
        able = fit if self._strict else everyone
        self._linear.say_greatest(none, [here - room, here - all_of(able), Sum()])
        self._cost["none"].append(plain(none) * slots)
        self._cost["damaged"].append((here - plain(none)) * slots)

    def _number(self, people: list[Variable]) -> Variable:
        return self._linear.number(len(people), "places short")

    def _follow(self, journey: Journey, rank: int) -> None:
        """Count every move of a liner into another vehicle."""
        name = journey.member.name
        for ship in self._course.voyages:
            before = plain(int(journey.start == ship))
            for first, _ in self._stretches:
                if not journey.first <= first < journey.end:
                    continue
                flag = self._sits.get((name, ship, first))
                now = plain(0) if flag is None else plain(flag)
                if flag is not None and before != plain(1):
                    moved = self._linear.flag(f"{name} moves into {ship}")
                    self._linear.say(now - before <= plain(moved))
                    early = min(99, first * 99 // max(1, self._course.situation.end))
                    self._moves.append((moved, MOVE + 100 * rank + early))
                before = now

    def _compare(self, like: Course) -> None:
        """Collect whoever sits elsewhere than in another plan."""
        for (name, ship, first), flag in self._sits.items():
            journey = like.journeys.get(name)
            if journey is not None and journey.first <= first < journey.end:
                seat = next(it.ship for it in journey.sittings if it.first <= first < it.end)
                if ship != seat:
                    self._elsewhere.append(flag)

    def _ride_home(self, journey: Journey) -> None:
        if journey.home is None or journey.home.undock is None:
            return
        if (HomeOnASoundSeat.name, journey.home.ship.name) in self._broken:
            return
        last = max(first for first, _ in self._stretches if first < journey.home.undock)
        flag = self._sits.get((journey.member.name, journey.home.ship.name, last))
        self._linear.say(plain(0 if flag is None else flag) >= 1)

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
                    self._linear.say(plain(0 if flag is None else flag) >= 1)

    def solve(self, settings: Settings) -> Seated | None:
        search = Search(self._linear, Settings(seed=settings.seed))
        weights = [(weight, moved) for moved, weight in self._moves]
        weights += [(ELSEWHERE, flag) for flag in self._elsewhere]
        step = search.minimise(Sum((), tuple(weights)))
        if not step.is_found:
            return None
        sittings = {
            name: tuple(self._read(search, journey))
            for name, journey in self._course.journeys.items()
        }
        reseats = sum(search.value(moved) for moved, _ in self._moves)
        return Seated(sittings, reseats, reseats if step.is_proven else 0)

    def _read(self, search: Search, journey: Journey) -> Iterator[Sitting]:
        found: list[Sitting] = []
        for first, end in self._stretches:
            if not journey.first <= first < journey.end:
                continue
            ship = next(
                (
                    name
                    for name in self._course.voyages
                    if (flag := self._sits.get((journey.member.name, name, first))) is not None
                    and search.value(flag)
                ),
                None,
            )
            if found and found[-1].ship == ship:
                found[-1] = Sitting(ship, found[-1].first, end)
            else:
                found.append(Sitting(ship, first, end))
        return iter(found)


_QUALITY = {NoPlace.name: "none", Damaged.name: "damaged", Improvised.name: "improvised"}


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
