"""A person on the grid: what fits them, how they may come up, what limits them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

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
    awaits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Liners and suits that vehicles to come deliver, each with these vehicles; they are taken to
    be there wherever it is not said by when.
    """

    follows: str | None = None
    """The stay of the same person from which they must have landed before this one begins."""

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

    def can_move_into(self, ship: Ship, slot: int) -> bool:
        """Whether a vehicle can receive their liner by a slot; their own vehicle always can."""
        return slot >= ship.reseat_from or self.owns_a_seat_in(ship.name)

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

    def equipped(self, docked: Collection[str]) -> Member:
        """The same person with the gear they have once these vehicles have docked, and no other."""
        if not self.awaits:
            return self
        there = {gear for gear, ships in self.awaits if not set(ships).isdisjoint(docked)}
        return replace(self, gear=self.gear | there, awaits=())

    def waits_for(self, ship: Ship, improvised: bool = False) -> tuple[tuple[str, ...], ...]:
        """For each piece of gear that a place needs and they have not yet: who delivers it. What
        the vehicle itself delivers is there whenever they sit in it.
        """
        needs = ship.improvised_needs if improvised else ship.needs
        missing = needs - self.gear - ship.brings.get(self.name, frozenset())
        found = (ships for gear, ships in self.awaits if gear in missing)
        return tuple(ships for ships in found if ship.name not in ships)

    def _gear_in(self, ship: Ship) -> frozenset[str]:
        awaited = frozenset(gear for gear, _ in self.awaits)
        return self.gear | ship.brings.get(self.name, frozenset()) | awaited

    def _is_trained(self, ship: Ship) -> bool:
        return self.trained is None or ship.type in self.trained


def gear_delivered(name: str, ships: Sequence[Ship]) -> frozenset[str]:
    """The liners and suits that vehicles deliver for somebody, to be used anywhere."""
    return frozenset(gear for ship in ships for gear in ship.delivers_gear.get(name, ()))


def gear_awaited(name: str, ships: Sequence[Ship]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each of these liners and suits, with the vehicles that deliver it."""
    for gear in gear_delivered(name, ships):
        yield gear, tuple(it.name for it in ships if gear in it.delivers_gear.get(name, ()))
