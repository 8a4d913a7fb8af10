"""Is there any plan at all? Asked of every slot and of no goal, where no grid has had one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.solving.cpsat.solver import Solver, SolveResult
from lifeboat.solving.formulation.cells import Candidates, collect, joined, size_of
from lifeboat.solving.formulation.decisions import formulate
from lifeboat.solving.formulation.schedule import Schedule, chosen_cells, gaps, read_schedule
from lifeboat.solving.search.incumbent import Infeasible, NotFound, SearchOutcome
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.refinement import FINEST
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.stopping import GivenUpError

ROUNDS = 6
"""On how many grids it is looked whether there is a plan before that is given up."""

NARROW = 2
"""How many of these only get dates where a solution uses gaps: mostly a plan is found soon, and the
grid stays small; to see that there is none takes more dates.
"""


def has_plan(problem: Problem, near: Mapping[Event, Iterable[int]] | None = None) -> bool | None:
    """Whether there is a plan, if that shows on coarse grids, gaps or not; None if it does not.

    Each grid that shows neither gets more dates where its solution uses gaps. Raises
    `GivenUpError`.

    Args:
        problem: a situation, and what a plan must satisfy besides its rules.
        near: dates of a plan of a similar situation, which the first grid has too.
    """
    dates = collect(problem.situation)
    candidates: Candidates = joined(dates.closed(0), dates.all_inside(near or {}))
    for number in range(ROUNDS):
        grid = _Grid(problem, candidates)
        if grid.without_gaps().is_found:
            return True
        loose = grid.with_gaps()
        if not loose.is_found:
            return False if loose.is_impossible else None
        candidates = grid.refined(dates, widely=number >= NARROW)
    return None


def shows_that_there_is_none(problem: Problem) -> bool | None:
    """Whether there is no plan, as the coarsest grid or else every slot shows it; None where there
    are too many dates or too little time.
    """
    dates = collect(problem.situation)
    with suppress(GivenUpError):
        if _Grid(problem, dates.closed(0)).with_gaps().is_impossible:
            return True
        every = dates.every_slot()
        if size_of(every) <= FINEST:
            found = _Grid(problem, every).with_gaps()
            return True if found.is_impossible else False if found.is_found else None
    return None


def any_plan(problem: Problem, dates: Dates) -> SearchOutcome:
    """Any plan, with the best seats there are on its dates; that there is none; or neither, where
    there are too many dates or too little time. Raises `GivenUpError`.
    """
    every = dates.every_slot()
    if size_of(every) > FINEST:
        return NotFound()
    grid = _Grid(problem, every)
    found = grid.with_gaps()
    if not found.is_found:
        return Infeasible() if found.is_impossible else NotFound()
    plan = grid.schedule()
    relaxation = Relaxation(problem, joined(dates.closed(0), plan.events()))
    is_flown = relaxation.fly(plan, relaxation.objective.blocks())
    return relaxation.incumbent() if is_flown else NotFound()


class _Grid:
    """Some dates, on which any solution is looked for."""

    def __init__(self, problem: Problem, candidates: Candidates) -> None:
        self._candidates = candidates
        stop = problem.settings.is_over
        self._decide = formulate(problem.situation, candidates, problem.side, stop)
        self._solver = Solver(self._decide.builder, problem.settings)

    def with_gaps(self) -> SolveResult:
        return self._solver.find_any()

    def without_gaps(self) -> SolveResult:
        return self._solver.find_any(gaps(self._decide))

    def refined(self, dates: Dates, widely: bool) -> Candidates:
        """More dates where the solution found last uses gaps and, if `widely`, where all of its
        dates lead to.
        """
        chosen = chosen_cells(self._decide, self._solver.value)
        spots = {event: {cell.first, cell.last} for event, cell in chosen.items()}
        loose = {event: (it.first, it.last) for event, it in chosen.items() if it.is_gap}
        refine = dates.spread if widely else dates.refined
        return refine(self._candidates, spots, loose)

    def schedule(self) -> Schedule:
        """The solution found last."""
        return read_schedule(self._decide, self._solver.value)
