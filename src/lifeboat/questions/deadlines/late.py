"""What of a plan may be late: launches, departures, landings, moves of liners."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from lifeboat.answers.deadlines import Event
from lifeboat.answers.listing import listed
from lifeboat.answers.option import FlightView, Option
from lifeboat.days import Window
from lifeboat.editing.claims import Pins
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Mode
from lifeboat.situation.ways import planned_mode


class Late(NamedTuple):
    """Something that happens in a plan, and could happen later."""

    event: Event
    who: tuple[str, ...]
    what: str
    planned: datetime
    mode: str | None = None
    """The mode of a launch that is not the planned one: it is an option that may lapse."""
    into: str | None = None
    """The vehicle a liner is moved into."""
    lead: timedelta = timedelta(0)
    """From the order to the event; none where it is ordered already."""
    closes: datetime | None = None
    """When the last window of a launch closes."""

    def from_on(self, date: datetime) -> Pins:
        """Pins with which it does not happen before a date."""
        name, window = f"{self.what} late", Window.between(date, None)
        if self.event == "launch":
            return {name: Pin(vehicle=self.who[0], launch=window, mode=self.mode)}
        if self.event == "undock":
            return {name: Pin(vehicle=self.who[0], undock=window)}
        if self.event == "landing":
            return {f"{name}, {it}": Pin(person=it, returns=window) for it in self.who}
        out = Pin(liner=self.into, during=Window.between(None, date), never=True)
        return {f"{name}, {it}": out.model_copy(update={"person": it}) for it in self.who}

    def never(self) -> Pins:
        """Pins with which it does not happen within the horizon; an option that lapses is another
        one's turn.
        """
        name = f"{self.what} not"
        if self.event == "launch" and self.mode is not None:
            return {name: Pin(vehicle=self.who[0], mode=self.mode, never=True)}
        if self.event == "launch":
            return {name: Pin(vehicle=self.who[0], flies=False)}
        if self.event == "undock":
            return {name: Pin(vehicle=self.who[0], stays=True)}
        if self.event == "landing":
            return {f"{name}, {it}": Pin(person=it, stays=True) for it in self.who}
        out = Pin(liner=self.into, never=True)
        return {f"{name}, {it}": out.model_copy(update={"person": it}) for it in self.who}


def what_may_be_late(scenario: Scenario, best: Option) -> list[Late]:
    """Everything in a plan that may be late."""
    return [
        *_late_launches(scenario, best),
        *_late_moves_of_liners(best),
        *_late_landings(best),
        *_late_departures(best),
    ]


def _late_launches(scenario: Scenario, best: Option) -> Iterator[Late]:
    for flight in best.flights:
        vehicle = scenario.vehicles[flight.vehicle]
        if flight.mode is None or flight.launch is None or flight.mode not in vehicle.modes:
            continue
        mode = flight.mode if flight.mode != planned_mode(vehicle) else None
        how = f" ({flight.mode})" if len(vehicle.modes) > 1 else ""
        lead = vehicle.modes[flight.mode].lead
        if mode is None and _needs_no_order(flight):
            lead = timedelta(0)
        what = f"{flight.vehicle} is launched{how}"
        ways = [vehicle.modes[mode]] if mode else list(vehicle.modes.values())
        yield Late(
            "launch",
            (flight.vehicle,),
            what,
            flight.launch,
            mode=mode,
            lead=lead,
            closes=_last_of(ways),
        )


def _last_of(modes: list[Mode]) -> datetime | None:
    """When the last window of some modes closes; None if one of them does not."""
    windows = [it for mode in modes for it in _as_windows(mode)]
    closes = [it.closes for it in windows if it.closes is not None]
    return max(closes) if closes and len(closes) == len(windows) else None


def _as_windows(mode: Mode) -> list[Window]:
    return mode.windows if isinstance(mode.windows, list) else [mode.windows]


def _needs_no_order(flight: FlightView) -> bool:
    """Whether it is launched as planned, or later: any time later is ordered then."""
    planned, launch = flight.planned_launch, flight.launch
    if planned is None or launch is None or planned.opens is None:
        return False
    return launch >= planned.opens


def _late_moves_of_liners(best: Option) -> Iterator[Late]:
    """Moves of liners into one vehicle on one day."""
    together: dict[tuple[str, datetime], list[str]] = {}
    for one in best.people:
        for before, after in zip(one.seats, one.seats[1:], strict=False):
            if after.vehicle is not None and after.vehicle != before.vehicle:
                together.setdefault((after.vehicle, after.first), []).append(one.person)
    for (vehicle, first), people in together.items():
        liners = "the liner" if len(people) == 1 else "the liners"
        are = "is" if len(people) == 1 else "are"
        what = f"{liners} of {listed(people)} {are} moved to {vehicle}"
        yield Late("liner", tuple(people), what, first, into=vehicle)


def _late_departures(best: Option) -> Iterator[Late]:
    """Departures with nobody aboard: those with people are landings."""
    for flight in best.flights:
        if flight.undock is not None and not flight.down:
            yield Late("undock", (flight.vehicle,), f"{flight.vehicle} undocks", flight.undock)


def _late_landings(best: Option) -> Iterator[Late]:
    """Landings of those who go home together."""
    together: dict[tuple[str, datetime], list[str]] = {}
    for one in best.people:
        if one.home is not None and one.lands is not None:
            together.setdefault((one.home, one.lands), []).append(one.person)
    for (home, lands), people in together.items():
        land = "lands" if len(people) == 1 else "land"
        what = f"{listed(people)} {land} on {home}"
        yield Late("landing", tuple(people), what, lands)
