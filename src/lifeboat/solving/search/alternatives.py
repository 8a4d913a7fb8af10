"""Alternatives: plans of other kinds, with other flights or modes, or other rides home.

Each alternative makes one choice differently from the best plan. First it is found: a good plan
with that choice, in which the other flights, and the rides of people who are not displaced, are as
in the best plan or in the plan of record. Then it is proven: with its flights and rides fixed, no
dates are better, goal by goal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.parties import homes
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.side_constraints import AllOf, SideConstraint
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.lexicographic import find_best
from lifeboat.solving.search.problem import Problem

FINDING, PROVING = 0.15, 2.5
"""The deterministic time one minimisation may take while an alternative is found, and while it is
proven."""

EVERY_SLOT = 500
"""In a horizon of up to this many slots, an alternative is proven on every slot."""


@dataclass(frozen=True, slots=True)
class OtherFlight(SideConstraint):
    """A vehicle flies in another mode than in the best plan or, with None, not at all."""

    ship: str
    mode: str | None

    def post(self, decide: Decisions) -> None:
        ship = decide.situation.ships[self.ship]
        if self.mode is None:
            decide.post(decide.flights.flies(ship) <= 0)
        else:
            decide.post(decide.flights.flies(ship, ship.way(self.mode)) >= 1)


@dataclass(frozen=True, slots=True)
class OtherRide(SideConstraint):
    """At least one of some displaced people goes home on a given vehicle."""

    people: frozenset[str]
    ship: str

    def post(self, decide: Decisions) -> None:
        rides = Sum()
        for party in decide.parties:
            able = decide.people.rides_home(party)
            home = next((it for it in able if it.name == self.ship), None)
            if party.one.name in self.people and home is not None:
                rides = rides + decide.people.left_on(party, home).at(decide.situation.end - 1)
        decide.post(rides >= 1)


@dataclass(frozen=True, slots=True)
class OthersAsBefore(SideConstraint):
    """Other flights fly, and people who are not displaced go home, as in the best plan or in the
    plan of record.
    """

    best: Schedule
    but: str | None
    """The vehicle that may fly otherwise, if any."""

    def allows(self, party: Party, ship: Ship) -> bool:
        if party.one.name in displaced(self.best):
            return True
        return ship.name == party.one.home or (party, ship.name) in self.best.rides

    def post(self, decide: Decisions) -> None:
        for ship in decide.situation.ships.values():
            mode = self.best.mode_of(ship.name)
            if mode is None or ship.name == self.but:
                continue
            usual = [way for way in ship.ways if way.name in (mode, ship.planned_way)]
            flies = total_of(decide.flights.flies(ship, way) for way in usual)
            decide.post(flies >= 1)


@dataclass(frozen=True, slots=True)
class SameFlightsAndRides(SideConstraint):
    """The same flights fly in the same modes, and the same people go home on them."""

    like: Schedule

    def allows(self, party: Party, ship: Ship) -> bool:
        return (party, ship.name) in self.like.rides

    def post(self, decide: Decisions) -> None:
        end = decide.situation.end
        for ship in decide.situation.ships.values():
            flight = self.like.flights.get(ship.name)
            for way in ship.ways:
                if flight is None or flight.way != way:
                    decide.post(decide.flights.flies(ship, way) <= 0)
            if flight is not None:
                decide.post(decide.flights.flies(ship) >= 1)
        for (party, name), count in self.like.rides.items():
            left = decide.people.left_on(party, decide.situation.ships[name])
            decide.post(left.at(end - 1) >= count)
            decide.post(left.at(end - 1) <= count)


def alternatives(
    situation: Situation, best: Incumbent, settings: Settings, most: int
) -> list[Incumbent]:
    """The best plans of other kinds, best first; what the best plan changes is varied first.

    Args:
        situation: the situation to decide.
        best: the best plan of all.
        settings: how to search.
        most: how many to return.
    """
    problem = Problem(situation, settings)
    found: dict[object, Incumbent] = {_signature(best.schedule): best}
    for choice in _choices(situation, best.schedule):
        if settings.is_over() or len(found) > most:
            break
        other = _find_other(problem, best, choice)
        if other is not None and _signature(other.schedule) not in found:
            found[_signature(other.schedule)] = _prove_other(problem, other)
    others = (other for other in found.values() if other is not best)
    return sorted(others, key=lambda other: other.values)


def _find_other(problem: Problem, best: Incumbent, choice: SideConstraint) -> Incumbent | None:
    limited = replace(problem.settings, effort=FINDING, rounds=1, to_the_end=False)
    but = choice.ship if isinstance(choice, OtherFlight) else None
    side = AllOf(choice, OthersAsBefore(best.schedule, but))
    found = find_best(replace(problem, settings=limited, side=side, start=best.candidates))
    return found if isinstance(found, Incumbent) else None


def _prove_other(problem: Problem, found: Incumbent) -> Incumbent:
    """The best plan with the flights and rides of one that was found."""
    small = problem.situation.end <= EVERY_SLOT
    limited = replace(problem.settings, effort=PROVING, rounds=1 if small else 6, to_the_end=small)
    side = SameFlightsAndRides(found.schedule)
    proven = find_best(replace(problem, settings=limited, side=side))
    return proven if isinstance(proven, Incumbent) else found


def displaced(plan: Schedule) -> frozenset[str]:
    """The displaced: those who do not go home on their planned vehicle."""
    return frozenset(
        party.one.name
        for party, ship in plan.rides
        if party.one.home is not None and ship != party.one.home
    )


def _choices(situation: Situation, best: Schedule) -> Iterator[SideConstraint]:
    """Flights and rides in turn, those that the best plan changes first."""
    flights, rides = list(_flights_to_try(situation, best)), list(_rides_to_try(situation, best))
    for flight, ride in zip_longest(flights, rides):
        yield from (choice for choice in (flight, ride) if choice is not None)


def _flights_to_try(situation: Situation, best: Schedule) -> Iterator[OtherFlight]:
    crewed = [ship for ship in situation.ships.values() if any(way.crew for way in ship.ways)]
    changed = [ship for ship in crewed if best.mode_of(ship.name) != ship.planned_way]
    for ship in [*changed, *(ship for ship in crewed if ship not in changed)]:
        for way in sorted(ship.ways, key=lambda way: way.name != ship.planned_way):
            if way.name != best.mode_of(ship.name):
                yield OtherFlight(ship.name, way.name)


def _rides_to_try(situation: Situation, best: Schedule) -> Iterator[OtherRide]:
    """For the displaced: every vehicle that none of them goes home on, but could."""
    people = displaced(best)
    parties = [party for party, _ in best.rides if party.one.name in people]
    taken = {ship for party, ship in best.rides if party in parties}
    for ship in situation.ships.values():
        if ship.name not in taken and any(ship in homes(situation, party) for party in parties):
            yield OtherRide(people, ship.name)


def _signature(plan: Schedule) -> object:
    """Equal for plans of the same kind."""
    flights = tuple((name, plan.mode_of(name)) for name in sorted(plan.flights))
    return flights, tuple(sorted((*key, count) for key, count in plan.rides_by_name.items()))
