"""A day-by-day solution as a plan of the program: ports and people by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lifeboat.situation.situation import Situation
from peers.data import Craft, Group
from peers.goals import Goals

Tree = dict[str, Any]
STATION = "station"


def plan_of(situation: Situation, goals: Goals) -> Tree:
    """The plan in the last solution, as a file of the program has it."""
    return {"plan": 1, **_Reader(situation, goals).tree()}


class _Reader:
    def __init__(self, situation: Situation, goals: Goals) -> None:
        self.situation, self.goals, self.case = situation, goals, goals.case
        self.days = range(self.case.end)

    def tree(self) -> Tree:
        ports = self._ports()
        flights = {it.name: self._flight(it, ports) for it in self.case.crafts.values()}
        people = {name: it for group in self.case.groups for name, it in self._named(group)}
        return {"flights": flights, "people": people}

    def _value(self, expression: Any) -> int:
        return expression if isinstance(expression, int) else self.goals.model.value(expression)

    def _say(self, day: int) -> str:
        return self.situation.clock.say(day)

    def _dock(self, craft: Craft) -> int | None:
        """When it docks; a negative day if it is there."""
        if craft.is_docked:
            return -1
        docked = (t for t in self.days if self._value(self.goals.flights.docked_by(craft, t)))
        return next(docked, None)

    def _undock(self, craft: Craft) -> int:
        gone = (t for t in self.days if self._value(self.goals.flights.gone_by(craft, t)))
        return next(gone, self.case.end)

    def _flight(self, craft: Craft, ports: dict[str, str]) -> Tree:
        dock, undock = self._dock(craft), self._undock(craft)
        if dock is None:
            return {"cancelled": True}
        leaves: Tree = {"undock": self._say(undock)} if undock < self.case.end else {"stays": True}
        if craft.is_docked:
            return leaves
        steps = {mode: self.goals.flights.up[craft.name, mode.name] for mode in craft.modes}
        mode = next(it for it, up in steps.items() if self._value(up.at(self.case.end)))
        launch = self._say(dock - mode.flight)
        return {"mode": mode.name, "launch": launch, "port": ports[craft.name], **leaves}

    def _ports(self) -> dict[str, str]:
        """Each vehicle at the first port of its pool that is free when it docks."""
        docked = {it.name: it.port for it in self.situation.ships.values() if it.port is not None}
        found, free = dict[str, str](), dict[str, int]()
        for name, port in docked.items():
            free[port] = self._undock(self.case.crafts[name]) + self.case.turn_round
        flown = [(self._dock(it), it) for it in self.case.crafts.values() if not it.is_docked]
        for dock, craft in sorted(
            ((d, it) for d, it in flown if d is not None), key=lambda it: it[0]
        ):
            at = self.goals.flights.at
            pool = next(it for it in craft.pools if self._value(at[craft.name, it]))
            port = min(self.case.pools[pool], key=lambda it: (free.get(it, 0) > dock, it))
            found[craft.name] = port
            free[port] = self._undock(craft) + self.case.turn_round
        return found

    def _named(self, group: Group) -> Iterator[tuple[str, Tree]]:
        """What becomes of everybody in a group: those who leave first are named first."""
        up = [way for way in group.ways if self._value(self.goals.people.flown_on(group, way))]
        if not group.aboard and not up:
            yield from ((name, {}) for name in group.names)
            return
        came = group.seat if group.aboard else up[0][0]
        liners = dict.fromkeys(group.names, came or STATION)
        rides: dict[str, Tree] = {name: {"seats": {}} for name in group.names}
        for day in self.days:
            self._move(group, day, liners, rides)
        for name, ride in rides.items():
            ride |= {} if group.aboard else {"up": up[0][0]}
            ride |= {} if "home" in ride else {"stays": True}
            yield name, ride

    def _move(self, group: Group, day: int, liners: dict[str, str], rides: dict[str, Tree]) -> None:
        """Who leaves on a day, and whose liner is moved: as many as can stay where they are do."""
        self._leave(group, day, liners, rides)
        if not self._value(self.goals.people.is_there(group, day)):
            return
        wanted, moving = self._wanted(group, day, len(liners)), list[str]()
        for name, where in liners.items():
            if wanted.get(where, 0):
                wanted[where] -= 1
            else:
                moving.append(name)
        free = [where for where, count in wanted.items() for _ in range(count)]
        for name, where in zip(moving, free, strict=True):
            liners[name] = where
            rides[name]["seats"][self._say(day)] = where

    def _leave(
        self, group: Group, day: int, liners: dict[str, str], rides: dict[str, Tree]
    ) -> None:
        for craft in self.goals.people.homes(group):
            for _ in range(self._value(self.goals.people.leaving(group, craft, day))):
                name = next(it for it, where in liners.items() if where == craft.name)
                rides[name]["home"] = craft.name
                del liners[name]

    def _wanted(self, group: Group, day: int, people: int) -> dict[str, int]:
        """How many liners are to be where; those with no vehicle wait on the station."""
        liners, places = self.goals.liners, self.goals.places
        crafts = [it for it in self.case.crafts.values() if group.sits_in(it)]
        if liners is None:
            kept = {it.name: self._value(places.in_craft(group, it, day)) for it in crafts}
        else:
            kept = {it.name: self._value(liners.at(group, it, day)) for it in crafts}
        return {**kept, STATION: people - sum(kept.values())}
