"""Is there any plan at all? Asked of every slot and of no goal, where no grid has had one."""

from __future__ import annotations

from contextlib import suppress

from lifeboat.situation.candidate_dates import Dates
from lifeboat.solving.cpsat.solver import Solver, SolveResult
from lifeboat.solving.formulation.cells import Candidates, collect, joined, size_of
from lifeboat.solving.formulation.decisions import formulate
from lifeboat.solving.formulation.schedule import Schedule, gaps, read_schedule
from lifeboat.solving.search.incumbent import Infeasible, NotFound, SearchOutcome
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.refinement import FINEST
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.stopping import GivenUpError


def has_plan(problem: Problem) -> bool | None:
    """Whether there is a plan, if that shows on a coarse grid, gaps or not; None if it does not.
    Raises `GivenUpError`.
    """
    dates = collect(problem.situation)
    coarsest = _Grid(problem, dates.closed(0))
    if coarsest.without_gaps().is_found:
        return True
    if coarsest.with_gaps().is_impossible:
        return False
    return _Grid(problem, dates.closed(1)).without_gaps().is_found or None


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
        stop = problem.settings.is_over
        self._decide = formulate(problem.situation, candidates, problem.side, stop)
        self._solver = Solver(self._decide.builder, problem.settings)

    def with_gaps(self) -> SolveResult:
        return self._solver.find_any()

    def without_gaps(self) -> SolveResult:
        return self._solver.find_any(gaps(self._decide))

    def schedule(self) -> Schedule:
        """The solution found last."""
        return read_schedule(self._decide, self._solver.value)
