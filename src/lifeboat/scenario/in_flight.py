"""Vehicles on their way: launched before `as_of`, docking after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lifeboat.days import DAY, Window
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.scenario.vehicles import Vehicle, VehicleType


@dataclass(frozen=True, slots=True)
class InFlight:
    """A flight that is on its way at `as_of`: its mode if it has any, its launch, its docking."""

    mode: str | None
    launched: datetime
    docks: datetime


def in_flight(vehicle: Vehicle, kind: VehicleType, as_of: datetime) -> InFlight | None:
    """The flight of a vehicle that has been launched and has not docked; None for any other.

    Either it is written as launched before `as_of` and docked after it, or the plan of record
    launched it before `as_of`, within a window of its mode.
    """
    if vehicle.is_on_its_way(as_of):
        assert vehicle.launched is not None
        assert vehicle.docked is not None
        return InFlight(None, vehicle.launched, vehicle.docked)
    mode = flown_mode(vehicle, as_of)
    if mode is None:
        return None
    assert vehicle.planned is not None
    assert vehicle.planned.opens is not None
    launched = vehicle.planned.opens
    own = vehicle.modes[mode].flight_up
    return InFlight(mode, launched, launched + (kind.flight_up if own is None else own))


def flown_mode(vehicle: Vehicle, as_of: datetime) -> str | None:
    """The mode in which the plan of record launched a vehicle before an instant, if it did."""
    name = vehicle.planned_mode or next(iter(vehicle.modes), "")
    mode, planned = vehicle.modes.get(name), vehicle.planned
    if mode is None or planned is None or vehicle.is_docked(as_of):
        return None
    windows = mode.windows if isinstance(mode.windows, list) else [mode.windows]
    return name if any(was_made(planned, window, as_of) for window in windows) else None


def was_made(planned: Planned, window: Window, as_of: datetime) -> bool:
    """Whether a planned launch was made in a window: it was planned to the day, or better, for a
    time that is over.
    """
    opens, closes = planned.opens, planned.closes
    if opens is None or closes is None or closes - opens > DAY:
        return False
    if opens == closes:
        return opens < as_of and holds(window, opens)
    is_met = window.opens is None or window.opens < closes
    return closes <= as_of and is_met and (window.closes is None or opens < window.closes)


def holds(window: Window, instant: datetime) -> bool:
    """Whether an instant lies within a window."""
    is_open = window.opens is None or window.opens <= instant
    return is_open and (window.closes is None or instant < window.closes)


def crew_in_flight(scenario: Scenario, name: str, flight: InFlight) -> list[str]:
    """Whom a vehicle on its way carries: the crew of its mode, or else all who came up on it and
    are not aboard.
    """
    if flight.mode is not None:
        return scenario.vehicles[name].modes[flight.mode].crew
    people = scenario.people.items()
    return [who for who, one in people if one.up == name and not one.is_aboard]


def first_instant(scenario: Scenario) -> datetime:
    """The start of the slot of `as_of`: what docks later has not docked before the horizon."""
    slot, as_of = RESOLUTIONS[scenario.resolution], scenario.as_of
    midnight = as_of.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (as_of - midnight) // slot * slot
