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
        self._solution: list[int] = []
        self.stop: Callable[[], bool] | None = None
        self.time = 0.0

    def minimise(self, total: Sum, settle: bool = True) -> Step:
        """Make a sum as small as it can be, and keep it so from here on if it is proven."""
        linear = self._linear
        form = linear.read(total, kind=False)
        linear.model.clear_objective()
        if form.weights:
            linear.model.minimize(linear.expression(form))
        solver, status = self._solve()
        while status == cp_model.OPTIMAL and linear.say_what_is_broken(self.value):
            solver, status = self._solve()
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Step(status, None, None)
        if not form.weights:
            return Step(status, form.number, form.number)
        value = round(solver.objective_value)
        bound = round(solver.best_objective_bound)
        if settle:
            linear.model.add(linear.expression(form) <= value)
        self._hint()
        return Step(status, value, bound)

    def _solve(self) -> tuple[cp_model.CpSolver, int]:
        solver = self._new_solver()
        begun = time.perf_counter()
        status = solver.solve(self._linear.model)
        self.time += time.perf_counter() - begun
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._solution = list(solver.response_proto.solution)
        return solver, status

    def _hint(self) -> None:
        hint = self._linear.model.proto.solution_hint
        hint.vars.clear()
        hint.values.clear()
        hint.vars.extend(range(len(self._solution)))
        hint.values.extend(self._solution)

    def value(self, variable: Any) -> int:
        """The value of a variable in the last solution."""
        return variable if isinstance(variable, int) else self._solution[variable.index]

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
