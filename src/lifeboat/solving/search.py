"""Minimise the goals one after another, each proven before the next, within a time limit."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from lifeboat.decisions import Sum
from lifeboat.solving.linear import Linear


@dataclass(frozen=True, slots=True)
class Settings:
    """How to search. Without a time limit the same input gives the same answer."""

    time_limit: float | None = None
    """Seconds for the whole search, wall clock."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """How one minimisation ended."""

    status: int
    value: int | None
    bound: int | None

    @property
    def is_proven(self) -> bool:
        return self.status == cp_model.OPTIMAL

    @property
    def is_impossible(self) -> bool:
        return self.status == cp_model.INFEASIBLE


class Search:
    """Solves one model again and again, each time with what was settled before."""

    def __init__(self, linear: Linear, settings: Settings) -> None:
        self._linear = linear
        self._settings = settings
        self._until = None if settings.time_limit is None else time.monotonic() + settings.time_limit
        self._solver: cp_model.CpSolver | None = None
        self.stop: Callable[[], bool] | None = None
        self.time = 0.0

    def minimise(self, total: Sum, settle: bool = True) -> Step:
        """Make a sum as small as it can be, and keep it so from here on if it is proven."""
        linear = self._linear
        form = linear.read(total, kind=False)
        linear.model.clear_objective()
        if form.weights:
            linear.model.minimize(linear.expression(form))
        solver = self._new_solver()
        begun = time.perf_counter()
        status = solver.solve(linear.model)
        self.time += time.perf_counter() - begun
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Step(status, None, None)
        self._solver = solver
        if not form.weights:
            return Step(status, form.number, form.number)
        value = round(solver.objective_value)
        bound = round(solver.best_objective_bound)
        if settle:
            linear.model.add(linear.expression(form) <= value)
        self._hint(solver)
        return Step(status, value, bound)

    def _hint(self, solver: cp_model.CpSolver) -> None:
        model = self._linear.model
        model.clear_hints()
        for variable in self._linear.all_variables():
            model.add_hint(variable, solver.value(variable))

    def value(self, variable: Any) -> int:
        """The value of a variable in the last solution."""
        if isinstance(variable, int):
            return variable
        assert self._solver is not None
        return int(self._solver.value(variable))

    def _new_solver(self) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.num_workers = 1
        parameters.random_seed = self._settings.seed
        parameters.symmetry_level = 0
        parameters.cp_model_probing_level = 0
        parameters.linearization_level = 2
        if self._until is not None:
            parameters.max_time_in_seconds = max(0.01, self._until - time.monotonic())
        return solver
