"""Alternatives: plans of other kinds, with other flights or modes, or other rides home.

Each alternative makes one choice differently from the best plan, and is the best of all plans that
do. A plan near the best one is found first: the other flights, and the rides of people who are not
displaced, are as in the best plan or in the plan of record. The search over all plans with that
choice starts from it.
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
from lifeboat.solving.formulation.cells import collect, size_of
from lifeboat.solving.formulation.parties import homes
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.side_constraints import AllOf, SideConstraint
from lifeboat.solving.search.incumbent import Incumbent, NotFound, SearchOutcome
from lifeboat.solving.search.lexicographic import find_best
from lifeboat.solving.search.problem import Problem

FINDING, PROVING = 0.15, 2.5
"""The deterministic time one minimisation may take while an alternative is found, and while it is
proven."""

PROVING_ROUNDS = 12
"""How often the grid is refined before the proof of an alternative is given up."""

EVERY_KIND = 1000
"""Up to this many dates, over all choices together, every other kind is searched; beyond, those
that the best plan changes come first, and the search ends when there are enough."""


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
                rides = rides + decide.people.rides(party, home)
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
class OtherKinds:
    """The best plans of other kinds, best first."""

    plans: tuple[Incumbent, ...]
    is_complete: bool
    """That every other kind was searched to its end: none that is left out is better."""


def alternatives(
    situation: Situation, best: Incumbent, settings: Settings, most: int
) -> OtherKinds:
    """The best plans of other kinds, best first; what the best plan changes is varied first.

    Args:
        situation: the situation to decide.
        best: the best plan of all.
        settings: how to search.
        most: how many to return.
    """
    problem = Problem(situation, settings)
    choices = list(_choices(situation, best.schedule))
    every = size_of(collect(situation).closed(0)) * len(choices) <= EVERY_KIND
    found: dict[object, Incumbent] = {}
    tried, is_proven = 0, True
    for choice in choices:
        if settings.is_over() or (len(found) >= most and not every):
            break
        tried += 1
        outcome = _best_with(problem, best, choice)
        is_proven &= not isinstance(outcome, NotFound)
        if isinstance(outcome, Incumbent):
            is_proven &= outcome.is_proven
            known = found.get(key := _signature(outcome.schedule))
            found[key] = outcome if known is None else min(known, outcome, key=_goal_values)
    plans = sorted(found.values(), key=_goal_values)[:most]
    return OtherKinds(tuple(plans), is_proven and tried == len(choices))


def _goal_values(plan: Incumbent) -> tuple[int, ...]:
    return plan.values


def _best_with(problem: Problem, best: Incumbent, choice: SideConstraint) -> SearchOutcome:
    """The best plan with a choice: one near the best plan first, which a search over all plans then
    starts from.
    """
    near = _find_near(problem, best, choice)
    limited = replace(problem.settings, effort=PROVING, rounds=PROVING_ROUNDS, to_the_end=False)
    outcome = find_best(replace(problem, settings=limited, side=choice, known=near))
    return near if near is not None and isinstance(outcome, NotFound) else outcome


def _find_near(problem: Problem, best: Incumbent, choice: SideConstraint) -> Incumbent | None:
    limited = replace(problem.settings, effort=FINDING, rounds=1, to_the_end=False)
    but = choice.ship if isinstance(choice, OtherFlight) else None
    side = AllOf(choice, OthersAsBefore(best.schedule, but))
    found = find_best(replace(problem, settings=limited, side=side, start=best.candidates))
    return replace(found, bounds=()) if isinstance(found, Incumbent) else None


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
    ships = situation.ships.values()
    crewed = [ship for ship in ships if ship.ways and ship.takes_people]
    changed = [ship for ship in crewed if best.mode_of(ship.name) != ship.planned_way]
    for ship in [*changed, *(ship for ship in crewed if ship not in changed)]:
        mode = best.mode_of(ship.name)
        for way in sorted(ship.ways, key=lambda way: way.name != ship.planned_way):
            if way.name != mode:
                yield OtherFlight(ship.name, way.name)
        if ship.may_cancel and mode is not None:
            yield OtherFlight(ship.name, None)


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
