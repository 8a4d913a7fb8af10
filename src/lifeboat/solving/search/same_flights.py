"""The best plan with the flights and rides of another: a short search, even on many dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lifeboat.days import DAY
from lifeboat.decisions import Party
from lifeboat.situation.ship import Ship
from lifeboat.solving.formulation.cells import Candidates, collect, size_of
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.side_constraints import AllOf, SideConstraint
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.refinement import FINEST
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.warm_start import WarmStart
from lifeboat.stopping import GivenUpError


@dataclass(frozen=True, slots=True)
class SameRides(SideConstraint):
    """Nobody goes home on a vehicle that nobody of their party goes home on in another plan: the
    model is half as large without those rides.
    """

    plan: Schedule

    def allows(self, party: Party, ship: Ship) -> bool:
        return self.plan.rides_by_name.get((party.one.name, ship.name), 0) > 0


def best_with_same_flights(problem: Problem, plan: Schedule, dates: Candidates) -> Incumbent | None:
    """The best plan with the flights, modes and rides of another, on some dates.

    Args:
        problem: the problem to solve.
        plan: the other plan, of a similar situation.
        dates: the candidate dates.

    Returns:
        None if there is no such plan, or none was found in time.
    """
    asked = replace(problem, side=AllOf(problem.side, SameRides(plan)))
    try:
        relaxation = Relaxation(asked, dates)
        blocks = relaxation.objective.blocks()
        is_found = relaxation.fly(plan, blocks, on_its_dates=False)
    except GivenUpError:
        return None
    return relaxation.incumbent() if is_found else None


def begin_with_same_flights(problem: Problem, memory: WarmStart) -> bool:
    """Let a search begin with the best plan that has the remembered flights and rides.

    It is sought on every day or, if those are too many, on anchors and one difference from them.

    Returns:
        Whether it was sought on every slot, and there was time for it.
    """
    if memory.plan is None:
        return False
    situation = problem.situation
    by_days = situation if situation.clock.slot >= DAY else situation.by_days()
    dates = collect(by_days)
    every = dates.every_slot()
    is_small = size_of(every) <= FINEST
    asked = replace(problem, situation=by_days)
    candidates = every if is_small else dates.closed(1)
    found = best_with_same_flights(asked, memory.plan, candidates)
    if found is not None:
        known = {event: list(memory.dates.get(event, ())) for event in every}
        memory.keep(by_days, replace(found, candidates=known))
    return is_small and by_days is situation and not problem.settings.is_over()
