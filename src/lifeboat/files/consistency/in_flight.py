"""Vehicles on their way: what is known of them fits, and nothing undoes their launch."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.counted import counted
from lifeboat.days import say_instant
from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.scenario.in_flight import InFlight, crew_in_flight, first_instant, holds
from lifeboat.scenario.pins import Pin


def wrong_in_flight(view: View) -> Iterator[Mistake]:
    """Vehicles on their way that should have docked, are overfull, or are pinned otherwise."""
    for name in view.scenario.vehicles:
        flight = view.in_flight(name)
        if flight is not None:
            key = "docked" if flight.mode is None else "planned"
            yield from _docking(view, name, key, flight)
            yield from _keys_for_launches(view, name) if flight.mode is None else ()
            yield from _overfull(view, name, flight) if flight.mode is None else ()
    for name, pin in view.scenario.pins.items():
        flight = view.in_flight(pin.vehicle)
        if flight is not None:
            yield from _pinned(view, name, pin, flight)


def _docking(view: View, name: str, key: str, flight: InFlight) -> Iterator[Mistake]:
    here, closes = ("vehicles", name, key), view.scenario.horizon.closes
    docks = say_instant(flight.docks)
    if flight.docks < first_instant(view.scenario):
        message = (
            f"launched {say_instant(flight.launched)} by the plan of record, '{name}' docked "
            f"{docks}, before `as_of`"
        )
        hint = "say where: `port` and `docked`; if it has not flown, give windows from `as_of` on"
        yield view.wrong("should-be-docked", here, message, hint)
    elif closes is not None and flight.docks >= closes:
        message = f"'{name}' is on its way and docks {docks}, after the horizon"
        hint = "end the `horizon` later, or leave the vehicle out"
        yield view.wrong("docks-beyond", here, message, hint)


def _keys_for_launches(view: View, name: str) -> Iterator[Mistake]:
    for key in ("planned", "planned_mode"):
        if getattr(view.scenario.vehicles[name], key):
            message = f"vehicle '{name}' is on its way: `{key}` is for vehicles to be launched"
            yield view.wrong(
                "flown-and-to-come", ("vehicles", name, key), message, "leave it out", key=True
            )


def _overfull(view: View, name: str, flight: InFlight) -> Iterator[Mistake]:
    crew = crew_in_flight(view.scenario, name, flight)
    seats = view.seats(view.scenario.vehicles[name])
    if seats is not None and len(crew) > seats:
        message = f"'{name}' is on its way with {counted(len(crew), 'people')} and has "
        message += counted(seats, "seats")
        yield view.wrong("crew-large", ("people", crew[seats], "up"), message)


def _pinned(view: View, name: str, pin: Pin, flight: InFlight) -> Iterator[Mistake]:
    wrong = {
        "flies": pin.flies is False,
        "mode": pin.mode is not None and (pin.mode == flight.mode) == pin.never,
        "launch": pin.launch is not None and holds(pin.launch, flight.launched) == pin.never,
    }
    since = say_instant(flight.launched)
    for key in (key for key, is_wrong in wrong.items() if is_wrong):
        how = "" if flight.mode is None else f" in mode {flight.mode}"
        message = f"'{pin.vehicle}' has been on its way since {since}{how}: that cannot change"
        yield view.wrong("pin-in-flight", ("pins", name, key), message)
