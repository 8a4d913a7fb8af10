"""Plans that differ in kind: in which flights fly and how, and in who goes home on what.

Each other kind makes one choice differently than the best plan does. First it is found: a good
plan that makes that choice, in which other flights fly, and people who are not in trouble go home,
as they do in the best plan or in the plan of record. Then it is proven: with flights and rides as
found, the best dates there can be, goal by goal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Party
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.decisions import Decider
from lifeboat.solving.formulation.parties import homes
from lifeboat.solving.formulation.schedule import Skeleton
from lifeboat.solving.formulation.side_constraints import Choice, Together
from lifeboat.solving.search.incumbent import Settled
from lifeboat.solving.search.lexicographic import settle

FINDING, PROVING = 0.15, 2.5
"""How long one minimisation may take while another kind is found, and while it is proven, in the
solver's deterministic time."""

EVERY_SLOT = 500
"""Up to this many slots a kind is proven on every one of them."""


@dataclass(frozen=True, slots=True)
class OtherFlight(Choice):
    """That a vehicle flies in another mode than in the best plan, or, with None, not at all."""

    ship: str
    mode: str | None

    def post(self, decide: Decider) -> None:
        ship = decide.situation.ships[self.ship]
        if self.mode is None:
            decide.linear.say(decide.flies(ship) <= 0)
        else:
            decide.linear.say(decide.flies(ship, ship.way(self.mode)) >= 1)


@dataclass(frozen=True, slots=True)
class OtherRide(Choice):
    """That somebody of some who are in trouble goes home on a given vehicle."""

    people: frozenset[str]
    ship: str

    def post(self, decide: Decider) -> None:
        rides = Sum()
        for party in decide.parties:
            home = next((it for it in decide.rides_home(party) if it.name == self.ship), None)
            if party.one.name in self.people and home is not None:
                rides = rides + decide.left_on(party, home).at(decide.situation.end - 1)
        decide.linear.say(rides >= 1)


@dataclass(frozen=True, slots=True)
class OthersAsBefore(Choice):
    """That whatever is not in trouble flies, and goes home, as in the best plan or in the plan of
    record.
    """

    best: Skeleton
    but: str | None
    """A vehicle that may fly otherwise."""

    def allows(self, party: Party, ship: Ship) -> bool:
        if party.one.name in displaced(self.best):
            return True
        return ship.name == party.one.home or (party, ship.name) in self.best.rides

    def post(self, decide: Decider) -> None:
        for ship in decide.situation.ships.values():
            course = self.best.courses.get(ship.name)
            if course is None or course.way is None or ship.name == self.but:
                continue
            usual = [way for way in ship.ways if way.name in (course.way.name, ship.planned_way)]
            decide.linear.say(total_of(decide.flies(ship, way) for way in usual) >= 1)


@dataclass(frozen=True, slots=True)
class SameKind(Choice):
    """That the same flights fly in the same modes, and the same people go home on them."""

    like: Skeleton

    def allows(self, party: Party, ship: Ship) -> bool:
        return (party, ship.name) in self.like.rides

    def post(self, decide: Decider) -> None:
        end = decide.situation.end
        for ship in decide.situation.ships.values():
            course = self.like.courses.get(ship.name)
            for way in ship.ways:
                if course is None or course.way != way:
                    decide.linear.say(decide.flies(ship, way) <= 0)
            if course is not None:
                decide.linear.say(decide.flies(ship) >= 1)
        for (party, name), count in self.like.rides.items():
            ship = decide.situation.ships[name]
            decide.linear.say(decide.left_on(party, ship).at(end - 1) >= count)
            decide.linear.say(decide.left_on(party, ship).at(end - 1) <= count)


def other_kinds(
    situation: Situation, best: Settled, settings: Settings, most: int
) -> list[Settled]:
    """The best plans of other kinds, best first: of those that undo most of what is decided first.

    Args:
        situation: what is asked about.
        best: the best plan of all.
        settings: how to search.
        most: how many to return.
    """
    assert best.skeleton is not None
    found: dict[object, Settled] = {_kind(best): best}
    for choice in _choices(situation, best.skeleton):
        if settings.is_over() or len(found) > most:
            break
        other = _find(situation, best, choice, settings)
        if other.skeleton is not None and _kind(other) not in found:
            found[_kind(other)] = _prove(situation, other, settings)
    others = (other for other in found.values() if other is not best)
    return sorted(others, key=lambda other: other.values)


def _find(situation: Situation, best: Settled, choice: Choice, settings: Settings) -> Settled:
    assert best.skeleton is not None
    limited = replace(settings, effort=FINDING, rounds=1, to_the_end=False)
    but = choice.ship if isinstance(choice, OtherFlight) else None
    asked = Together(choice, OthersAsBefore(best.skeleton, but))
    return settle(situation, limited, asked, best.candidates)


def _prove(situation: Situation, found: Settled, settings: Settings) -> Settled:
    """The best of a kind of which one was found."""
    assert found.skeleton is not None
    small = situation.end <= EVERY_SLOT
    limited = replace(settings, effort=PROVING, rounds=1 if small else 6, to_the_end=small)
    settled = settle(situation, limited, SameKind(found.skeleton))
    return settled if settled.skeleton is not None else found


def displaced(plan: Skeleton) -> frozenset[str]:
    """Those who do not go home on the vehicle they were to go home on."""
    return frozenset(
        party.one.name
        for party, ship in plan.rides
        if party.one.home is not None and ship != party.one.home
    )


def _choices(situation: Situation, best: Skeleton) -> Iterator[Choice]:
    """What the best plan does otherwise than planned comes first: a flight and a ride in turn."""
    flights, rides = list(_other_flights(situation, best)), list(_other_rides(situation, best))
    for flight, ride in zip_longest(flights, rides):
        yield from (choice for choice in (flight, ride) if choice is not None)


def _other_flights(situation: Situation, best: Skeleton) -> Iterator[Choice]:
    flown = {name: course.way.name for name, course in best.courses.items() if course.way}
    crewed = [ship for ship in situation.ships.values() if any(way.crew for way in ship.ways)]
    changed = [ship for ship in crewed if flown.get(ship.name) != ship.planned_way]
    for ship in [*changed, *(ship for ship in crewed if ship not in changed)]:
        for way in sorted(ship.ways, key=lambda way: way.name != ship.planned_way):
            if way.name != flown.get(ship.name):
                yield OtherFlight(ship.name, way.name)


def _other_rides(situation: Situation, best: Skeleton) -> Iterator[Choice]:
    """For those who cannot go home as planned: every other vehicle that may take them."""
    people = displaced(best)
    parties = [party for party, _ in best.rides if party.one.name in people]
    taken = {ship for party, ship in best.rides if party in parties}
    for ship in situation.ships.values():
        if ship.name not in taken and any(ship in homes(situation, party) for party in parties):
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
