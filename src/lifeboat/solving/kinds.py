"""Plans that differ in kind: in which flights fly and how, and in who goes home on what.

Each other kind makes one choice differently than the best plan does, and is
itself settled goal by goal: the best of its kind, and proven so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lifeboat.decisions import Sum
from lifeboat.solving.decider import Decider
from lifeboat.solving.parties import homes
from lifeboat.solving.search import Settings
from lifeboat.solving.settle import Settled, settle
from lifeboat.solving.skeleton import Skeleton
from lifeboat.station.situation import Situation


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
    choices = list(_choices(situation, best.skeleton))
    if asked is None:
        choices = choices[:most]
    found = [settle(situation, settings, choice) for choice in choices]
    known = {_kind(best)}
    ranked = []
    for other in sorted((it for it in found if it.skeleton is not None), key=lambda it: it.values):
        if _kind(other) not in known:
            known.add(_kind(other))
            ranked.append(other)
    return ranked[:most]


def _choices(situation: Situation, best: Skeleton) -> Iterator[OtherFlight | OtherRide]:
    yield from _other_rides(situation, best)
    yield from _other_flights(situation, best)


def _other_flights(situation: Situation, best: Skeleton) -> Iterator[OtherFlight]:
    for ship in situation.ships.values():
        course = best.courses.get(ship.name)
        flown = None if course is None or course.way is None else course.way.name
        for way in ship.ways:
            if way.name != flown and (way.crew or (course and course.way and course.way.crew)):
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
        sorted((party.one.name, ship, count) for (party, ship), count in settled.skeleton.rides.items())
    )
    return flights, rides
