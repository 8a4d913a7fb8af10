"""A priority: what is minimised at one place in the order of goals."""

from __future__ import annotations

from dataclasses import dataclass

from lifeboat.goals.goal import Goal
from lifeboat.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class Weighed:
    """Goals minimised together, each with its weight; mostly one goal with weight 1."""

    parts: tuple[tuple[Goal, int], ...]
    within: float = 0.0
    """The tolerance, in the unit of the value: by so much the goals after it may make it worse."""

    @property
    def name(self) -> str:
        """The names of its goals, joined by `+`."""
        return "+".join(goal.name for goal, _ in self.parts)

    @property
    def title(self) -> str:
        """What it counts, as tables show it."""
        return " + ".join(_weighed_title(goal.title, weight) for goal, weight in self.parts)

    @property
    def unit(self) -> str:
        """The unit of its value: the goal's own or, for several, days."""
        return self.parts[0][0].unit if len(self.parts) == 1 else "weighed days"

    @property
    def in_time(self) -> bool:
        """Whether its value is counted in slots, and shown in days."""
        return len(self.parts) > 1 or self.parts[0][0].in_time

    def scale(self, situation: Situation, goal: Goal) -> int:
        """The factor at which one thing weighs as much as one day, however short a slot is."""
        return 1 if goal.in_time or len(self.parts) == 1 else situation.clock.per_day

    def tolerance(self, situation: Situation) -> int:
        """The tolerance in slots, or in things."""
        return int(self.within * (situation.clock.per_day if self.in_time else 1))

    def settled_with_dates(self) -> tuple[tuple[Goal, int], ...]:
        """The goals of it that dates and rides decide, each with its weight."""
        return tuple((goal, weight) for goal, weight in self.parts if not goal.settled_after_dates)


def _weighed_title(title: str, weight: int) -> str:
    return title if weight == 1 else f"{weight} x {title}"
