"""An integer program as CP-SAT takes it: variables, linear constraints and clauses.

Written against `cp_model_helper`, the C++ module that `ortools.sat.python.cp_model` itself is made
of: importing `cp_model` loads numpy and pandas, which takes longer than most answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model_helper as cp_sat

Status = cp_sat.CpSolverStatus
FOUND = (Status.OPTIMAL, Status.FEASIBLE)
ENDED = (Status.OPTIMAL, Status.INFEASIBLE)

NO_LIMIT = 2**63 - 1

Weights = Sequence[tuple[int, int]]
"""Pairs of a variable's index and its weight."""


@dataclass(frozen=True, slots=True)
class Variable:
    """An integer variable, identified by its index in the model."""

    index: int

    @property
    def negated(self) -> int:
        """The literal that says a 0-1 variable is 0."""
        return -self.index - 1


class Model:
    """Integer variables within bounds, constraints on them, and an objective to minimise."""

    def __init__(self) -> None:
        self.proto = cp_sat.CpModelProto()

    def copy(self) -> Model:
        """A copy, to which constraints of a single solve can be added."""
        other = Model()
        other.proto.copy_from(self.proto)
        return other

    def variable(self, least: int, most: int, name: str) -> Variable:
        """A new integer variable from `least` to `most`."""
        index = len(self.proto.variables)
        added = self.proto.variables.add()
        added.domain.extend((least, most))
        added.name = name
        return Variable(index)

    def row(
        self, weights: Weights, least: int, most: int = NO_LIMIT, given: Iterable[int] = ()
    ) -> None:
        """Keep a weighted sum within bounds wherever all the literals `given` hold."""
        added = self.proto.constraints.add()
        added.enforcement_literal.extend(given)
        added.linear.vars.extend([index for index, _ in weights])
        added.linear.coeffs.extend([weight for _, weight in weights])
        added.linear.domain.extend((least, most))

    def clause(self, literals: Iterable[int]) -> None:
        """At least one of the literals holds."""
        self.proto.constraints.add().bool_or.literals.extend(literals)

    def implication(self, before: int, after: int) -> None:
        """Where the first literal holds, the second one does."""
        added = self.proto.constraints.add()
        added.enforcement_literal.append(before)
        added.bool_and.literals.append(after)

    def maximum(self, variable: Variable, sums: Iterable[tuple[Weights, int]]) -> None:
        """A variable equals the greatest of some weighted sums, each with its constant."""
        added = self.proto.constraints.add().lin_max
        added.target.vars.append(variable.index)
        added.target.coeffs.append(1)
        for weights, number in sums:
            one = added.exprs.add()
            one.vars.extend([index for index, _ in weights])
            one.coeffs.extend([weight for _, weight in weights])
            one.offset = number

    def minimise(
        self, weights: Weights, number: int, within: tuple[int, int] | None = None
    ) -> None:
        """Make a weighted sum and a constant the objective, no less and no more than given."""
        objective = self.proto.objective
        objective.vars.extend([index for index, _ in weights])
        objective.coeffs.extend([weight for _, weight in weights])
        objective.offset = number
        if within is not None:
            objective.domain.extend(limit - number for limit in within)

    def hint(self, values: Sequence[int]) -> None:
        """Suggest a value for every variable to start from, and nothing else."""
        self.proto.solution_hint.vars.clear()
        self.proto.solution_hint.values.clear()
        self.proto.solution_hint.vars.extend(range(len(values)))
        self.proto.solution_hint.values.extend(values)
