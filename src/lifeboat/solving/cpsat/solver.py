"""Minimise sums of one model, one after another, within a time limit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ortools.sat.python import cp_model_helper as cp_sat

from lifeboat.curves import Sum
from lifeboat.solving.cpsat.builder import Form, Linear
from lifeboat.solving.cpsat.model import FOUND, NO_LIMIT, Program, Status, Variable
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.stopping import Watch


@dataclass(frozen=True, slots=True)
class Settings:
    """How to search. Without a time limit the same input gives the same answer."""

    seed: int = 1
    until: float | None = None
    """When to stop, by `time.monotonic`."""
    effort: float | None = None
    """The most one minimisation may take, in the solver's own deterministic time; what is not
    proven by then is told as the best found. The same everywhere, unlike seconds."""
    rounds: int = 40
    """How often a grid is refined before every slot, or the dates at hand, must do."""
    spread: bool = True
    """Whether a grid is once refined wherever a good answer may lead, or only within gaps."""
    to_the_end: bool = True
    """Whether every slot is a date to choose after those rounds; else the dates at hand must do."""
    deep: bool = False
    """Whether models are to be simplified at length before they are searched: on grids with very
    many dates that pays for itself."""
    stop: Callable[[], bool] = field(default=lambda: False)
    """Asked again and again while searching: whether to end with what there is."""

    def with_share(self, share: float) -> Settings:
        """The same with that share of the time that is left, if it is limited."""
        if self.until is None:
            return self
        now = time.monotonic()
        return replace(self, until=now + (self.until - now) * share)

    def with_effort(self, effort: float) -> Settings:
        """The same with no more effort than that for one minimisation."""
        return replace(self, effort=effort if self.effort is None else min(effort, self.effort))

    def is_over(self) -> bool:
        """Whether no time is left."""
        return self.stop() or (self.until is not None and time.monotonic() >= self.until)


@dataclass(frozen=True, slots=True)
class Step:
    """How one minimisation ended."""

    status: Status
    value: int | None = None
    bound: int | None = None

    @property
    def is_proven(self) -> bool:
        return self.status == Status.OPTIMAL

    @property
    def is_impossible(self) -> bool:
        return self.status == Status.INFEASIBLE

    @property
    def is_found(self) -> bool:
        return self.value is not None


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

DEEP: dict[str, Any] = {"max_presolve_iterations": 3, "cp_model_probing_level": 2}


class Search:
    """Solves one model again and again, each time with what was settled before."""

    def __init__(self, linear: Linear, settings: Settings) -> None:
        self._linear = linear
        self._settings = settings
        self.solution = Solution()
        """The last one."""

    def minimise(
        self,
        total: Sum,
        caps: Iterable[tuple[Sum, int]] = (),
        never: Iterable[tuple[Variable, Variable | None]] = (),
        from_last: bool = False,
        kept: Iterable[tuple[Variable, int]] = (),
        effort: float | None = None,
        until: float | None = None,
        within: tuple[int, int] | None = None,
    ) -> Step:
        """Make a sum as small as it can be, with more that is asked this once.

        Args:
            total: the sum.
            caps: sums and the most they may be.
            never: pairs of flags of which the first may not hold without the second.
            from_last: whether to start from the last solution; that finds plans sooner, but
                measurably delays the proof of a bound.
            kept: variables, each with the only value it may have.
            effort: the most it may take, where that is less than the settings allow.
            until: when to stop, where that is sooner than the settings say.
            within: what the sum is known to be at least and at most.
        """
        linear, caps, never, kept = self._linear, list(caps), list(never), list(kept)
        limits = self._settings
        limits = limits if effort is None else limits.with_effort(effort)
        limits = limits if until is None else replace(limits, until=until)
        form = linear.read(total, kind=False)

        def program() -> Program:
            asked = self._program(caps, never, kept)
            if from_last and self.solution.values:
                asked.hint(self.solution.values)
            if form.weights:
                asked.minimise(form.weights, form.number)
            if within is not None:
                least, most = within
                asked.row(form.weights, least - form.number, most - form.number)
            return asked

        reply = self._solve(program, limits)
        if reply.status not in FOUND:
            return Step(reply.status)
        if not form.weights:
            return Step(reply.status, form.number, form.number)
        value, bound = round(reply.objective_value), round(reply.best_objective_bound)
        return Step(reply.status, value, bound)

    def find_less(
        self, than: Sequence[tuple[Sum, int]], caps: Iterable[tuple[Sum, int]], effort: float
    ) -> Step:
        """Look for a solution that has less of the first sum it does not have as much of.

        That there is none is proven much sooner than any of the sums is minimised.

        Args:
            than: sums in order, and how much is to be undercut.
            caps: sums and the most they may be.
            effort: the most it may take, in the solver's deterministic time.
        """
        caps = list(caps)
        most = [(self._linear.read(one, kind=False), value) for one, value in than]

        def program() -> Program:
            asked = self._program(caps, [], [])
            asked.clause([_less(asked, most[: index + 1]).index for index in range(len(most))])
            return asked

        return Step(self._solve(program, self._settings.with_effort(effort)).status)

    def value(self, variable: Any) -> int:
        """The value of a variable in the last solution."""
        return self.solution.value(variable)

    def measure(self, total: Sum) -> int:
        """The value of a sum in the last solution."""
        return self.solution.measure(self._linear.read(total, kind=False))

    def _program(
        self,
        caps: Iterable[tuple[Sum, int]],
        never: Iterable[tuple[Variable, Variable | None]],
        kept: Iterable[tuple[Variable, int]],
    ) -> Program:
        """The model with what is asked this once."""
        asked = self._linear.program.copy()
        for cap, most in caps:
            form = self._linear.read(cap, kind=False)
            asked.row(form.weights, -NO_LIMIT, most - form.number)
        for flag, unless in never:
            asked.clause([flag.negated, *(() if unless is None else (unless.index,))])
        for variable, value in kept:
            asked.row([(variable.index, 1)], value, value)
        return asked

    def _solve(self, program: Callable[[], Program], limits: Settings) -> cp_sat.CpSolverResponse:
        """Solve, again and again, until a solution keeps what was put off as well."""
        while True:
            reply = run(program(), limits)
            if reply.status not in FOUND:
                return reply
            known = len(self._linear.program.proto.variables)
            self.solution = Solution(list(reply.solution)[:known])
            if not self._linear.say_what_is_broken(self.solution):
                return reply


def _less(asked: Program, most: Sequence[tuple[Form, int]]) -> Variable:
    """That the last form is below its value, and those before it are no more than theirs."""
    flag = asked.variable(0, 1, "less")
    for index, (form, value) in enumerate(most, start=1):
        upper = value - form.number - (index == len(most))
        asked.row(form.weights, -NO_LIMIT, upper, given=[flag.index])
    return flag


def run(program: Program, settings: Settings) -> cp_sat.CpSolverResponse:
    """Solve a program until it is done, or the settings say that it is enough."""
    wrapper = cp_sat.SolveWrapper()
    wrapper.set_parameters(_parameters(settings))
    with Watch(settings.stop, wrapper.stop_search):
        reply: cp_sat.CpSolverResponse = wrapper.solve(program.proto)  # type: ignore[no-untyped-call]
    return reply


def _parameters(settings: Settings) -> cp_sat.SatParameters:
    parameters = cp_sat.SatParameters()
    for name, value in {**PARAMETERS, **(DEEP if settings.deep else {})}.items():
        setattr(parameters, name, value)
    parameters.random_seed = settings.seed
    parameters.catch_sigint_signal = False
    if settings.effort is not None:
        parameters.max_deterministic_time = settings.effort
    if settings.until is not None:
        parameters.max_time_in_seconds = max(0.01, settings.until - time.monotonic())
    return parameters
