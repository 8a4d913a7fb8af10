"""A person on the grid: what fits them, how they may come up, what limits them."""

from __future__ import annotations

from dataclasses import dataclass

from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import Ship


@dataclass(frozen=True, slots=True)
class Member:
    """A person with their gear resolved. All times are slots, all spans in slots."""

    name: str
    agency: str
    skills: frozenset[str]
    gear: frozenset[str]
    trained: frozenset[str] | None
    aboard: bool
    launched: int | None
    """Aboard: when they were launched, negative for before `as_of`."""
    seat: str | None
    """Aboard: the vehicle that holds their liner and suit; None is the station."""
    up: str | None
    """The vehicle they came up on, or go up on by the plan of record."""
    ways_up: tuple[tuple[str, str], ...]
    """To come: every vehicle and mode that may bring them."""
    home: str | None
    returns_within: Slots | None
    """Plan of record: every slot in which a landing is as planned."""
    stay: int
    stay_most: int
    return_window: Slots

    @property
    def way_home(self) -> str | None:
        """The vehicle their way home is in as long as nothing else is planned."""
        return self.home or self.seat or self.up

    def fits(self, ship: Ship) -> bool:
        """Whether a nominal seat, or a place in a damaged vehicle, fits them."""
        return ship.needs <= self._gear_in(ship) and self._is_trained(ship)

    def fits_improvised(self, ship: Ship) -> bool:
        """Whether an improvised place fits them."""
        return ship.has_improvised and ship.improvised_needs <= self._gear_in(ship)

    def owns_a_seat_in(self, ship: str) -> bool:
        """Whether they are in its crews or sit in it from the start: a place in it is theirs."""
        return ship in (self.seat, self.up) or ship in (name for name, _ in self.ways_up)

    def flight_down(self, ship: Ship) -> tuple[int, int]:
        """The fewest and the most slots from undocking to landing, as the plan of record tells.

        Where it says when their vehicle leaves and when they land, it leaves in the same part of
        its slot on any other date.
        """
        leaves, returns = ship.leaves_within, self.returns_within
        if ship.name == self.home and leaves is not None and returns is not None:
            first, last = (
                back - away for back, away in zip(returns.edges, leaves.edges, strict=True)
            )
            if first == last and ship.flight_down <= first <= ship.flight_down_most:
                return first, first
        return ship.flight_down, ship.flight_down_most

    def _gear_in(self, ship: Ship) -> frozenset[str]:
        return self.gear | ship.brings.get(self.name, frozenset())

    def _is_trained(self, ship: Ship) -> bool:
        return self.trained is None or ship.type in self.trained
