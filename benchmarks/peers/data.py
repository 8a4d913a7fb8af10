"""What a day-by-day model needs of a scenario, as plain figures.

Days count from 0, the day of `as_of`. People whom nothing tells apart are one group, and ports
that take the same vehicles are one pool.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Mode:
    """One way to launch a vehicle."""

    name: str
    days: tuple[int, ...]
    """The days on which it may be launched."""
    flight: int
    crew: tuple[str, ...]


@dataclass(frozen=True)
class Craft:
    """A vehicle; what varies over time is given for each day of the horizon."""

    name: str
    modes: tuple[Mode, ...]
    launched: int | None
    """When it was launched, if it is docked on day 0."""
    pools: tuple[int, ...]
    """Where it can dock, or is docked."""
    pad: str | None
    may_cancel: bool
    planned: tuple[int, int] | None
    """The first and the last day on which a launch is as planned."""
    ready: int
    """The first day on which it can undock."""
    flight_down: int
    life: int | None
    life_most: int | None
    relieves: tuple[tuple[str, int], ...]
    """The vehicles it relieves, and the days of overlap."""
    seats: tuple[int, ...]
    extras: tuple[int, ...]
    """Improvised places."""
    damaged: bool
    """Whether a seat is one in a damaged vehicle."""
    seats_home: tuple[bool, ...]
    """Whether people may go home on its seats, if it leaves on that day."""
    extras_home: tuple[bool, ...]
    sound_home: tuple[int, ...]
    """How many of those who leave on that day leave safely."""
    has_seats: bool
    flies_empty: bool

    @property
    def is_docked(self) -> bool:
        return self.launched is not None

    @property
    def first(self) -> int:
        """The first day on which it can be at the station."""
        if self.is_docked:
            return 0
        return min((mode.days[0] + mode.flight for mode in self.modes), default=len(self.seats))

    @property
    def room(self) -> int:
        """The most people it ever has places for."""
        return max(seats + extras for seats, extras in zip(self.seats, self.extras, strict=True))


@dataclass(frozen=True, eq=False)
class Group:
    """People whom nothing in the scenario tells apart."""

    names: tuple[str, ...]
    skills: frozenset[str]
    aboard: bool
    seat: str | None
    """Aboard: the vehicle that holds their liners."""
    up: str | None
    """The vehicle that brings them by the plan of record."""
    ways: tuple[tuple[str, str], ...]
    """To come: the vehicles and modes that may bring them."""
    home: str | None
    returns: tuple[int, int] | None
    """The first and the last day on which a landing is as planned."""
    fits: frozenset[str]
    """The vehicles whose seats fit them."""
    fits_extra: frozenset[str]
    flights_down: dict[str, tuple[int, int]]
    """The fewest and the most days from undocking to landing, by vehicle."""

    @property
    def size(self) -> int:
        return len(self.names)

    @property
    def way_home(self) -> str | None:
        """The vehicle they would leave in as long as they have no other ride."""
        return self.home or self.seat or self.up

    def sits_in(self, craft: Craft) -> bool:
        """Whether they can have a place there at all."""
        return craft.name in self.fits or craft.name in self.fits_extra

    def rides(self, craft: Craft) -> bool:
        """Whether they can go home in it."""
        seat = craft.name in self.fits and any(craft.seats_home)
        return seat or (craft.name in self.fits_extra and any(craft.extras_home))


@dataclass(frozen=True)
class Skill:
    """How many people with a skill must be aboard, are wanted, and must remain."""

    least: int
    wanted: int
    after_departure: int


@dataclass(frozen=True)
class Case:
    """A whole scenario."""

    end: int
    """The first day after the horizon."""
    crafts: dict[str, Craft]
    groups: tuple[Group, ...]
    pools: tuple[tuple[str, ...], ...]
    """The ports by pool."""
    turn_round: int
    gaps: dict[str, int]
    """The least days from launch to launch, by pad."""
    least: int
    wanted: int
    most: int
    skills: dict[str, Skill]

    @property
    def homes(self) -> Iterator[tuple[Group, Craft]]:
        """Every group with every vehicle that can take it home."""
        for group in self.groups:
            yield from ((group, it) for it in self.crafts.values() if group.rides(it))

    def users(self, pool: int) -> Sequence[Craft]:
        """The vehicles that may use a pool of ports."""
        return [craft for craft in self.crafts.values() if pool in craft.pools]

    def arrives(self, group: Group) -> int:
        """The first day on which a group can be aboard."""
        if group.aboard:
            return 0
        modes = {(craft.name, it.name): it for craft in self.crafts.values() for it in craft.modes}
        ways = (modes[way] for way in group.ways if way in modes)
        return min((mode.days[0] + mode.flight for mode in ways), default=self.end)
