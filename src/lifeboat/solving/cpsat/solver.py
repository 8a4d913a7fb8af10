"""Calls the solver: one objective after another on one model, within a time limit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model_helper as cp_sat

from lifeboat.curves import Decision, Sum
from lifeboat.errors import OurBug
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import LinearExpr
from lifeboat.solving.cpsat.model import ENDED, FOUND, NO_LIMIT, Model, Status, Variable
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.stopping import Watch

Gap = tuple[Variable, Variable | None]
"""A 0-1 variable that may be 1 only if the other one is, or never if there is no other."""

Rising = Callable[[int], None]
"""Called with the bound of a minimisation under way whenever the solver has a better one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to search. Without a time limit the same input gives the same answer."""

    seed: int = 1
    until: float | None = None
    """When to stop, by `time.monotonic`."""
    effort: float | None = None
    """The most deterministic time one minimisation may take; unlike seconds, it is the same on
    every machine. What is not proven by then counts as best found."""
    rounds: int = 40
    """How often a grid is refined before it gets every slot, or stays as it is."""
    spread: bool = True
    """Whether refinement may add dates outside the gaps that a solution uses."""
    to_the_end: bool = True
    """Whether the grid gets every slot after those rounds; otherwise it stays as it is."""
    cuts: bool = False
    """Whether to cut the relaxation: it pays where choices exclude one another, and only there."""
    stop: Callable[[], bool] = field(default=lambda: False)
    """Returns whether to end now with what has been found; called repeatedly during a search."""
    rising: Rising | None = None
    """Told of the bound of the minimisation that is under way."""

    def with_share(self, share: float) -> Settings:
        """The same settings with a share of the time left, if time is limited."""
        if self.until is None:
            return self
        now = time.monotonic()
        return replace(self, until=now + (self.until - now) * share)

    def with_grace(self, seconds: float) -> Settings:
        """The same settings with a while left at least, if time is limited: for what is short, and
        of no use half done.
        """
        if self.until is None:
            return self
        return replace(self, until=max(self.until, time.monotonic() + seconds))

    def with_effort(self, effort: float) -> Settings:
        """The same settings with no more than that effort for one minimisation."""
        return replace(self, effort=effort if self.effort is None else min(effort, self.effort))

    def is_over(self) -> bool:
        """Whether no time is left."""
        return self.stop() or (self.until is not None and time.monotonic() >= self.until)


@dataclass(frozen=True, slots=True)
class SolveResult:
    """How one call of the solver ended."""

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


PARAMETERS: dict[str, bool | int] = {
    "num_workers": 1,
    "symmetry_level": 0,
    "cp_model_probing_level": 0,
    "linearization_level": 2,
    "max_presolve_iterations": 1,
    "find_big_linear_overlap": False,
    "presolve_inclusion_work_limit": 0,
    "cut_level": 0,
    "add_lp_constraints_lazily": False,
}
"""Measured, see `docs/speed.md`. One worker: the same input gives the same answer."""

THOROUGH: dict[str, bool | int] = {**PARAMETERS, "cp_model_probing_level": 2}
"""For what is not easy: presolve probes."""

PRESOLVED: dict[str, bool | int] = {**THOROUGH, "max_presolve_iterations": 3}
"""For whether there is any solution: measured, presolve then does most of the work."""

LONG = 0.5
"""After this much deterministic time lazy constraints are no longer posted slot by slot."""

NOT_EASY = 1.0
"""After this much deterministic time a search begins again, thoroughly."""


class Solver:
    """Solves one model repeatedly, each time with constraints for that call only."""

    def __init__(self, builder: ModelBuilder, settings: Settings) -> None:
        self._builder = builder
        self._settings = settings
        self.solution = Solution()
        """The last solution found."""

    def minimise(
        self,
        total: Sum,
        caps: Iterable[tuple[Sum, int]] = (),
        never: Iterable[Gap] = (),
        from_last: bool = False,
        kept: Iterable[tuple[Variable, int]] = (),
        effort: float | None = None,
        until: float | None = None,
        within: tuple[int, int] | None = None,
        rising: Rising | None = None,
    ) -> SolveResult:
        """Minimise a sum, with constraints for this call only.

        Args:
            total: the sum.
            caps: sums and the most they may be.
            never: gaps that may not be used.
            from_last: whether to hint the last solution, which finds plans sooner but
                measurably delays the proof of a bound.
            kept: variables to fix, each with its value.
            effort: the most deterministic time, if less than the settings allow.
            until: when to stop, if sooner than the settings say.
            within: the known least and greatest value of the sum.
            rising: told of each bound on the way; not each is above the one before.
        """
        caps, never, kept = list(caps), list(never), list(kept)
        limits = replace(self._limits(effort, until), rising=rising)
        expression = self._builder.read(total, optimistic=False)

        def model(least: int | None) -> Model:
            asked = self._model(caps, never, kept)
            if from_last and self.solution.values:
                asked.hint(self.solution.values)
            if expression.weights:
                asked.minimise(expression.weights, expression.number, _no_less(within, least))
            return asked

        reply = self._solve(model, limits)
        if reply.status not in FOUND:
            return SolveResult(reply.status)
        if not expression.weights:
            return SolveResult(reply.status, expression.number, expression.number)
        value, bound = round(reply.objective_value), round(reply.best_objective_bound)
        return SolveResult(reply.status, value, bound)

    def find_better(
        self, than: Sequence[tuple[Sum, int]], caps: Iterable[tuple[Sum, int]], effort: float
    ) -> SolveResult:
        """Look for a lexicographically better solution: less of the first sum that differs.

        Proving that there is none takes much less time than minimising any of the sums.

        Args:
            than: sums, most important first, and the values to beat.
            caps: sums and the most they may be.
            effort: the most deterministic time it may take.
        """
        caps = list(caps)
        most = [(self._builder.read(one, optimistic=False), value) for one, value in than]

        def model(_: int | None) -> Model:
            asked = self._model(caps, [], [])
            asked.clause([_better(asked, most[: index + 1]).index for index in range(len(most))])
            return asked

        return SolveResult(self._solve(model, self._settings.with_effort(effort)).status)

    def find_any(self, never: Iterable[Gap] = ()) -> SolveResult:
        """Look for any solution that uses none of some gaps; lazy constraints are posted before."""
        self._builder.post_all_lazy()
        reply = _run(self._model([], never, []), self._settings, PRESOLVED)
        if reply.status in FOUND:
            self.solution = Solution(list(reply.solution))
        return SolveResult(reply.status, 0 if reply.status in FOUND else None)

    def value(self, decision: Decision) -> int:
        """The value of a variable in the last solution."""
        return self.solution.value(decision)

    def measure(self, total: Sum) -> int:
        """The value of a sum in the last solution."""
        return self.solution.measure(self._builder.read(total, optimistic=False))

    def _limits(self, effort: float | None, until: float | None) -> Settings:
        limits = self._settings
        limits = limits if effort is None else limits.with_effort(effort)
        return limits if until is None else replace(limits, until=until)

    def _model(
        self,
        caps: Iterable[tuple[Sum, int]],
        never: Iterable[Gap],
        kept: Iterable[tuple[Variable, int]],
    ) -> Model:
        """The model with the constraints of this call."""
        asked = self._builder.model.copy()
        for cap, most in caps:
            expression = self._builder.read(cap, optimistic=False)
            asked.row(expression.weights, -NO_LIMIT, most - expression.number)
        for flag, unless in never:
            asked.clause([flag.negated, *(() if unless is None else (unless.index,))])
        for variable, value in kept:
            asked.row([(variable.index, 1)], value, value)
        return asked

    def _solve(
        self, model: Callable[[int | None], Model], limits: Settings
    ) -> cp_sat.CpSolverResponse:
        """Solve repeatedly until a solution breaks no lazy constraint; the minimum without some of
        them is the least that the minimum with them can be. Where each time takes long, they are
        posted at all their slots, so that there are few times.
        """
        least: int | None = None
        spent = 0.0
        while True:
            reply = run_solver(model(least), limits)
            if reply.status not in FOUND:
                return reply
            if reply.status == Status.OPTIMAL:
                least = round(reply.best_objective_bound)
            known = len(self._builder.model.proto.variables)
            self.solution = Solution(list(reply.solution)[:known])
            spent += reply.deterministic_time
            if not self._builder.post_violated(self.solution, wholly=spent > LONG):
                return reply


def _no_less(within: tuple[int, int] | None, least: int | None) -> tuple[int, int] | None:
    if least is None:
        return within
    # Half of the greatest integer: the objective's constant, taken off, must not overflow it.
    return (least, NO_LIMIT // 2) if within is None else (least, within[1])


def _better(asked: Model, most: Sequence[tuple[LinearExpr, int]]) -> Variable:
    """A 0-1 variable; at 1, the last expression is below its value, the others not above theirs."""
    flag = asked.variable(0, 1, "better")
    for index, (expression, value) in enumerate(most, start=1):
        upper = value - expression.number - (index == len(most))
        asked.row(expression.weights, -NO_LIMIT, upper, given=[flag.index])
    return flag


def run_solver(model: Model, settings: Settings) -> cp_sat.CpSolverResponse:
    """Solve a model to the end, or as far as the settings allow: quickly or, if that is not easy,
    thoroughly.
    """
    quickly = settings.with_effort(NOT_EASY)
    reply = _run(model, quickly, PARAMETERS)
    if reply.status in ENDED or quickly.effort == settings.effort or settings.is_over():
        return reply
    if reply.solution:
        model.hint(list(reply.solution))
    left = None if settings.effort is None else settings.effort - NOT_EASY
    again = _run(model, replace(settings, effort=left), THOROUGH)
    return again if again.status != Status.UNKNOWN else reply


def _run(
    model: Model, settings: Settings, parameters: Mapping[str, bool | int]
) -> cp_sat.CpSolverResponse:
    wrapper = cp_sat.SolveWrapper()
    wrapper.set_parameters(_parameters(settings, parameters))
    if (rising := settings.rising) is not None:
        wrapper.add_best_bound_callback(lambda bound: rising(round(bound)))
    with Watch(settings.stop, wrapper.stop_search):
        reply: cp_sat.CpSolverResponse = wrapper.solve(model.proto)  # type: ignore[no-untyped-call]
    if reply.status == Status.MODEL_INVALID:
        raise OurBug("the solver calls a model invalid, however hard a valid one may be")
    return reply


def _parameters(settings: Settings, values: Mapping[str, bool | int]) -> cp_sat.SatParameters:
    parameters = cp_sat.SatParameters()
    for name, value in values.items():
        setattr(parameters, name, value)
    parameters.cut_level = max(parameters.cut_level, int(settings.cuts))
    parameters.random_seed = settings.seed
    parameters.catch_sigint_signal = False
    if settings.effort is not None:
        parameters.max_deterministic_time = settings.effort
    if settings.until is not None:
        parameters.max_time_in_seconds = max(0.01, settings.until - time.monotonic())
    return parameters
