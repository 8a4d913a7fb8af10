"""Goals as costs to minimise, several at a time in objective blocks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lifeboat.curves import Sum, total_of
from lifeboat.goals import Weighed, order_of, scale
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.formulation.decisions import SolverDecisions

TOGETHER = 10**12
"""Goals are minimised in one weighted sum as long as its weights stay below this."""

ObjectiveBlock = tuple[int, ...]
"""Goals by index, in their order, that are minimised in one weighted sum."""

Caps = dict[int, int]
"""By goal: the greatest value allowed."""


def dated_goals(situation: Situation) -> tuple[Weighed, ...]:
    """The goals that dates and rides decide, in the scenario's order."""
    kept = (
        tuple((goal, weight) for goal, weight in weighed if not goal.settled_after_dates)
        for weighed in order_of(situation.scenario)
    )
    return tuple(weighed for weighed in kept if weighed)


@dataclass(eq=False)
class Objective:
    """The cost of every goal on one grid."""

    builder: ModelBuilder
    costs: tuple[Sum, ...]

    def blocks(self) -> list[ObjectiveBlock]:
        """Consecutive goals, as many in a block as their ranges allow."""
        blocks: list[list[int]] = []
        weight = TOGETHER + 1
        for index, reach in enumerate(self._ranges):
            weight *= reach
            if weight > TOGETHER:
                blocks.append([])
                weight = reach
            blocks[-1].append(index)
        return [tuple(block) for block in blocks]

    def weighed(self, block: ObjectiveBlock) -> Sum:
        """One sum of a block, in which no gain in a goal makes up for a loss in one before it."""
        weight, parts = 1, []
        for index in reversed(block):
            parts.append(self.costs[index] * weight)
            weight *= self._ranges[index]
        return total_of(parts)

    def capped(self, caps: Caps) -> list[tuple[Sum, int]]:
        """The costs of some goals, and the greatest value allowed of each."""
        return [(self.costs[index], most) for index, most in caps.items()]

    @cached_property
    def _ranges(self) -> list[int]:
        read = [self.builder.read(cost, optimistic=False) for cost in self.costs]
        return [self.builder.greatest(it) - self.builder.least(it) + 1 for it in read]


def objective_of(decide: SolverDecisions) -> Objective:
    """The cost of every goal that dates and rides decide."""
    costs = (
        total_of(
            goal.cost(decide) * (weight * scale(decide.situation, weighed, goal))
            for goal, weight in weighed
        )
        for weighed in dated_goals(decide.situation)
    )
    return Objective(decide.builder, tuple(costs))
