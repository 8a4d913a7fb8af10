"""Minimise sums of one model, one after another, within a time limit."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from lifeboat.decisions import Sum
from lifeboat.solving.linear import Form, Linear, Variable


@dataclass(frozen=True, slots=True)
class Settings:
    """How to search. Without a time limit the same input gives the same answer."""

    seed: int = 1
    until: float | None = None
    """When to stop, by `time.monotonic`."""
    effort: float | None = None
    """The most one minimisation may take, in the solver's own deterministic time; what is not
    proven by then is told as the best found. The same everywhere, unlike seconds."""
    rounds: int = 12
    """How often a grid is refined before the dates at hand, or every slot, must do."""
    stop: Callable[[], bool] = field(default=lambda: False)
    """Asked again and again while searching: whether to end with what there is."""

    def is_over(self) -> bool:
        """Whether no time is left."""
        return self.stop() or (self.until is not None and time.monotonic() >= self.until)


@dataclass(frozen=True, slots=True)
class Step:
    """How one minimisation ended."""

    status: Any
    value: int | None = None
    bound: int | None = None

    @property
    def is_proven(self) -> bool:
        return bool(self.status == cp_model.OPTIMAL)

    @property
    def is_impossible(self) -> bool:
        return bool(self.status == cp_model.INFEASIBLE)

    @property
    def is_found(self) -> bool:
        return self.value is not None


FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)

PARAMETERS: dict[str, Any] = {
    "num_workers": 1,
    "symmetry_level": 0,
    "cp_model_probing_level": 0,
    "linearization_level": 2,
    "max_presolve_iterations": 1,
    "find_big_linear_overlap": False,
    "presolve_inclusion_work_limit": 0,
}
"""Measured, see `docs/solving.md`. One worker: the same input gives the same answer."""


class Search:
    """Solves one model again and again, each time with what was settled before."""

    def __init__(self, linear: Linear, settings: Settings) -> None:
        self._linear = linear
        self._settings = settings
        self._solution: list[int] = []

    def minimise(
        self,
        total: Sum,
        caps: Iterable[tuple[Sum, int]] = (),
        never: Iterable[tuple[Variable, Variable | None]] = (),
        from_last: bool = False,
    ) -> Step:
        """Make a sum as small as it can be, with more that is asked this once.

        Args:
            total: the sum.
            caps: sums and the most they may be.
            never: pairs of flags of which the first may not hold without the second.
            from_last: whether to start from the last solution; that finds plans sooner, but
                measurably delays the proof of a bound.
        """
        linear, never = self._linear, list(never)
        form = linear.read(total, kind=False)
        most = [(linear.read(cap, kind=False), value) for cap, value in caps]
        solver, status = self._solve(form, most, never, from_last)
        while status in FOUND and linear.say_what_is_broken(self.value):
            solver, status = self._solve(form, most, never, from_last)
        if status not in FOUND:
            return Step(status)
        if not form.weights:
            return Step(status, form.number, form.number)
        return Step(status, round(solver.objective_value), round(solver.best_objective_bound))

    def value(self, variable: Any) -> int:
        """The value of a variable in the last solution."""
        return variable if isinstance(variable, int) else self._solution[variable.index]

    def measure(self, total: Sum) -> int:
        """The value of a sum in the last solution."""
        form = self._linear.read(total, kind=False)
        return form.number + sum(weight * self._solution[index] for index, weight in form.weights)

    def _solve(
        self,
        form: Form,
        caps: list[tuple[Form, int]],
        never: list[tuple[Variable, Variable | None]],
        from_last: bool,
    ) -> tuple[cp_model.CpSolver, Any]:
        model = self._linear.model.clone()
        if from_last and self._solution:
            self._hint(model)
        if form.weights:
            model.minimize(self._linear.expression(form))
        for cap, most in caps:
            model.add(self._linear.expression(cap) <= most)
        for flag, unless in never:
            model.add_bool_or([flag.negated(), *(() if unless is None else (unless,))])
        solver = self._new_solver()
        with _Watch(solver, self._settings.stop):
            status = solver.solve(model)
        if status in FOUND:
            self._solution = list(solver.response_proto.solution)
        return solver, status

    def _hint(self, model: cp_model.CpModel) -> None:
        hint = model.proto.solution_hint
        hint.vars.extend(range(len(self._solution)))
        hint.values.extend(self._solution)

    def _new_solver(self) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        for name, value in PARAMETERS.items():
            setattr(solver.parameters, name, value)
        solver.parameters.random_seed = self._settings.seed
        solver.parameters.catch_sigint_signal = False
        if self._settings.effort is not None:
            solver.parameters.max_deterministic_time = self._settings.effort
        if self._settings.until is not None:
            left = self._settings.until - time.monotonic()
            solver.parameters.max_time_in_seconds = max(0.01, left)
        return solver


class _Watch:
    """Stops a solver from another thread as soon as it is asked to."""

    def __init__(self, solver: cp_model.CpSolver, stop: Callable[[], bool]) -> None:
        self._solver, self._stop = solver, stop
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(0.05):
            if self._stop():
                self._solver.stop_search()
