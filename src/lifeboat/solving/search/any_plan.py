"""Is there any plan at all? Asked of every slot and of no goal, where no grid has had one."""

from __future__ import annotations

from lifeboat.situation.candidate_dates import Dates
from lifeboat.solving.cpsat.solver import Solver
from lifeboat.solving.formulation.cells import joined, size_of
from lifeboat.solving.formulation.decisions import formulate
from lifeboat.solving.formulation.schedule import read_schedule
from lifeboat.solving.search.incumbent import Infeasible, NotFound, SearchOutcome
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.refinement import FINEST
from lifeboat.solving.search.relaxation import Relaxation


def any_plan(problem: Problem, dates: Dates) -> SearchOutcome:
    """Any plan, with the best seats there are on its dates; that there is none; or neither, where
    there are too many dates or too little time. Raises `GivenUpError`.
    """
    every = dates.every_slot()
    if size_of(every) > FINEST:
        return NotFound()
    decide = formulate(problem.situation, every, problem.side, problem.settings.is_over)
    solver = Solver(decide.builder, problem.settings)
    found = solver.find_any()
    if not found.is_found:
        return Infeasible() if found.is_impossible else NotFound()
    plan = read_schedule(decide, solver.value)
    relaxation = Relaxation(problem, joined(dates.closed(0), plan.events()))
    is_flown = relaxation.fly(plan, relaxation.objective.blocks())
    return relaxation.incumbent() if is_flown else NotFound()
