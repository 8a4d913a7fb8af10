"""Where a vehicle is from docking to landing, and a person from coming aboard to landing."""

from __future__ import annotations

from dataclasses import dataclass

from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship, Way


@dataclass(frozen=True, slots=True)
class Stop:
    """A vehicle at one port, from slot `first` up to `end`."""

    port: str | None
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Voyage:
    """A vehicle that is docked at some time within the horizon, and when it comes and goes."""

    ship: Ship
    way: Way | None
    launch: int
    dock: int
    undock: int | None
    """None if it is still docked at the end of the horizon."""
    stops: tuple[Stop, ...]
    flown_down: int | None = None
    """Slots from undocking to landing, where the hour of undocking is told."""

    @property
    def flight_down(self) -> tuple[int, int]:
        """Slots from undocking to landing, the fewest and the most there can be."""
        known, ship = self.flown_down, self.ship
        return (ship.flight_down, ship.flight_down_most) if known is None else (known, known)

    @property
    def landing(self) -> int | None:
        """The earliest slot it can land in."""
        return None if self.undock is None else self.undock + self.flight_down[0]

    @property
    def latest_landing(self) -> int | None:
        """The latest slot it can land in."""
        return None if self.undock is None else self.undock + self.flight_down[1]

    def is_past_life(self, slot: int) -> bool:
        """Whether whoever leaves in it after that slot lands past its life: a place in it is then
        one in a damaged vehicle, and so is the ride home.
        """
        return slot >= self.ship.life_over(self.launch)

    @property
    def takes_home_soundly(self) -> bool:
        """Whether those who leave in it leave in a sound vehicle that lands within its life."""
        if self.undock is None:
            return False
        is_sound = self.ship.leaving(self.undock).state == "sound"
        return is_sound and not self.is_past_life(self.undock - 1)

    def is_here(self, slot: int) -> bool:
        """Whether it is docked in a slot."""
        return self.dock <= slot and (self.undock is None or slot < self.undock)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person's liner in one vehicle (None: on the station), from slot `first` up to `end`."""

    ship: str | None
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Journey:
    """A person who is aboard at some time within the horizon."""

    member: Member
    up: Voyage | None
    home: Voyage | None
    first: int
    end: int
    """The slot they leave in, or the end of the horizon."""
    sittings: tuple[Sitting, ...]

    @property
    def launched(self) -> int | None:
        return self.member.launched if self.up is None else self.up.launch

    @property
    def landing(self) -> int | None:
        """The earliest slot they can land in."""
        return None if self.home is None else self.home.landing

    @property
    def latest_landing(self) -> int | None:
        """The latest slot they can land in."""
        return None if self.home is None else self.home.latest_landing

    @property
    def lands(self) -> tuple[int | None, int | None]:
        """The first and the last slot they land in, if the plan of record tells more than these."""
        if self.home is None or self.home.flown_down is not None:
            return self.landing, self.latest_landing
        assert self.home.undock is not None, "nobody goes home in a vehicle that stays"
        first, last = self.member.flight_down(self.home.ship)
        return self.home.undock + first, self.home.undock + last

    @property
    def start(self) -> str | None:
        """Where their liner is before anybody moves it."""
        return self.member.seat if self.up is None else self.up.ship.name
