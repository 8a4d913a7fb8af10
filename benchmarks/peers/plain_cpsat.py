"""The day-by-day model in plain CP-SAT.

python -m peers.plain_cpsat SCENARIO [--time-limit SECONDS] [--plan FILE]
"""

from __future__ import annotations

from math import ceil
from typing import Any

from ortools.sat.python import cp_model

from peers.answering import main
from peers.linear import Found

ALMOST = 1e-6
WORKERS = 8
"""The least with which CP-SAT tries all of its main strategies, also where they have to take turns
on fewer processors. With one for each of two processors it took much longer.
"""


class CpSat:
    """A model of CP-SAT, solved by the strategies that it combines itself."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self.variables: list[cp_model.IntVar] = []
        self.best: cp_model.CpSolver | None = None

    def number(self, most: int) -> cp_model.IntVar:
        self.variables.append(self.model.new_int_var(0, most, ""))
        return self.variables[-1]

    def require(self, statement: Any) -> None:
        self.model.add(statement)

    def minimise(self, cost: Any, seconds: float) -> Found:
        self.model.minimize(cost)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = WORKERS
        solver.parameters.max_time_in_seconds = max(0.01, seconds)
        status, bound = solver.solve(self.model), ceil(solver.best_objective_bound - ALMOST)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(None, max(0, bound))
        self.best = solver
        self._hint(solver)
        return Found(round(solver.objective_value), max(0, bound))

    @property
    def has_found(self) -> bool:
        return self.best is not None

    def value(self, expression: Any) -> int:
        assert self.best is not None, "a solution is read once there is one"
        return int(self.best.value(expression))

    def _hint(self, solver: cp_model.CpSolver) -> None:
        """Begin the next search with the best solution of this one."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for variable in self.variables:
            self.model.add_hint(variable, solver.value(variable))


if __name__ == "__main__":
    main(CpSat())
