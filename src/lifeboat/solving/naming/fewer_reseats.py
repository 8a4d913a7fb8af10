"""Other rides home, on the same dates and as good in every goal, that move fewer liners.

The search decides rides by numbers and does not model liners. Where liners have to be moved, rides
and places are solved once more, together and by name; dates are fixed, so this is fast.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Party
from lifeboat.plans.course import Course, Voyage
from lifeboat.situation.member import Member
from lifeboat.solving.cpsat.expressions import all_of, plain
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.decisions import SolverDecisions
from lifeboat.solving.formulation.fixing import all_dates
from lifeboat.solving.formulation.other_choices import other_rides
from lifeboat.solving.formulation.side_constraints import NO_SIDE_CONSTRAINT, SideConstraint
from lifeboat.solving.formulation.tie_breaks import forced_moves, rides_in_order
from lifeboat.solving.naming.liners import LinerModel, Rider, post_liners
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.stopping import GivenUpError


@dataclass(frozen=True, slots=True)
class FewerReseats:
    """Rides that move fewer liners, if there are any, and the bound: no rides move fewer."""

    found: Incumbent | None
    bound: int


def rides_with_fewer_reseats(
    course: Course,
    best: Incumbent,
    reseats: int,
    settings: Settings,
    side: SideConstraint = NO_SIDE_CONSTRAINT,
) -> FewerReseats:
    """Look for rides that need fewer reseats.

    Args:
        course: the best plan, named: every voyage and journey.
        best: its dates, rides and goals; none of these gets worse.
        reseats: how many liners it moves.
        settings: how to search.
        side: what the rides must satisfy besides the rules.
    """
    if reseats == 0 or settings.is_over():
        return FewerReseats(None, 0)
    try:
        return _sought(Problem(course.situation, settings, side), course, best, reseats)
    except GivenUpError:
        return FewerReseats(None, 0)


def _sought(problem: Problem, course: Course, best: Incumbent, reseats: int) -> FewerReseats:
    relaxation = Relaxation(problem, best.schedule.events())
    decide, solver = relaxation.decide, relaxation.solver
    kept = list(all_dates(decide, best.schedule))
    caps = relaxation.objective.capped(dict(enumerate(best.values)))
    decide.builder.model.clause(list(other_rides(decide, best.schedule)))
    forced = forced_moves(decide), reseats - 1
    if solver.minimise(Sum(), [*caps, forced], kept=kept).is_impossible:
        return FewerReseats(None, reseats)
    liners = _post_liners(decide, course)
    moves = all_of(move.flag for move in liners.moves)
    fewest = solver.minimise(moves, [*caps, (moves, reseats - 1)], kept=kept)
    if fewest.value is None:
        return FewerReseats(None, reseats if fewest.is_impossible else 0)
    solver.minimise(rides_in_order(decide), [*caps, (moves, fewest.value)], kept=kept)
    found = replace(relaxation.incumbent(), bounds=best.bounds, candidates=best.candidates)
    return FewerReseats(found, fewest.bound or 0)


def _post_liners(decide: SolverDecisions, course: Course) -> LinerModel:
    """Everybody's liner, with rides home open; places cost no more than the goals count."""
    riders = [rider for party in decide.parties for rider in _riders_of(decide, course, party)]
    liners = post_liners(
        course.situation, decide.builder, course.voyages.values(), riders, decide.require
    )
    seating = decide.seating
    for quality, counted in (
        ("none", seating.none),
        ("damaged", seating.damaged),
        ("improvised", seating.improvised),
    ):
        decide.post(liners.cost(quality) <= counted)
    return liners


def _riders_of(decide: SolverDecisions, course: Course, party: Party) -> Iterator[Rider]:
    journeys = [course.journeys.get(member.name) for member in party.members]
    present = [journey for journey in journeys if journey is not None]
    if not present:
        return
    voyages = list(_voyages_home(decide, course, party, present[0].first))
    rides = _rides_by_name(decide, party, [journey.member for journey in present], voyages)
    for journey, its in zip(present, rides, strict=True):
        homes = tuple(zip(voyages, its, strict=True))
        yield Rider(journey.member, journey.start, max(0, journey.first), homes)


def _voyages_home(
    decide: SolverDecisions, course: Course, party: Party, first: int
) -> Iterator[Voyage]:
    """The voyages that can take people home who are aboard from `first` on, in order of leaving."""
    ships = [ship.name for ship in decide.people.rides_home(party)]
    voyages = [course.voyages[name] for name in ships if name in course.voyages]
    leaving = [
        (it.undock, it.ship.name, it)
        for it in voyages
        if it.undock is not None and it.undock > first
    ]
    yield from (voyage for _, _, voyage in sorted(leaving, key=lambda it: it[:2]))


def _rides_by_name(
    decide: SolverDecisions, party: Party, members: Sequence[Member], voyages: Sequence[Voyage]
) -> list[list[Sum]]:
    """By member and voyage: whether they ride on it. Those listed first leave first."""
    builder = decide.builder
    counts = [decide.people.rides(party, it.ship) for it in voyages]
    if len(members) == 1:
        return [counts]
    rides = [
        [plain(builder.flag(f"{member.name} home on {it.ship.name}")) for it in voyages]
        for member in members
    ]
    for index, count in enumerate(counts):
        riding = total_of(its[index] for its in rides)
        builder.post(riding <= count)
        builder.post(riding >= count)
    for before, after in itertools.pairwise(rides):
        for index in range(1, len(voyages) + 1):
            builder.post(total_of(after[:index]) <= total_of(before[:index]))
    return rides
