"""Plans that differ in kind: in which flights fly and how, and in who goes home on what.

Each other kind makes one choice differently than the best plan does, and is
itself settled goal by goal: the best of its kind, and proven so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from lifeboat.decisions import Sum
from lifeboat.solving.decider import Decider
from lifeboat.solving.parties import homes
from lifeboat.solving.search import Settings
from lifeboat.solving.settle import Settled, settle
from lifeboat.solving.skeleton import Skeleton
from lifeboat.station.situation import Situation

EFFORT = 0.15
"""How long one minimisation of another kind may take, in the solver's deterministic time."""


@dataclass(frozen=True, slots=True)
class OtherFlight:
    """That a vehicle flies in another mode than in the best plan, or, with None, not at all."""

    ship: str
    mode: str | None

    def __call__(self, decide: Decider) -> None:
        ship = decide.situation.ships[self.ship]
        if self.mode is None:
            decide.linear.say(decide.flies(ship) <= 0)
        else:
            decide.linear.say(decide.flies(ship, ship.way(self.mode)) >= 1)


@dataclass(frozen=True, slots=True)
class OtherRide:
    """That somebody of some who are in trouble goes home on a given vehicle."""

    people: tuple[str, ...]
    ship: str

    def __call__(self, decide: Decider) -> None:
        rides = Sum()
        for party in decide.parties:
            home = next((it for it in decide.rides_home(party) if it.name == self.ship), None)
            if party.one.name in self.people and home is not None:
                rides = rides + decide.left_on(party, home).at(decide.situation.end - 1)
        decide.linear.say(rides >= 1)


def other_kinds(
    situation: Situation, best: Settled, settings: Settings, asked: int | None, most: int
) -> list[Settled]:
    """The best plans of other kinds, best first.

    Args:
        situation: what is asked about.
        best: the best plan of all.
        settings: how to search.
        asked: how many plans somebody asked for; None for a short list.
        most: how many to return.
    """
    assert best.skeleton is not None
    limited = replace(settings, effort=EFFORT, rounds=1)
    found: dict[object, Settled] = {_kind(best): best}
    for choice in _choices(situation, best.skeleton):
        if settings.is_over() or (asked is None and len(found) > most):
            break
        other = settle(situation, limited, choice, best.candidates)
        if other.skeleton is not None:
            found.setdefault(_kind(other), other)
    others = [other for other in found.values() if other is not best]
    return sorted(others, key=lambda other: other.values)[:most]


def _choices(situation: Situation, best: Skeleton) -> Iterator[OtherFlight | OtherRide]:
    """What the best plan does otherwise than planned comes first: a flight and a ride in turn."""
    flights, rides = list(_other_flights(situation, best)), list(_other_rides(situation, best))
    for flight, ride in zip_longest(flights, rides):
        yield from (choice for choice in (flight, ride) if choice is not None)


def _other_flights(situation: Situation, best: Skeleton) -> Iterator[OtherFlight]:
    flown = {name: course.way.name for name, course in best.courses.items() if course.way}
    crewed = [ship for ship in situation.ships.values() if any(way.crew for way in ship.ways)]
    changed = [ship for ship in crewed if flown.get(ship.name) != ship.planned_way]
    for ship in [*changed, *(ship for ship in crewed if ship not in changed)]:
        for way in sorted(ship.ways, key=lambda way: way.name != ship.planned_way):
            if way.name != flown.get(ship.name):
                yield OtherFlight(ship.name, way.name)


def _other_rides(situation: Situation, best: Skeleton) -> Iterator[OtherRide]:
    """For those who cannot go home as planned: every other vehicle that may take them."""
    displaced = [
        (party, ship) for (party, ship) in best.rides if ship != party.one.home and party.one.home
    ]
    people = tuple(party.one.name for party, _ in displaced)
    taken = {ship for _, ship in displaced}
    for ship in situation.ships.values():
        able = any(ship in homes(situation, party) for party, _ in displaced)
        if able and ship.name not in taken:
            yield OtherRide(people, ship.name)


def _kind(settled: Settled) -> object:
    """What makes two plans the same in kind."""
    assert settled.skeleton is not None
    flights = tuple(
        (name, None if course.way is None else course.way.name)
        for name, course in sorted(settled.skeleton.courses.items())
    )
    rides = tuple(
        sorted(
            (party.one.name, ship, count) for (party, ship), count in settled.skeleton.rides.items()
        )
    )
    return flights, rides
