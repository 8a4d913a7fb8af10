"""One vehicle as the brute-force oracle reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from agreement.oracle_calendar import NEVER, Calendar, limits
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Condition, CrewSkills, Mode, Vehicle, VehicleType


class Places(NamedTuple):
    """How many places of each quality there are, and which of them people may ride home in."""

    state: str
    nominal: int
    improvised: int
    damaged: int
    homely: frozenset[str]

    @property
    def room(self) -> int:
        """How many people there is a place for."""
        return self.nominal + self.improvised + self.damaged


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
        if self.said.docked is None or self.said.docked > self.scenario.as_of:
            return None
        return self.calendar.holding(self.said.docked)

    @cached_property
    def on_its_way(self) -> tuple[str | None, int, int] | None:
        """Of what is under way at `as_of`: its mode if it has any, its launch, its docking."""
        now, said = self.scenario.as_of, self.said
        if said.launched is not None and said.docked is not None and said.docked > now:
            return None, self.calendar.holding(said.launched), self.calendar.holding(said.docked)
        name, launch = self.planned_mode, self._launch_made
        if launch is None or name is None or said.port is not None:
            return None
        mode = said.modes[name]
        up = self.kind.flight_up if mode.flight_up is None else mode.flight_up
        return name, self.calendar.holding(launch), max(0, self.calendar.holding(launch + up))

    @cached_property
    def _launch_made(self) -> datetime | None:
        """When the plan of record launched it, if it was to by `as_of` and had a window."""
        planned, now = self.said.planned, self.scenario.as_of
        if planned is None or planned.opens is None or planned.closes is None:
            return None
        first, last = planned.opens, planned.closes
        is_over = last <= now if first < last else first < now
        if last - first > timedelta(days=1) or not is_over:
            return None
        windows = self.said.modes[str(self.planned_mode)].windows
        for window in windows if isinstance(windows, list) else [windows]:
            opens, closes = window.opens or first, window.closes or now
            if first < closes and (opens < last or opens == first):
                return first
        return None

    @cached_property
    def planned_mode(self) -> str | None:
        return self.said.planned_mode or next(iter(self.said.modes), None)

    @cached_property
    def launched(self) -> int | None:
        since = self.said.launched or self.said.docked
        return None if since is None else self.calendar.holding(since)

    @cached_property
    def ways_down(self) -> tuple[int, int]:
        """Slots from undocking to landing: undocked at the beginning of a slot, and at its end."""
        down = self.kind.flight_down
        return self.calendar.rounded_down(down), self.calendar.rounded_up(down)

    @cached_property
    def flies_empty(self) -> bool:
        return "down" in self.kind.flies_empty or self.seats == 0

    @cached_property
    def life(self) -> tuple[int, int]:
        return limits(self.calendar, self.said.life or self.kind.life)

    @cached_property
    def crew_skills(self) -> CrewSkills:
        return self.said.crew_skills or self.kind.crew_skills or CrewSkills()

    @cached_property
    def needs(self) -> frozenset[str]:
        return frozenset(self.kind.needs)

    @cached_property
    def loose_needs(self) -> frozenset[str]:
        own = self.said.improvised.needs if self.said.improvised else None
        return frozenset(self.kind.improvised_needs if own is None else own)

    @cached_property
    def has_improvised(self) -> bool:
        """Whether the vehicle ever has improvised places, its condition aside."""
        own = self.said.improvised
        return (self.kind.improvised if own is None else own.places) > 0

    @cached_property
    def reseat_from(self) -> int:
        since = self.said.reseat_from
        return -NEVER if since is None else self.calendar.holding(since)

    @cached_property
    def moves(self) -> list[tuple[int, str]]:
        dated = ((self.calendar.holding(day), to) for day, to in self.said.relocations.items())
        return sorted(move for move in dated if move[0] >= 0)

    @cached_property
    def _changes(self) -> list[tuple[datetime, datetime, Condition]]:
        """Each condition with its date and the instant from which it counts, by date."""
        found = []
        for day, condition in sorted(self.said.conditions.items(), key=lambda it: it[0]):
            gate = condition.gate and self.scenario.investigations[condition.gate].expected
            found.append((day, max(day, gate) if gate else day, condition))
        return found

    def _holding(self, slot: int) -> list[Condition]:
        """All conditions that hold at some instant of a slot."""
        opens, closes = self.calendar.date(slot), self.calendar.date(slot + 1)
        inside = {counts for _, counts, _ in self._changes if opens < counts < closes}
        found = []
        for instant in (opens, *inside):
            told = [it for _, counts, it in self._changes if counts <= instant]
            found.append(told[-1] if told else Condition(state="sound"))
        return found

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
        """The first slot in which a plan may rely on what waits for an investigation."""
        expected = self.scenario.investigations[gate].expected
        return self.calendar.not_before(max(expected, self.scenario.as_of))

    def is_too_soon(self, name: str, launch: int) -> bool:
        """Whether a launch in a mode comes before its gate, or before it can be ordered."""
        mode, decided = self.said.modes[name], self.scenario.as_of
        if mode.gate is not None:
            expected = self.scenario.investigations[mode.gate].expected
            if expected > decided:
                return launch < self.calendar.not_before(expected + mode.lead)
        return not self._is_ordered(name, launch) and launch < self.calendar.not_before(
            decided + mode.lead
        )

    def _is_ordered(self, name: str, launch: int) -> bool:
        """Whether the plan of record flies that mode on that date or sooner."""
        said = self.said.planned
        date = None if said is None else said.opens or said.closes
        is_its_mode = name == self.planned_mode
        return date is not None and is_its_mode and self.calendar.holding(date) <= launch

    @cached_property
    def ready(self) -> int:
        """The first slot in which a docked vehicle may leave: once prepared, or as planned."""
        if self.docked is None:
            return 0
        ready = self.calendar.not_before(self.scenario.as_of + self.kind.prepare_departure)
        if self.said.leaves is not None:
            latest = self.calendar.planned(self.said.leaves)[1] - 1
            ready = latest if 0 <= latest < ready else ready
        return max(0, ready)

    @cached_property
    def comes_later(self) -> bool:
        """Whether it may dock after the horizon and be as planned."""
        mode = self.said.planned_mode or next(iter(self.said.modes), None)
        if self.docked is not None or mode is None or self.said.planned is None:
            return False
        windows = self.said.modes[mode].windows
        each = windows if isinstance(windows, list) else [windows]
        last = max((self.calendar.touched(it)[1] - 1 for it in each), default=-NEVER)
        latest = min(last, self.calendar.planned(self.said.planned)[1] - 1)
        return latest + self.way_up(self.said.modes[mode]) >= self.calendar.end

    def way_up(self, mode: Mode) -> int:
        own = self.kind.flight_up if mode.flight_up is None else mode.flight_up
        return self.calendar.nearest(own)

    @cached_property
    def _places(self) -> dict[int, Places]:
        return {}

    def places(self, slot: int) -> Places:
        """The places of the vehicle in a slot in which it is docked."""
        if slot not in self._places:
            self._places[slot] = self._look_up(slot)
        return self._places[slot]

    def _look_up(self, slot: int) -> Places:
        since, extra = self._extra
        held = [self._offers(it, extra if slot >= since else 0) for it in self._holding(slot)]
        return worst(held)

    def _offers(self, state: Condition, extra: int) -> Places:
        if state.state in ("unusable", "empty-return-only"):
            return Places(state.state, 0, 0, 0, frozenset())
        if state.state == "emergency-only":
            count = self.seats if state.places is None else state.places
            homely = frozenset({"damaged"} if state.ride_home else ())
            return Places(state.state, 0, 0, count, homely)
        loose = self.said.improvised is not None and self.said.improvised.ride_home
        homely = frozenset({"nominal", "improvised"} if loose and extra else {"nominal"})
        return Places("sound", self.seats, extra, 0, homely)

    def departing(self, undock: int) -> Places:
        """What it offers to those who leave in a slot: the worse of that and the one before."""
        return worst([self.places(undock - 1), self.places(undock)])


BADNESS = {"sound": 0, "emergency-only": 1, "empty-return-only": 2, "unusable": 3}


def worst(offers: list[Places]) -> Places:
    """The worst of several offers; of equal states, no more than each of them offers."""
    state = max((it.state for it in offers), key=BADNESS.__getitem__)
    alike = [it for it in offers if it.state == state]
    return Places(
        state,
        min(it.nominal for it in alike),
        min(it.improvised for it in alike),
        min(it.damaged for it in alike),
        frozenset.intersection(*(it.homely for it in alike)),
    )
