"""Fixes what a plan has done before a date, and lets nothing else happen before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from lifeboat.days import Window
from lifeboat.editing.windows import not_before
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.ledger import Entry, Ledger
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson, may_sit
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import MayRelocate, Mode, Vehicle
from lifeboat.situation.situation import Situation


def with_flown(scenario: Scenario, course: Course, ledger: Ledger, since: datetime) -> Scenario:
    """The scenario with everything before a date fixed as a plan has it.

    Launches and undockings before the date are fixed, and so is everybody's place until then. All
    other flights are ordered on the date at the earliest: their lead times, and the times to
    prepare departures, count from then, unless the plan has ordered them already.

    Args:
        scenario: what is known now; in the result, `pins-hold` is a `must`.
        course: the plan, on the grid of that scenario.
        ledger: of that plan.
        since: the date from which on the plan may change.
    """
    past = _Past(scenario, course, since)
    vehicles = {name: past.vehicle(name, it) for name, it in scenario.vehicles.items()}
    pins = {**dict(past.pins_of_vehicles()), **dict(past.pins_of_people(ledger))}
    return scenario.model_copy(
        update={
            "vehicles": vehicles,
            "pins": {**scenario.pins, **pins},
            "rules": {**scenario.rules, PinsHold.name: "must"},
        }
    )


class _Past:
    def __init__(self, scenario: Scenario, course: Course, since: datetime) -> None:
        self._scenario, self._course = scenario, course
        self._clock = course.situation.clock
        self._now = self._clock.at(since)
        self._since = self._clock.instant(self._now)

    def vehicle(self, name: str, vehicle: Vehicle) -> Vehicle:
        voyage = self._course.voyages.get(name)
        if voyage is None or not self._has_flown(voyage):
            modes = {key: self._mode(voyage, key, mode) for key, mode in vehicle.modes.items()}
            return vehicle.model_copy(update={"modes": modes})
        update: dict[str, Any] = {"may_cancel": False}
        ship = voyage.ship
        if voyage.way is not None and not ship.is_on_its_way:
            flown = {"windows": self._slot(voyage.launch), "lead": timedelta(0), "gate": None}
            mode = vehicle.modes[voyage.way.name].model_copy(update=flown)
            update |= {"modes": {voyage.way.name: mode}}
        update |= {"may_relocate": self._moves_left(voyage, vehicle.may_relocate)}
        if not self._is_past(voyage.undock):
            update |= {"undock": self._from_now(voyage, vehicle.undock)}
        return vehicle.model_copy(update=update)

    def _moves_left(self, voyage: Voyage, may: MayRelocate | None) -> MayRelocate | None:
        """What moves are still a choice: none once it has been moved, and none in the past."""
        if may is None or any(self._is_past(stop.first) for stop in voyage.stops[1:]):
            return None
        windows = may.during if isinstance(may.during, list) else [may.during]
        left = [
            Window.between(
                self._since if it is None or it.opens is None else max(it.opens, self._since),
                None if it is None else it.closes,
            )
            for it in windows
            if it is None or it.closes is None or it.closes > self._since
        ]
        return may.model_copy(update={"during": left}) if left else None

    def _mode(self, voyage: Voyage | None, name: str, mode: Mode) -> Mode:
        """A mode as it can still be flown: launched as planned, or ordered now."""
        gate = self._scenario.investigations[mode.gate].expected if mode.gate else self._since
        ready = max(gate, self._since) + mode.lead
        if voyage is not None and voyage.way is not None and voyage.way.name == name:
            ready = min(ready, self._clock.instant(voyage.launch))
        first = self._clock.instant(self._clock.until(ready))
        windows = mode.windows if isinstance(mode.windows, list) else [mode.windows]
        return mode.model_copy(update={"windows": list(not_before(windows, first))})

    def _from_now(self, voyage: Voyage, undock: Window | None) -> Window:
        """When a vehicle that is here, or on its way, can still undock: as planned, or prepared
        from now on.
        """
        first = self._clock.instant(self._prepared(voyage))
        opens, closes = (None, None) if undock is None else (undock.opens, undock.closes)
        first = first if opens is None else max(opens, first)
        if closes is not None and closes <= first:
            return Window.between(self._clock.instant(-1), self._clock.instant(0))
        return Window.between(first, closes)

    def _prepared(self, voyage: Voyage) -> int:
        if voyage.dock >= self._now:
            return self._now
        ready = self._now + voyage.ship.prepare
        return ready if voyage.undock is None else min(ready, voyage.undock)

    def pins_of_vehicles(self) -> Iterator[tuple[str, Pin]]:
        for name, voyage in self._course.voyages.items():
            if voyage.way is not None and self._has_flown(voyage):
                launch, way = self._slot(voyage.launch), voyage.way.name
                if not voyage.ship.is_on_its_way:
                    yield f"launch of {name}", Pin(vehicle=name, mode=way, launch=launch)
                if self._is_past(voyage.dock):
                    yield f"port of {name}", Pin(vehicle=name, port=voyage.stops[0].port)
            if voyage.undock is not None and self._is_past(voyage.undock):
                undock = self._slot(voyage.undock)
                yield f"undocking of {name}", Pin(vehicle=name, undock=undock)

    def pins_of_people(self, ledger: Ledger) -> Iterator[tuple[str, Pin]]:
        for name, journey in self._course.journeys.items():
            if journey.home is not None and self._is_past(journey.home.undock):
                yield f"return of {name}", Pin(person=name, home=journey.home.ship.name)
            for entry in ledger.of_person(name):
                if self._is_past(entry.first) and (pin := self._place(entry)) is not None:
                    yield f"place of {name} from {self._clock.say(entry.first)}", pin

    def _place(self, entry: Entry) -> Pin | None:
        """A pin for where somebody's liner was; None where they had no place and such a pin
        would rule out every plan: everybody must have a seat, or the liner may not be there.
        """
        first = self._clock.instant(max(0, entry.first))
        during = Window.between(first, self._clock.instant(min(entry.end, self._now)))
        if entry.quality != "none":
            return Pin(person=entry.person, seat=entry.ship, during=during)
        situation = self._course.situation
        if EveryoneHasASeat().is_strict(situation) or not _could_be(situation, entry):
            return None
        return Pin(person=entry.person, liner=entry.ship or "station", during=during)

    def _has_flown(self, voyage: Voyage) -> bool:
        return voyage.way is None or self._is_past(voyage.launch)

    def _is_past(self, slot: int | None) -> bool:
        return slot is not None and slot < self._now

    def _slot(self, slot: int) -> Window:
        return Window.between(self._clock.instant(slot), self._clock.instant(slot + 1))


def _could_be(situation: Situation, entry: Entry) -> bool:
    if entry.ship is None:
        return True
    member, ship = situation.members[entry.person], situation.ships[entry.ship]
    strict = SeatFitsItsPerson().is_strict(situation)
    return may_sit(member, ship, max(0, entry.first), strict)
