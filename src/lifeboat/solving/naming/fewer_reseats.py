"""Other rides home, on the same dates and as good in every goal, that move fewer liners.

Rides are found by numbers, before anybody's liner is spoken of. Where liners have to be moved,
rides and places are sought once more, by name and together; dates stay, so that is soon done.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Party
from lifeboat.plans.course import Course, Voyage
from lifeboat.situation.member import Member
from lifeboat.solving.cpsat.builder import all_of, plain
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.decisions import Decider
from lifeboat.solving.formulation.schedule import Skeleton
from lifeboat.solving.formulation.tie_breaks import forced_moves
from lifeboat.solving.naming.liners import Liners, Rider
from lifeboat.solving.naming.seats import QUALITIES
from lifeboat.solving.search.incumbent import Settled
from lifeboat.solving.search.relaxation import Grid


@dataclass(frozen=True, slots=True)
class OtherRides:
    """Rides that move fewer liners, if there are any, and what no rides can do with less than."""

    settled: Settled | None
    bound: int


def other_rides(course: Course, settled: Settled, reseats: int, settings: Settings) -> OtherRides:
    """Look for rides that need fewer reseats.

    Args:
        course: the settled plan, named: every voyage and journey.
        settled: its dates, rides and goals; none of these gets worse.
        reseats: how many liners it moves.
        settings: how to search.
    """
    if reseats == 0 or settings.is_over():
        return OtherRides(None, 0)
    assert settled.skeleton is not None
    grid = Grid(course.situation, settled.skeleton.events(), settings)
    kept = list(grid.dates_of(settled.skeleton))
    caps = grid.capped(dict(enumerate(settled.values)))
    _differ(grid.decider, settled.skeleton)
    forced = forced_moves(grid.decider), reseats - 1
    if grid.search.minimise(Sum(), [*caps, forced], kept=kept).is_impossible:
        return OtherRides(None, reseats)
    liners = _post(grid.decider, course)
    moves = all_of(move.flag for move in liners.moves)
    step = grid.search.minimise(moves, [*caps, (moves, reseats - 1)], kept=kept)
    if step.value is None:
        return OtherRides(None, reseats if step.is_impossible else 0)
    grid.search.minimise(_in_order(grid.decider), [*caps, (moves, step.value)], kept=kept)
    found = replace(grid.settled(), bounds=settled.bounds, candidates=settled.candidates)
    return OtherRides(found, step.bound or 0)


def _differ(decider: Decider, plan: Skeleton) -> None:
    """Post that somebody goes home on something else than in a plan, or stays, or does not."""
    linear, literals = decider.linear, list[int]()
    for party in decider.parties:
        for ship in decider.rides_home(party):
            rides = decider.leaving[party.one.name, ship.name].ever
            count = plan.rides.get((party, ship.name), 0)
            if party.size == 1:
                literals.append(rides.negated if count else rides.index)
                continue
            more, fewer = linear.flag("more ride"), linear.flag("fewer ride")
            linear.say_where([more], plain(rides) >= count + 1)
            linear.say_where([fewer], plain(rides) <= count - 1)
            literals += [more.index, fewer.index]
    linear.program.clause(literals)


def _post(decider: Decider, course: Course) -> Liners:
    """Everybody's liner, whatever they go home on; places cost what the goals are told."""
    riders = [rider for party in decider.parties for rider in _riders(decider, course, party)]
    liners = Liners(
        course.situation, decider.linear, course.voyages.values(), riders, decider.require
    )
    for quality in QUALITIES.values():
        told: Sum = getattr(decider.places, quality)
        decider.linear.say(liners.cost(quality) <= told)
    return liners


def _riders(decider: Decider, course: Course, party: Party) -> Iterator[Rider]:
    journeys = [course.journeys.get(member.name) for member in party.members]
    present = [journey for journey in journeys if journey is not None]
    if not present:
        return
    voyages = list(_voyages_home(decider, course, party, present[0].first))
    rides = _rides(decider, party, [journey.member for journey in present], voyages)
    for journey, its in zip(present, rides, strict=True):
        homes = tuple(zip(voyages, its, strict=True))
        yield Rider(journey.member, journey.start, max(0, journey.first), homes)


def _voyages_home(decider: Decider, course: Course, party: Party, first: int) -> Iterator[Voyage]:
    """What may take people home who are aboard from a slot on, in the order in which it leaves."""
    ships = [ship.name for ship in decider.rides_home(party)]
    voyages = [course.voyages[name] for name in ships if name in course.voyages]
    leaving = [
        (it.undock, it.ship.name, it)
        for it in voyages
        if it.undock is not None and it.undock > first
    ]
    yield from (voyage for _, _, voyage in sorted(leaving, key=lambda it: it[:2]))


def _rides(
    decider: Decider, party: Party, members: Sequence[Member], voyages: Sequence[Voyage]
) -> list[list[Sum]]:
    """By member and voyage: whether they ride on it. Those named first leave first."""
    linear = decider.linear
    counts = [plain(decider.leaving[party.one.name, it.ship.name].ever) for it in voyages]
    if len(members) == 1:
        return [counts]
    rides = [
        [plain(linear.flag(f"{member.name} home on {it.ship.name}")) for it in voyages]
        for member in members
    ]
    for index, count in enumerate(counts):
        riding = total_of(its[index] for its in rides)
        linear.say(riding <= count)
        linear.say(riding >= count)
    for before, after in itertools.pairwise(rides):
        for index in range(1, len(voyages) + 1):
            linear.say(total_of(after[:index]) <= total_of(before[:index]))
    return rides


def _in_order(decider: Decider) -> Sum:
    """Of rides that are as good, those on vehicles named first."""
    rides = (
        Sum((), ((index, decider.leaving[party.one.name, ship.name].ever),))
        for party in decider.parties
        for index, ship in enumerate(decider.rides_home(party))
    )
    return total_of(rides)
