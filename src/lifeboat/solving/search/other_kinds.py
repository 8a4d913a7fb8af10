"""Plans of other kinds, with other flights or modes, or other rides home.

Each alternative makes one choice differently from the best plan, and is the best of all plans that
do. A bound for each choice is found first, on few dates. The choices are then searched in the order
of their bounds, until those that are left can have no plan as good as those found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import zip_longest

from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates, collect, size_of
from lifeboat.solving.formulation.parties import homes
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.side_constraints import OtherFlight, OtherRide, SideConstraint
from lifeboat.solving.search.incumbent import Incumbent, NotFound, SearchOutcome
from lifeboat.solving.search.lexicographic import find_best
from lifeboat.solving.search.objective import Caps
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import EASY, Relaxation
from lifeboat.stopping import GivenUpError

BOUNDING = 1 / 3
"""The share of a limited time that goes to bounds for the choices."""

PROVING = 2.5
"""The deterministic time one minimisation may take while an alternative is proven."""

PROVING_ROUNDS = 12
"""How often the grid is refined before the proof of an alternative is given up."""

EVERY_KIND = 1000
"""Up to this many dates, over all choices together, every other kind is looked at; beyond, those
that the best plan changes come first, and the search ends when there are enough."""


@dataclass(frozen=True, slots=True)
class OtherKinds:
    """The best plans of other kinds, best first."""

    plans: tuple[Incumbent, ...]
    is_complete: bool
    """That every other kind was searched to its end, or cannot be better: none that is left out is
    better."""


def other_kinds(situation: Situation, best: Incumbent, settings: Settings, most: int) -> OtherKinds:
    """The best plans of other kinds, best first.

    Args:
        situation: the situation to decide.
        best: the best plan of all.
        settings: how to search.
        most: how many to return.
    """
    limited = replace(settings, effort=PROVING, rounds=PROVING_ROUNDS, to_the_end=False)
    problem = Problem(situation, limited)
    choices = list(_choices(situation, best.schedule))
    every = size_of(collect(situation).closed(0)) * len(choices) <= EVERY_KIND
    kinds = BestOfKinds(most)
    for bound, choice in _promising_first(problem, choices) if every else _as_they_are(choices):
        if settings.is_over() or (kinds.are_enough and not every):
            return OtherKinds(kinds.best, is_complete=False)
        if kinds.beat(bound):
            continue
        outcome = find_best(replace(problem, side=choice))
        if settings.is_over() and not (isinstance(outcome, Incumbent) and outcome.is_proven):
            # What a search has when it is cut off may be far from the best with that choice.
            return OtherKinds(kinds.best, is_complete=False)
        kinds.add(outcome)
    return OtherKinds(kinds.best, kinds.are_proven)


Bound = tuple[int, ...]
"""The least values of the first goals, in their order, that any plan with a choice can have."""


class BestOfKinds:
    """The best plan of each kind so far."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[object, Incumbent] = {}
        self.are_proven = True

    @property
    def best(self) -> tuple[Incumbent, ...]:
        return tuple(sorted(self._found.values(), key=_goal_values)[: self._most])

    @property
    def are_enough(self) -> bool:
        return len(self._found) >= self._most

    def beat(self, bound: Bound) -> bool:
        """Whether there are enough that are better than any plan with such a bound."""
        return self.are_enough and bound > self.best[-1].values[: len(bound)]

    def add(self, outcome: SearchOutcome) -> None:
        self.are_proven &= not isinstance(outcome, NotFound)
        if isinstance(outcome, Incumbent):
            self.are_proven &= outcome.is_proven
            key = _signature(outcome.schedule)
            known = self._found.get(key, outcome)
            self._found[key] = min(known, outcome, key=_goal_values)


def _promising_first(
    problem: Problem, choices: Sequence[SideConstraint]
) -> Iterator[tuple[Bound, SideConstraint]]:
    """Choices with their bounds on the coarsest grid, the best first, and those without one in time
    last: what is found soon is then mostly better than what others can be, which need not be
    searched. Those that are impossible are left out.
    """
    dates = collect(problem.situation).closed(0)
    quick = replace(problem, settings=problem.settings.with_share(BOUNDING))
    bounds = [_bound(replace(quick, side=choice), dates) for choice in choices]
    known = [(it, number) for number, it in enumerate(bounds) if it is not None]
    for bound, number in sorted(known, key=lambda it: (not it[0], *it)):
        yield bound, choices[number]


def _as_they_are(choices: Iterable[SideConstraint]) -> Iterator[tuple[Bound, SideConstraint]]:
    return (((), choice) for choice in choices)


def _bound(problem: Problem, dates: Candidates) -> Bound | None:
    """None where there is no plan."""
    caps, found = Caps(), list[int]()
    with suppress(GivenUpError, MemoryError):
        relaxation = Relaxation(problem, dates)
        for block in relaxation.objective.blocks():
            result = relaxation.bound(block, caps, EASY)
            if result.is_impossible and not found:
                return None
            if not result.is_proven:
                break
            found += [relaxation.values()[index] for index in block]
            caps = Caps(enumerate(found))
    return tuple(found)


def _goal_values(plan: Incumbent) -> tuple[int, ...]:
    return plan.values


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
