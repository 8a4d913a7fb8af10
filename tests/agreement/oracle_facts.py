"""A scenario as the brute-force oracle reads it: its own dates, crafts and folk.

It shares nothing with the solver, the rules or the audit but the scenario models,
so that a mistake in reading has to be made twice to go unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from lifeboat.days import Window
from lifeboat.station.part import Limit
from lifeboat.station.people import Person
from lifeboat.station.scenario import Scenario
from lifeboat.station.vehicles import Condition, Mode, Vehicle, VehicleType

NEVER = 10**6
HOURS = {"1d": 24, "12h": 12, "6h": 6, "1h": 1}
SHOULD_BY_DEFAULT = {"everyone-has-a-seat"}

Span = tuple[int, int]
"""Slots, the first and the first one after."""


@dataclass(frozen=True)
class Calendar:
    """Instants and spans counted in slots, by the conventions of the manual."""

    start: datetime
    slot: timedelta
    end: int

    @classmethod
    def of(cls, scenario: Scenario) -> Calendar:
        slot = timedelta(hours=HOURS[scenario.resolution])
        start = scenario.as_of.replace(hour=0, minute=0, second=0, microsecond=0)
        while start + slot <= scenario.as_of:
            start += slot
        closes, end = scenario.horizon.closes, 0
        assert closes is not None
        while start + end * slot < closes:
            end += 1
        return cls(start, slot, end)

    def holding(self, instant: datetime) -> int:
        """The slot that contains an instant."""
        return (instant - self.start) // self.slot

    def not_before(self, instant: datetime) -> int:
        """The first slot that begins no earlier than an instant."""
        slot = self.holding(instant)
        return slot if self.start + slot * self.slot == instant else slot + 1

    def rounded_up(self, span: timedelta) -> int:
        whole, rest = divmod(span, self.slot)
        return whole + bool(rest)

    def rounded_down(self, span: timedelta) -> int:
        return span // self.slot

    def nearest(self, span: timedelta) -> int:
        whole, rest = divmod(span, self.slot)
        return whole + (2 * rest >= self.slot)

    def touched(self, window: Window | None) -> Span:
        """The slots a window touches; at least one."""
        if window is None:
            return -NEVER, NEVER
        first = self.holding(window.opens) if window.opens else -NEVER
        end = self.not_before(window.closes) if window.closes else NEVER
        return first, max(end, first + 1)

    def date(self, slot: int) -> datetime:
        return self.start + slot * self.slot


class Places(NamedTuple):
    """How many places of each quality, and which of them one may ride home in."""

    state: str
    nominal: int
    improvised: int
    damaged: int
    homely: frozenset[str]


@dataclass(frozen=True)
class Craft:
    """One vehicle with the figures of its type."""

    name: str
    said: Vehicle
    kind: VehicleType
    scenario: Scenario
    calendar: Calendar

    @cached_property
    def seats(self) -> int:
        return self.kind.seats if self.said.seats is None else self.said.seats

    @cached_property
    def docked(self) -> int | None:
        return None if self.said.docked is None else self.calendar.holding(self.said.docked)

    @cached_property
    def launched(self) -> int | None:
        since = self.said.launched or self.said.docked
        return None if since is None else self.calendar.holding(since)

    @cached_property
    def way_down(self) -> int:
        return self.calendar.nearest(self.kind.flight_down)

    @cached_property
    def flies_empty(self) -> bool:
        return "down" in self.kind.flies_empty or self.seats == 0

    @cached_property
    def life(self) -> tuple[int, int]:
        return limits(self.calendar, self.said.life or self.kind.life)

    @cached_property
    def needs(self) -> frozenset[str]:
        return frozenset(self.kind.needs)

    @cached_property
    def loose_needs(self) -> frozenset[str]:
        own = self.said.improvised.needs if self.said.improvised else None
        return frozenset(self.kind.improvised_needs if own is None else own)

    @cached_property
    def reseat_from(self) -> int:
        since = self.said.reseat_from
        return -NEVER if since is None else self.calendar.holding(since)

    @cached_property
    def moves(self) -> list[tuple[int, str]]:
        dated = ((self.calendar.holding(day), to) for day, to in self.said.relocations.items())
        return sorted(move for move in dated if move[0] >= 0)

    @cached_property
    def _changes(self) -> list[tuple[int, Condition]]:
        """Each condition with the slot it takes effect in, the later date last."""
        found = []
        for day, condition in sorted(self.said.conditions.items(), key=lambda it: it[0]):
            gate = condition.gate and self.scenario.investigations[condition.gate].expected
            found.append((self.calendar.holding(max(day, gate) if gate else day), condition))
        return sorted(found, key=lambda it: it[0])

    @cached_property
    def _extra(self) -> tuple[int, int]:
        """Improvised places: from which slot, and how many."""
        own, since = self.said.improvised, -NEVER
        if own is None:
            return since, self.kind.improvised
        if own.since is not None:
            since = self.calendar.holding(own.since)
        if own.gate is not None:
            since = max(since, self.after_gate(own.gate))
        return since, own.places

    def after_gate(self, gate: str) -> int:
        """The first slot in which what waits for an investigation may be relied on."""
        expected = self.scenario.investigations[gate].expected
        return self.calendar.not_before(max(expected, self.scenario.as_of))

    def earliest(self, mode: Mode) -> int:
        """The first slot that keeps a mode's lead time."""
        decided = self.scenario.as_of
        if mode.gate is not None:
            decided = max(decided, self.scenario.investigations[mode.gate].expected)
        return max(0, self.calendar.not_before(decided + mode.lead))

    def way_up(self, mode: Mode) -> int:
        own = self.kind.flight_up if mode.flight_up is None else mode.flight_up
        return self.calendar.nearest(own)

    @cached_property
    def _places(self) -> dict[int, Places]:
        return {}

    def places(self, slot: int) -> Places:
        """What it is good for in a slot in which it is docked."""
        if slot not in self._places:
            self._places[slot] = self._look_up(slot)
        return self._places[slot]

    def _look_up(self, slot: int) -> Places:
        state = Condition(state="sound")
        for first, condition in self._changes:
            state = condition if first <= slot else state
        if state.state in ("unusable", "empty-return-only"):
            return Places(state.state, 0, 0, 0, frozenset())
        if state.state == "emergency-only":
            count = self.seats if state.places is None else state.places
            homely = frozenset({"damaged"} if state.ride_home else ())
            return Places(state.state, 0, 0, count, homely)
        since, extra = self._extra
        homely = {"nominal"}
        if self.said.improvised is not None and self.said.improvised.ride_home:
            homely.add("improvised")
        return Places("sound", self.seats, extra if slot >= since else 0, 0, frozenset(homely))


def limits(calendar: Calendar, limit: Limit | None) -> tuple[int, int]:
    """A greatest span without its waiver, and with it."""
    if limit is None:
        return NEVER, NEVER
    waived = limit.limit if limit.waived_to is None else max(limit.limit, limit.waived_to)
    return calendar.rounded_down(limit.limit), calendar.rounded_down(waived)


@dataclass(frozen=True)
class Facts:
    """Everything the oracle knows of a scenario."""

    scenario: Scenario
    calendar: Calendar
    crafts: dict[str, Craft]

    @classmethod
    def of(cls, scenario: Scenario) -> Facts:
        calendar = Calendar.of(scenario)
        crafts = {
            name: Craft(name, said, scenario.vehicle_types[said.type], scenario, calendar)
            for name, said in scenario.vehicles.items()
        }
        return cls(scenario, calendar, crafts)

    @property
    def end(self) -> int:
        return self.calendar.end

    def must(self, rule: str) -> bool:
        default = "should" if rule in SHOULD_BY_DEFAULT else "must"
        return self.scenario.rules.get(rule, default) == "must"

    def carriers(self, person: str) -> Iterator[tuple[str, str]]:
        """Every vehicle and mode whose crew somebody is in."""
        for name, said in self.scenario.vehicles.items():
            for mode, it in said.modes.items():
                if person in it.crew:
                    yield name, mode

    def gear(self, person: str) -> frozenset[str]:
        """What somebody owns: as said, or what the seats of the vehicle they come up on need."""
        said = self.scenario.people[person]
        if said.gear is not None:
            return frozenset(said.gear)
        up = said.up or next((craft for craft, _ in self.carriers(person)), None)
        return frozenset() if up is None else self.crafts[up].needs

    def launched(self, said: Person) -> int | None:
        """Since when somebody aboard is away from home."""
        if said.launched is not None:
            return self.calendar.holding(said.launched)
        return None if said.up is None else self.crafts[said.up].launched
