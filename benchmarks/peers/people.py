"""Who is aboard and who goes home in what, by groups: "so many of them have left in it by then"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from peers.data import Case, Craft, Group, Skill
from peers.flights import Flights
from peers.linear import Model, Steps, rising


class People:
    """The variables of all groups, with the rules about how many are aboard."""

    def __init__(self, model: Model, case: Case, flights: Flights) -> None:
        self.model, self.case, self.flights = model, case, flights
        self._staying: dict[tuple[Group, int], Any] = {}
        self.left: dict[tuple[Group, str], Steps] = {
            (group, craft.name): rising(model, self._days(group, craft), group.size)
            for group, craft in case.homes
        }
        for group in case.groups:
            self._go_up(group)
            self._leave_after_coming(group)
        for craft in case.crafts.values():
            self._leave_with_it(craft)
        for day in range(case.end):
            self._enough_and_not_too_many(day)
        for name, skill in case.skills.items():
            if skill.after_departure:
                self._who_would_remain(name, skill)

    def flown_on(self, group: Group, way: tuple[str, str]) -> Any:
        """1 if they come up in that way."""
        steps = self.flights.up.get(way)
        return 0 if steps is None else steps.at(self.case.end)

    def flown(self, group: Group) -> Any:
        """1 if they come up at all."""
        return sum(self.flown_on(group, way) for way in group.ways)

    def flown_as_planned(self, group: Group) -> Any:
        """1 if they come up on their planned vehicle."""
        return sum(self.flown_on(group, way) for way in group.ways if way[0] == group.up)

    def is_there(self, group: Group, day: int) -> Any:
        """1 once they have come aboard."""
        if group.aboard:
            return int(day >= -1)
        modes = {
            (craft.name, it.name): it for craft in self.case.crafts.values() for it in craft.modes
        }
        flown = (way for way in group.ways if way in modes)
        return sum(self.flights.up[way].at(day - modes[way].flight) for way in flown)

    def arrived(self, group: Group, day: int) -> Any:
        """How many have come aboard."""
        return self.is_there(group, day) * group.size

    def left_by(self, group: Group, craft: Craft, day: int) -> Any:
        """How many have left in a vehicle."""
        steps = self.left.get((group, craft.name))
        return 0 if steps is None else steps.at(day)

    def leaving(self, group: Group, craft: Craft, day: int) -> Any:
        """How many leave in a vehicle on a day."""
        return self.left_by(group, craft, day) - self.left_by(group, craft, day - 1)

    def aboard(self, group: Group, day: int) -> Any:
        """How many are aboard."""
        left = (self.left_by(group, craft, day) for craft in self.homes(group))
        return self.arrived(group, day) - sum(left)

    def all_aboard(self, groups: Iterable[Group], day: int) -> Any:
        """How many of some groups are aboard."""
        return sum(self.aboard(it, day) for it in groups if self.case.arrives(it) <= day)

    def rides(self, group: Group, craft: Craft) -> Any:
        """How many go home in a vehicle."""
        return self.left_by(group, craft, self.case.end)

    def homes(self, group: Group) -> Sequence[Craft]:
        """The vehicles that can take them home."""
        return [it for it in self.case.crafts.values() if (group, it.name) in self.left]

    def able(self, skill: str) -> list[Group]:
        """Those with a skill."""
        return [group for group in self.case.groups if skill in group.skills]

    def _days(self, group: Group, craft: Craft) -> list[int]:
        after = self.case.arrives(group)
        return [day for day in self.flights.out[craft.name].days if day > after or group.aboard]

    def _go_up(self, group: Group) -> None:
        if not group.aboard:
            self.model.require(self.flown(group) <= 1)

    def _leave_after_coming(self, group: Group) -> None:
        for day in range(self.case.arrives(group), self.case.end):
            left = sum(self.left_by(group, craft, day) for craft in self.homes(group))
            self.model.require(left <= self.arrived(group, day - 1))

    def _leave_with_it(self, craft: Craft) -> None:
        """People leave on the day their vehicle does, no more than it has places."""
        riders = [group for group in self.case.groups if (group, craft.name) in self.left]
        for day, goes in ((it, self.flights.out[craft.name].on(it)) for it in range(self.case.end)):
            leaving = {group: self.leaving(group, craft, day) for group in riders}
            for group, count in leaving.items():
                self.model.require(count <= goes * group.size)
            if sum(group.size for group in riders) > craft.room:
                self.model.require(sum(leaving.values()) <= goes * craft.room)
        if not craft.flies_empty:
            everybody = sum(self.rides(group, craft) for group in riders)
            self.model.require(self.flights.gone_by(craft, self.case.end) <= everybody)

    def _enough_and_not_too_many(self, day: int) -> None:
        everybody = self.all_aboard(self.case.groups, day)
        self.model.require(everybody <= self.case.most)
        self.model.require(everybody >= self.case.least)
        for name, skill in self.case.skills.items():
            self.model.require(self.all_aboard(self.able(name), day) >= skill.least)

    def _who_would_remain(self, name: str, skill: Skill) -> None:
        """Whichever vehicle left, with those whose way home it is, enough of the others remain."""
        able = self.able(name)
        for craft in self.case.crafts.values():
            takes_some = craft.has_seats or any((it, craft.name) in self.left for it in able)
            if takes_some or skill.after_departure > skill.least:
                for day in range(craft.first, self.case.end):
                    needed = self.flights.here(craft, day) * skill.after_departure
                    self.model.require(self._remain(able, craft, day) >= needed)

    def _remain(self, able: Sequence[Group], craft: Craft, day: int) -> Any:
        """How many of those aboard would remain."""
        come = [group for group in able if self.case.arrives(group) <= day]
        leave = sum(self._would_leave(group, craft, day) for group in come)
        remain = self.all_aboard(come, day) - leave
        return remain - self._stranded(come, craft, day) if craft.has_seats else remain

    def _would_leave(self, group: Group, craft: Craft, day: int) -> Any:
        """How many of those aboard would leave with it: they will ride in it, or stay for good and
        it is their way home.
        """
        to_ride = self.rides(group, craft) - self.left_by(group, craft, day)
        leaving = 0 if isinstance(to_ride, int) else self._if_there(group, day, to_ride)
        if craft.name == group.way_home:
            leaving = leaving + self.staying(group, day)
        return leaving

    def staying(self, group: Group, day: int) -> Any:
        """How many of those aboard are still there at the end of the horizon."""
        if (group, day) not in self._staying:
            rides = sum(self.rides(group, craft) for craft in self.homes(group))
            self._staying[group, day] = self._if_there(group, day, group.size - rides)
        return self._staying[group, day]

    def _if_there(self, group: Group, day: int, count: Any) -> Any:
        """A count of a group's people that is none before they have come aboard."""
        if group.aboard:
            return count
        there = self.model.number(group.size)
        self.model.require(there >= count - (1 - self.is_there(group, day)) * group.size)
        return there

    def _stranded(self, come: Sequence[Group], craft: Craft, day: int) -> Any:
        """Those who stay for good would leave with the only vehicle that has seats, if their own
        way home is not there.
        """
        guests = [group for group in come if group.way_home != craft.name]
        if not guests:
            return 0
        ways = {group.way_home for group in guests}
        crafts = (it for it in self.case.crafts.values() if it is not craft)
        others = [it for it in crafts if it.has_seats or it.name in ways]
        most = sum(group.size for group in guests)
        stranded = self.model.number(most)
        staying = sum(self.staying(group, day) for group in guests)
        here = sum(self.flights.here(other, day) for other in others)
        self.model.require(stranded >= staying - here * most)
        return stranded
