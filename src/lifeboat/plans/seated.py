"""Everybody seated greedily: without a search, and mostly well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lifeboat.plans.course import Course
from lifeboat.plans.sharing import Sharer, shared_out, sharer
from lifeboat.plans.voyages import Journey, Voyage
from lifeboat.situation.ship import QUALITIES

STATION = "station"

Seats = dict[datetime, str]
"""By date: the vehicle that a liner is moved to, or the station."""


def seats_by_person(course: Course) -> dict[str, Seats]:
    """Every move of a liner. Everybody sits where their place is best: in their way home if it is
    as good there, else where they are; whoever leaves next has the first claim.
    """
    return _Seating(course).seats()


@dataclass
class _Seating:
    """Seats everybody, from one slot in which something changes to the next."""

    course: Course
    at: dict[str, str | None] = field(default_factory=dict)
    """Where everybody's liner is."""
    moves: dict[str, Seats] = field(default_factory=dict)

    def seats(self) -> dict[str, Seats]:
        self.at = {who: it.start for who, it in self.course.journeys.items()}
        for slot in sorted(self._marks()):
            self._seat(slot)
        return self.moves

    def _marks(self) -> Iterator[int]:
        end = self.course.situation.end
        for voyage in self.course.voyages.values():
            ship = voyage.ship
            marks = [voyage.dock, ship.reseat_from, *(it.first for it in ship.spells)]
            if voyage.undock is not None:
                marks += [voyage.undock - 1, voyage.undock]
            yield from (max(0, it) for it in marks if it < end)

    def _seat(self, slot: int) -> None:
        here = [it for it in self.course.voyages.values() if it.is_here(slot)]
        taken: dict[str, list[Sharer]] = {it.ship.name: [] for it in here}
        aboard = sorted(self.course.aboard(slot), key=lambda it: self._urgency(it, slot))
        for journey in aboard:
            self._move(journey, slot, self._best(journey, slot, here, taken))

    def _urgency(self, journey: Journey, slot: int) -> tuple[int, bool]:
        """Those who leave next come first, then those who sit in their way home."""
        home = journey.home
        leaves = None if home is None else home.undock
        is_home = home is not None and self.at[journey.member.name] == home.ship.name
        return (0 if leaves == slot + 1 else 1, not is_home)

    def _best(
        self,
        journey: Journey,
        slot: int,
        here: Iterable[Voyage],
        taken: dict[str, list[Sharer]],
    ) -> str | None:
        """The vehicle with the best place; the way home, then where they are, of equal ones."""
        now, home = self.at[journey.member.name], journey.home
        member = self.course.equipped(journey.member, slot)
        best: tuple[tuple[int, ...], str, Sharer] | None = None
        for voyage in here:
            name, is_home = voyage.ship.name, voyage is home
            leaves = is_home and voyage.undock == slot + 1
            one = sharer(member, voyage.ship, slot, any_fit=False, leaves=leaves, pins=())
            shared = shared_out(voyage.ship.spell(slot).places, [*taken[name], one], True, True)
            if len(shared) <= len(taken[name]):
                continue
            quality = "damaged" if voyage.is_past_life(slot) else shared[member.name]
            rank = (not leaves, QUALITIES.index(quality), not is_home, name != now)
            if best is None or (rank, name) < best[:2]:
                best = rank, name, one
        if best is not None:
            taken[best[1]].append(best[2])
            return best[1]
        return now if now in taken else None

    def _move(self, journey: Journey, slot: int, ship: str | None) -> None:
        who = journey.member.name
        if ship != self.at[who]:
            self.at[who] = ship
            instant = self.course.situation.clock.instant(slot)
            self.moves.setdefault(who, {})[instant] = ship or STATION
