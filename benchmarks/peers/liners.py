"""Where everybody's liner is, and how often one is moved into another vehicle."""

from __future__ import annotations

from typing import Any

from peers.data import Case, Craft, Group
from peers.flights import Flights
from peers.linear import Model
from peers.people import People
from peers.places import Places


class Liners:
    """How many liners of a group are in a vehicle, day by day."""

    def __init__(
        self, model: Model, case: Case, flights: Flights, people: People, places: Places
    ) -> None:
        self.model, self.case, self.flights = model, case, flights
        self.people, self.places = people, places
        self.kept: dict[tuple[Group, str, int], Any] = {}
        for group in case.groups:
            for craft in self.crafts_of(group):
                self._keep(group, craft)
            for day in range(case.arrives(group), case.end):
                kept = sum(self.at(group, craft, day) for craft in self.crafts_of(group))
                model.require(kept <= people.aboard(group, day))

    def crafts_of(self, group: Group) -> list[Craft]:
        """The vehicles that can hold their liners."""
        return [it for it in self.case.crafts.values() if group.sits_in(it)]

    def at(self, group: Group, craft: Craft, day: int) -> Any:
        """How many of their liners are in a vehicle."""
        if day < 0 and group.aboard:
            return group.size if craft.name == group.seat else 0
        return self.kept.get((group, craft.name, day), 0)

    def moves(self) -> Any:
        """How many liners are moved."""
        return sum(
            self._moved_in(group, craft, day)
            for group in self.case.groups
            for craft in self.crafts_of(group)
            for day in range(self._first(group, craft), self.case.end)
        )

    def _first(self, group: Group, craft: Craft) -> int:
        return max(self.case.arrives(group), craft.first)

    def _keep(self, group: Group, craft: Craft) -> None:
        for day in range(self._first(group, craft), self.case.end):
            kept = self.model.number(group.size)
            self.kept[group, craft.name, day] = kept
            self.model.require(kept <= self.flights.here(craft, day) * group.size)
            self.model.require(kept >= self.places.in_craft(group, craft, day))

    def _moved_in(self, group: Group, craft: Craft, day: int) -> Any:
        """How many are moved into a vehicle on a day: more than were there, less who left, and
        more than came up in it.
        """
        stayed = self.at(group, craft, day - 1) - self.people.leaving(group, craft, day)
        came = self._came_in(group, craft, day)
        moved = self.model.number(group.size)
        self.model.require(moved >= self.at(group, craft, day) - stayed - came)
        return moved

    def _came_in(self, group: Group, craft: Craft, day: int) -> Any:
        """How many come aboard in it on a day."""
        modes = [mode for mode in craft.modes if (craft.name, mode.name) in group.ways]
        up = self.flights.up
        return sum(up[craft.name, it.name].on(day - it.flight) * group.size for it in modes)
