"""The goals in their usual order, each as a sum to minimise.

Each adds the variables it needs only when its turn comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from peers.data import Case, Craft, Group
from peers.flights import Flights
from peers.linear import Model
from peers.liners import Liners
from peers.people import People
from peers.places import Places

RIDE_TO_DAYS = 60
"""How many person-days without a place an unsafe ride home weighs."""


class Goals:
    """The goals of a case."""

    def __init__(self, model: Model, case: Case) -> None:
        self.model, self.case = model, case
        self.flights = Flights(model, case)
        self.people = People(model, case, self.flights)
        self.places = Places(model, case, self.flights, self.people)
        self.liners: Liners | None = None

    def in_order(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        """Each goal with what states its cost."""
        yield "no-place+unsafe", self._no_place_and_unsafe
        yield "damaged", self._damaged
        yield "improvised", self._improvised
        yield "waived", self._waived
        yield "staffing", self._staffing
        yield "broken", lambda: 0
        yield "cancelled", self._cancelled
        yield "rides", self._rides
        yield "moved", self._moved
        yield "reseats", self._reseats

    def _at_least(self, value: Any, most: int) -> Any:
        """A new number that is at least a value, and no less than none."""
        if isinstance(value, int):
            return max(0, value)
        number = self.model.number(most)
        self.model.require(number >= value)
        return number

    def _no_place_and_unsafe(self) -> Any:
        unsafe = sum(
            self._unsafe(craft, day)
            for craft in self.case.crafts.values()
            for day in self.flights.out[craft.name].days
        )
        return sum(self.places.without) + unsafe * RIDE_TO_DAYS

    def _unsafe(self, craft: Craft, day: int) -> Any:
        """How many leave on a day on less than a sound seat that fits them."""
        riders = [it for it in self.case.groups if (it, craft.name) in self.people.left]
        leaving = {group: self.people.leaving(group, craft, day) for group in riders}
        everybody, over = sum(leaving.values()), self.flights.past_life(craft, day - 1)
        if isinstance(everybody, int):
            return 0
        unfit = sum(count for group, count in leaving.items() if craft.name not in group.fits)
        if craft.room <= craft.sound_home[day] and isinstance(over, int) and not over:
            return unfit
        unsafe = self.model.number(craft.room)
        self.model.require(unsafe >= unfit)
        self.model.require(unsafe >= everybody - craft.sound_home[day])
        self.model.require(unsafe >= everybody - (1 - over) * craft.room)
        return unsafe

    def _damaged(self) -> Any:
        return sum(
            self._damaged_in(craft, day)
            for craft in self.case.crafts.values()
            for day in range(self.case.end)
        )

    def _damaged_in(self, craft: Craft, day: int) -> Any:
        seated, over = self.places.all_in(craft, "seat", day), self.flights.past_life(craft, day)
        everybody = seated + self.places.all_in(craft, "extra", day)
        if isinstance(over, int) and over:
            return everybody
        sure = seated if craft.damaged else 0
        if isinstance(over, int) or craft.damaged:
            return sure
        return self._at_least(everybody - (1 - over) * craft.room, craft.room)

    def _improvised(self) -> Any:
        return sum(
            self._improvised_in(craft, day)
            for craft in self.case.crafts.values()
            for day in range(self.case.end)
        )

    def _improvised_in(self, craft: Craft, day: int) -> Any:
        over, most = self.flights.past_life(craft, day), craft.extras[day]
        if most == 0 or (isinstance(over, int) and over):
            return 0
        extra = self.places.all_in(craft, "extra", day)
        return extra if isinstance(over, int) else self._at_least(extra - over * most, most)

    def _waived(self) -> Any:
        return sum(
            self._at_least(self._is_waived(craft, day), 1)
            for craft in self.case.crafts.values()
            for day in range(self.case.end)
        )

    def _is_waived(self, craft: Craft, day: int) -> Any:
        """1 on a day that a vehicle spends beyond its life before it lands."""
        if craft.life is None:
            return 0
        over = self.flights.launched_by(craft, day - craft.life)
        return over - self.flights.gone_by(craft, day - craft.flight_down)

    def _staffing(self) -> Any:
        wanted = [(self.case.groups, self.case.wanted)]
        wanted += [
            (tuple(self.people.able(name)), skill.wanted)
            for name, skill in self.case.skills.items()
        ]
        return sum(
            self._at_least(most - self.people.all_aboard(groups, day), most)
            for groups, most in wanted
            for day in range(self.case.end)
        )

    def _cancelled(self) -> Any:
        to_come = [craft for craft in self.case.crafts.values() if not craft.is_docked]
        planned = sum(1 - self.flights.flies(it) for it in to_come if it.planned is not None)
        others = sum(self.flights.flies(it) for it in to_come if it.planned is None)
        return planned + others + sum(map(self._bumped, self.case.groups))

    def _bumped(self, group: Group) -> Any:
        if group.aboard or group.up is None:
            return 0
        lost = 2 - self.people.flown_as_planned(group) - self.people.flown(group)
        return lost * group.size

    def _rides(self) -> Any:
        return sum(self._on_another(group) for group in self.case.groups)

    def _on_another(self, group: Group) -> Any:
        """How many come up, or go home, on another vehicle than planned."""
        home = self._home_otherwise(group)
        if group.aboard:
            return home
        up = (
            self.people.flown(group)
            if group.up is None
            else 1 - self.people.flown_as_planned(group)
        )
        number = self.model.number(group.size)
        self.model.require(number >= home)
        self.model.require(number >= up * group.size)
        return number

    def _home_otherwise(self, group: Group) -> Any:
        if group.home is None:
            return 0
        end, homes = self.case.end, self.people.homes(group)
        others = sum(self.people.rides(group, it) for it in homes if it.name != group.home)
        stay = self.people.aboard(group, end)
        craft = self.case.crafts[group.home]
        return others + self._at_least(stay - self._waits(group, craft) * group.size, group.size)

    def _waits(self, group: Group, craft: Craft) -> Any:
        """1 if their vehicle is still there for them at the end; one they were to leave in before
        then has to be sound.
        """
        end = self.case.end
        is_due = group.returns is not None and group.returns[1] - craft.flight_down < end
        is_sound = bool(craft.extras_home[-1] or (craft.seats_home[-1] and not craft.damaged))
        return self.flights.here(craft, end - 1) if is_sound or not is_due else 0

    def _moved(self) -> Any:
        launches = [
            abs(_off(day, craft.planned)) * self.flights.up[craft.name, mode.name].on(day)
            for craft in self.case.crafts.values()
            if craft.planned is not None
            for mode in craft.modes
            for day in mode.days
        ]
        return sum(launches) + sum(self._returns_moved(group) for group in self.case.groups)

    def _returns_moved(self, group: Group) -> Any:
        if group.returns is None:
            return 0
        end, homes = self.case.end, self.people.homes(group)
        landed = sum(
            self._landing_off(group, craft, day) * self.people.leaving(group, craft, day)
            for craft in homes
            for day in self.people.left[group, craft.name].days
        )
        late = max(0, end - group.returns[1])
        moved = landed + self.people.aboard(group, end) * late
        if all(ship == group.up for ship, _ in group.ways):
            return moved
        most = (end + max(group.returns)) * group.size
        return self._at_least(moved - (1 - self.people.flown_as_planned(group)) * most, most)

    def _landing_off(self, group: Group, craft: Craft, day: int) -> int:
        """How far from its plan a landing is, at best."""
        assert group.returns is not None, "only those with a planned return are asked about"
        return min(
            abs(_off(day + flown, group.returns)) for flown in group.flights_down[craft.name]
        )

    def _reseats(self) -> Any:
        self.liners = Liners(self.model, self.case, self.flights, self.people, self.places)
        return self.liners.moves()


def _off(day: int, planned: tuple[int, int]) -> int:
    """How many days another one lies after those planned; negative before them."""
    return min(0, day - planned[0]) + max(0, day - planned[1])
