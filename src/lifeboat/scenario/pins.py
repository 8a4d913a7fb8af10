"""Pins: choices that may not move."""

from __future__ import annotations

from lifeboat.days import Window
from lifeboat.scenario.part import ModeName, Part, PersonName, PortName, SeatName, VehicleName


class Pin(Part):
    """One choice that may not move: about one vehicle, or about one person."""

    vehicle: VehicleName | None = None
    """The vehicle this pin is about."""
    person: PersonName | None = None
    """The person this pin is about."""
    flies: bool | None = None
    """Vehicle: that it is launched (true) or cancelled (false)."""
    mode: ModeName | None = None
    """Vehicle: the mode it is launched in."""
    launch: Window | None = None
    """Vehicle: when it is launched."""
    undock: Window | None = None
    """Vehicle: when it undocks."""
    port: PortName | None = None
    """Vehicle: the port it docks at."""
    stays: bool | None = None
    """Vehicle or person: that it does not leave within the horizon (true), or does (false)."""
    up: VehicleName | None = None
    """Person: the vehicle they go up on."""
    home: VehicleName | None = None
    """Person: the vehicle they go home on."""
    returns: Window | None = None
    """Person: when they land."""
    seat: VehicleName | None = None
    """Person: the vehicle they hold a place in, `during` a window or whenever aboard."""
    liner: SeatName | None = None
    """Person: the vehicle their liner is in, whether or not they have a place there, or `station`,
    `during` a window or whenever aboard."""
    during: Window | None = None
    """With `seat` or `liner`: when."""
    never: bool = False
    """That what it says is never to be: not in that mode, not at that port, not home on that
    vehicle. It goes with one of `mode`, `launch`, `undock`, `port`, `up`, `home`, `returns` and
    `liner`."""
    why: str | None = None
    """Who decided it, and when."""

    @property
    def is_about_a_liner(self) -> bool:
        """Whether it pins where somebody's liner is, with a place or without."""
        return self.seat is not None or self.liner is not None
