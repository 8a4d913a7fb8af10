"""An integer program as the solver takes it: variables, rows and clauses.

Written against the C++ module that `ortools.sat.python.cp_model` itself is made of, and not
against that: importing it brings numpy and pandas along, which takes longer than most answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model_helper as cp_sat

Status = cp_sat.CpSolverStatus
FOUND = (Status.OPTIMAL, Status.FEASIBLE)

NO_LIMIT = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Variable:
    """A decision, told from others by its place in the program."""

    index: int

    @property
    def negated(self) -> int:
        """The literal that it does not hold."""
        return -self.index - 1


class Program:
    """Whole numbers within bounds, rows they keep, and a sum to make as small as possible."""

    def __init__(self) -> None:
        self.proto = cp_sat.CpModelProto()

    def copy(self) -> Program:
        """The same once more, to add something to this once."""
        other = Program()
        other.proto.copy_from(self.proto)
        return other

    def variable(self, least: int, most: int, name: str) -> Variable:
        """A whole number from `least` to `most`."""
        index = len(self.proto.variables)
        added = self.proto.variables.add()
        added.domain.extend((least, most))
        added.name = name
        return Variable(index)

    def row(
        self,
        weights: Sequence[tuple[int, int]],
        least: int,
        most: int = NO_LIMIT,
        given: Iterable[int] = (),
    ) -> None:
        """A weighted sum, by variable index, stays within bounds wherever all literals hold."""
        added = self.proto.constraints.add()
        added.enforcement_literal.extend(given)
        added.linear.vars.extend([index for index, _ in weights])
        added.linear.coeffs.extend([weight for _, weight in weights])
        added.linear.domain.extend((least, most))

    def clause(self, literals: Iterable[int]) -> None:
        """At least one literal holds."""
        self.proto.constraints.add().bool_or.literals.extend(literals)

    def implication(self, before: int, after: int) -> None:
        """Where the one literal holds, so does the other."""
        added = self.proto.constraints.add()
        added.enforcement_literal.append(before)
        added.bool_and.literals.append(after)

    def greatest(
        self, variable: Variable, sums: Iterable[tuple[Sequence[tuple[int, int]], int]]
    ) -> None:
        """A variable is the greatest of some weighted sums, each with its number."""
        added = self.proto.constraints.add().lin_max
        added.target.vars.append(variable.index)
        added.target.coeffs.append(1)
        for weights, number in sums:
            one = added.exprs.add()
            one.vars.extend([index for index, _ in weights])
            one.coeffs.extend([weight for _, weight in weights])
            one.offset = number

    def minimise(self, weights: Sequence[tuple[int, int]], number: int) -> None:
        """Make a weighted sum, and a number, as small as it can be."""
        objective = self.proto.objective
        objective.vars.extend([index for index, _ in weights])
        objective.coeffs.extend([weight for _, weight in weights])
        objective.offset = number

    def hint(self, values: Sequence[int]) -> None:
        """Where to begin: a value for every variable."""
        self.proto.solution_hint.vars.extend(range(len(values)))
        self.proto.solution_hint.values.extend(values)
