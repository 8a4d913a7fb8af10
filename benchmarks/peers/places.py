"""Who sits where on each day: how many of each group in the seats and extra places of a vehicle."""

from __future__ import annotations

from typing import Any, Literal

from peers.data import Case, Craft, Group
from peers.flights import Flights
from peers.linear import Model
from peers.people import People

Kind = Literal["seat", "extra"]


class Places:
    """The variables of all places, with the rules about who may have them."""

    def __init__(self, model: Model, case: Case, flights: Flights, people: People) -> None:
        self.model, self.case, self.flights, self.people = model, case, flights, people
        self.taken: dict[tuple[Group, str, Kind, int], Any] = {}
        for craft in case.crafts.values():
            for day in range(craft.first, case.end):
                self._share_out(craft, day, "seat", craft.seats[day])
                self._share_out(craft, day, "extra", craft.extras[day])
        self.without = [
            self._left_over(group, day)
            for group in case.groups
            for day in range(case.arrives(group), case.end)
        ]
        for group, craft in case.homes:
            self._sat_before(group, craft)

    def of(self, group: Group, craft: Craft, kind: Kind, day: int) -> Any:
        """How many of a group have a place of a kind in a vehicle."""
        return self.taken.get((group, craft.name, kind, day), 0)

    def all_in(self, craft: Craft, kind: Kind, day: int) -> Any:
        """How many people have a place of a kind in a vehicle."""
        return sum(self.of(group, craft, kind, day) for group in self.case.groups)

    def in_craft(self, group: Group, craft: Craft, day: int) -> Any:
        """How many of a group have a place in a vehicle."""
        return self.of(group, craft, "seat", day) + self.of(group, craft, "extra", day)

    def placed(self, group: Group, day: int) -> Any:
        """How many of a group have a place."""
        return sum(self.in_craft(group, craft, day) for craft in self.case.crafts.values())

    def _left_over(self, group: Group, day: int) -> Any:
        """How many of a group have no place."""
        without = self.model.number(group.size)
        self.model.require(self.placed(group, day) + without == self.people.aboard(group, day))
        return without

    def _share_out(self, craft: Craft, day: int, kind: Kind, number: int) -> None:
        if number == 0:
            return
        for group in self.case.groups:
            fits = craft.name in (group.fits if kind == "seat" else group.fits_extra)
            if fits and self.case.arrives(group) <= day:
                taken = self.model.number(min(group.size, number))
                self.taken[group, craft.name, kind, day] = taken
        here = self.flights.here(craft, day)
        self.model.require(self.all_in(craft, kind, day) <= here * number)

    def _sat_before(self, group: Group, craft: Craft) -> None:
        """Whoever leaves had a place to ride home in on the day before."""
        for day in self.people.left[group, craft.name].days:
            before = max(0, day - 1)
            sat = self.of(group, craft, "seat", before) if craft.seats_home[day] else 0
            if craft.extras_home[day]:
                sat = sat + self.of(group, craft, "extra", before)
            self.model.require(self.people.leaving(group, craft, day) <= sat)
