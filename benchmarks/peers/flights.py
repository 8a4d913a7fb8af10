"""When vehicles come and go, and at which ports: "launched by then" and "gone by then"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from peers.data import Case, Craft, Mode
from peers.linear import Model, Steps, rising


class Flights:
    """The variables of all flights, with the rules that are about nothing else."""

    def __init__(self, model: Model, case: Case) -> None:
        self.model, self.case, crafts = model, case, case.crafts.values()
        self.up: dict[tuple[str, str], Steps] = {
            (craft.name, mode.name): rising(model, mode.days)
            for craft in crafts
            for mode in craft.modes
        }
        self.out: dict[str, Steps] = {
            craft.name: rising(model, range(_may_leave_from(craft), case.end)) for craft in crafts
        }
        self.at: dict[tuple[str, int], Any] = {
            (craft.name, pool): model.number(1) if len(craft.pools) > 1 else 1
            for craft in crafts
            for pool in craft.pools
        }
        for craft in crafts:
            self._order(craft)
            self._overlap(craft)
        self._pads()
        self._ports()

    def launched_by(self, craft: Craft, day: int, mode: Mode | None = None) -> Any:
        """1 from its launch on, in any mode or in one."""
        if craft.launched is not None:
            return int(day >= craft.launched)
        modes = craft.modes if mode is None else (mode,)
        return sum(self.up[craft.name, it.name].at(day) for it in modes)

    def docked_by(self, craft: Craft, day: int) -> Any:
        """1 from its docking on, also when it has left."""
        if craft.is_docked:
            return 1
        return sum(self.up[craft.name, it.name].at(day - it.flight) for it in craft.modes)

    def gone_by(self, craft: Craft, day: int) -> Any:
        """1 from its undocking on."""
        return self.out[craft.name].at(day)

    def here(self, craft: Craft, day: int) -> Any:
        """1 while it is docked."""
        return self.docked_by(craft, day) - self.gone_by(craft, day)

    def flies(self, craft: Craft) -> Any:
        """1 if it comes within the horizon, or is docked."""
        return self.launched_by(craft, self.case.end)

    def past_life(self, craft: Craft, day: int) -> Any:
        """1 once whoever leaves after that day lands beyond its life and its waiver."""
        if craft.life_most is None:
            return 0
        return self.launched_by(craft, day - craft.life_most + craft.flight_down)

    def _order(self, craft: Craft) -> None:
        self.model.require(self.flies(craft) <= 1)
        if not craft.is_docked and not craft.may_cancel:
            self.model.require(self.flies(craft) >= 1)
        if len(craft.pools) > 1:
            self.model.require(sum(self.at[craft.name, pool] for pool in craft.pools) == 1)
        for day in self.out[craft.name].days:
            self.model.require(self.gone_by(craft, day) <= self.docked_by(craft, day - 1))

    def _overlap(self, craft: Craft) -> None:
        for name, overlap in craft.relieves:
            other, absent = self.case.crafts[name], 1 - self.flies(craft)
            for day in self.out[name].days:
                there = self.docked_by(craft, day - overlap) + absent
                self.model.require(self.gone_by(other, day) <= there)

    def _pads(self) -> None:
        """Of any days in a row as long as the gap, one sees a launch from the pad."""
        for pad, gap in self.case.gaps.items():
            users = [it for it in self.case.crafts.values() if it.pad == pad]
            for day in range(1 - gap, self.case.end) if gap and len(users) > 1 else ():
                by = (self.launched_by(it, day + gap - 1) for it in users)
                self.model.require(
                    sum(by) - sum(self.launched_by(it, day - 1) for it in users) <= 1
                )

    def _ports(self) -> None:
        for pool, ports in enumerate(self.case.pools):
            for crafts, wait in self._waits(pool):
                for day in range(self.case.end) if len(crafts) > len(ports) else ():
                    held = self._held(pool, day, wait)
                    self.model.require(sum(held(craft) for craft in crafts) <= len(ports))

    def _waits(self, pool: int) -> Iterator[tuple[list[Craft], int]]:
        """Vehicles that follow each other at a port, and the days between them at least."""
        users, turn = list(self.case.users(pool)), self.case.turn_round
        yield users, turn
        if turn == 0:
            yield [craft for craft in users if craft.room], 1

    def _held(self, pool: int, day: int, wait: int) -> Callable[[Craft], Any]:
        """1 if a vehicle keeps others from a port of a pool on a day."""

        def held(craft: Craft) -> Any:
            here = self.docked_by(craft, day) - self.gone_by(craft, day - wait)
            if len(craft.pools) == 1 or day < craft.first:
                return here
            flag = self.model.number(1)
            self.model.require(flag >= here + self.at[craft.name, pool] - 1)
            return flag

        return held


def _may_leave_from(craft: Craft) -> int:
    return max(craft.ready, 0 if craft.is_docked else craft.first + 1)
