"""What a plan has launched before `as_of`: it has flown, as the plan has it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from lifeboat.days import DAY, Window, say_instant
from lifeboat.errors import Mistake, MistakesError
from lifeboat.plans.plan import Flight, Plan
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Vehicle
from lifeboat.situation.clock import Clock


def with_launches(scenario: Scenario, plan: Plan, clock: Clock) -> Scenario:
    """The scenario with a plan's launches as planned, and those before `as_of` made.

    What the scenario says of a vehicle that is docked or on its way goes before. A launch counts as
    made if it lies within a window of its mode: what has slipped has no such window any more.

    Raises `MistakesError` where what the plan launched has docked since, and the scenario does not
    say so.
    """
    reader = _Launches(scenario, clock)
    vehicles = {
        name: reader.vehicle(name, it, plan.flights[name]) if name in plan.flights else it
        for name, it in scenario.vehicles.items()
    }
    return scenario.model_copy(update={"vehicles": vehicles})


class _Launches:
    def __init__(self, scenario: Scenario, clock: Clock) -> None:
        self._as_of, self._clock = scenario.as_of, clock

    def vehicle(self, name: str, vehicle: Vehicle, flight: Flight) -> Vehicle:
        way = flight.mode or vehicle.planned_mode or next(iter(vehicle.modes), "")
        if way not in vehicle.modes or flight.cancelled or flight.launch is None:
            return vehicle.model_copy(update={"planned": None}) if flight.cancelled else vehicle
        launch = self._clock.at(flight.launch)
        planned = planned_on(self._clock, launch, self._as_of)
        update: dict[str, Any] = {"planned": planned, "planned_mode": way}
        if launch < 0 and self._may_fly(vehicle, way, launch):
            update |= {"modes": {**vehicle.modes, way: self._as_flown(name, vehicle, way, flight)}}
        return vehicle.model_copy(update=update)

    def _may_fly(self, vehicle: Vehicle, way: str, launch: int) -> bool:
        windows = vehicle.modes[way].windows
        every = windows if isinstance(windows, list) else [windows]
        return any(launch in self._clock.slots(window) for window in every)

    def _as_flown(self, name: str, vehicle: Vehicle, way: str, flight: Flight) -> Any:
        assert flight.launch is not None
        slot = self._clock.at(flight.launch)
        window = Window.between(self._clock.instant(slot), self._clock.instant(slot + 1))
        update: dict[str, Any] = {"windows": window}
        if flight.dock is not None:
            if self._clock.at(flight.dock) < 0:
                raise MistakesError([_should_be_docked(name, say_instant(flight.dock))])
            update |= {"flight_up": flight.dock - self._clock.instant(slot)}
        return vehicle.modes[way].model_copy(update=update)


def planned_on(clock: Clock, slot: int, as_of: datetime) -> Planned:
    """What is planned for a slot; in the slot of `as_of` that is still to come."""
    begins = clock.instant(slot)
    is_now = slot == 0 and clock.slot < DAY
    return Planned.on(max(begins, as_of) if is_now else begins, clock.slot)


def _should_be_docked(name: str, docked: str) -> Mistake:
    message = f"in the plan '{name}' docked {docked}, before `as_of`"
    hint = (
        "say in the scenario that it is: `port` and `docked`, and who is aboard; if it has not "
        "flown, give it windows from `as_of` on"
    )
    return Mistake(kind="should-be-docked", message=message, hint=hint)
