"""Goals as costs to minimise, several at a time in objective blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lifeboat.curves import Sum, total_of
from lifeboat.goals import Weighed, order_of
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import LinearExpr
from lifeboat.solving.formulation.decisions import SolverDecisions

TOGETHER = 10**12
"""Goals are minimised in one weighted sum as long as its weights stay below this."""

ObjectiveBlock = tuple[int, ...]
"""Goals by index, in their order, that are minimised in one weighted sum."""

Caps = dict[int, int]
"""By goal: the greatest value allowed."""


def dated_goals(situation: Situation) -> tuple[Weighed, ...]:
    """The goals that dates and rides decide, in the scenario's order."""
    return tuple(it for it in order_of(situation.scenario) if it.settled_with_dates())


@dataclass(eq=False)
class Objective:
    """The cost of every goal on one grid."""

    builder: ModelBuilder
    costs: tuple[Sum, ...]
    within: tuple[int, ...] = ()
    """The tolerance of every goal, in slots or in things; none if no goal has one."""

    def blocks(self) -> list[ObjectiveBlock]:
        """Consecutive goals, as many in a block as their ranges allow; a goal with a tolerance ends
        its block, as those after it may make it worse.
        """
        blocks: list[list[int]] = []
        weight = TOGETHER + 1
        for index, reach in enumerate(self._ranges):
            weight *= reach
            if weight > TOGETHER:
                blocks.append([])
                weight = reach
            blocks[-1].append(index)
            weight = TOGETHER + 1 if self.within and self.within[index] else weight
        return [tuple(block) for block in blocks]

    def weighed(self, block: ObjectiveBlock) -> Sum:
        """One sum of a block, in which no gain in a goal makes up for a loss in one before it."""
        weight, parts = 1, []
        for index in reversed(block):
            parts.append(self.costs[index] * weight)
            weight *= self._ranges[index]
        return total_of(parts)

    def weight_of(self, block: ObjectiveBlock, values: Mapping[int, int]) -> int:
        """That sum for some values; a goal without one is at its least."""
        weight, found = 1, 0
        for index in reversed(block):
            found += weight * values.get(index, self._least[index])
            weight *= self._ranges[index]
        return found

    def least_of_first(self, block: ObjectiveBlock, total: int) -> int:
        """The least of a block's first goal where that sum is `total` or more."""
        weight, others = 1, 0
        for index in reversed(block[1:]):
            others += weight * (self._least[index] + self._ranges[index] - 1)
            weight *= self._ranges[index]
        return -((others - total) // weight)

    def capped(self, caps: Caps) -> list[tuple[Sum, int]]:
        """The costs of some goals, and the greatest value allowed of each."""
        return [(self.costs[index], most) for index, most in caps.items()]

    @cached_property
    def _read(self) -> list[LinearExpr]:
        return [self.builder.read(cost, optimistic=False) for cost in self.costs]

    @cached_property
    def _least(self) -> list[int]:
        return [self.builder.least(it) for it in self._read]

    @cached_property
    def _ranges(self) -> list[int]:
        return [self.builder.greatest(it) - self.builder.least(it) + 1 for it in self._read]


def objective_of(decide: SolverDecisions) -> Objective:
    """The cost of every goal that dates and rides decide."""
    situation = decide.situation
    costs = (
        decide.builder.collected(
            total_of(
                goal.cost(decide) * (weight * weighed.scale(situation, goal))
                for goal, weight in weighed.settled_with_dates()
            )
        )
        for weighed in dated_goals(situation)
    )
    within = tuple(weighed.tolerance(situation) for weighed in dated_goals(situation))
    return Objective(decide.builder, tuple(costs), within)
