"""How far a search is: its best plan so far, in a few words and by its goals."""

from __future__ import annotations

from lifeboat.answers.option import GoalValue
from lifeboat.scenario.part import Part


class SoFar(Part):
    """The best plan that a search has found so far, without names or an audit."""

    flights: tuple[str, ...]
    """What flies otherwise than planned, as `MS-23 empty 2023-02-19`."""
    goals: tuple[GoalValue, ...]
    """The goals that dates and rides decide, in their order, each with the bound known so far."""

    @property
    def proven(self) -> int:
        """How many of the goals are proven."""
        return sum(goal.proven for goal in self.goals)
