"""A priority: what is minimised at one place in the order of goals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifeboat.goals.goal import Goal
from lifeboat.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class Weighed:
    """Goals minimised together, each with its weight; mostly one goal with weight 1."""

    parts: tuple[tuple[Goal, int], ...]
    within: float = 0.0
    """The tolerance, in the unit of the value: by so much the goals after it may make it worse."""
    besides: tuple[tuple[Goal, int], ...] = ()
    """Goals about places before it that have a tolerance, each with its weight here. They are
    minimised with it, so that nobody gives up a place to make less of it.
    """

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
        (goal, _), *others = self.parts
        return "weighed days" if others else goal.unit

    @property
    def in_time(self) -> bool:
        """Whether its value is counted in slots, and shown in days."""
        (goal, _), *others = self.parts
        return goal.in_time or bool(others)

    def scale(self, situation: Situation, goal: Goal) -> int:
        """The factor at which one thing weighs as much as one day, however short a slot is."""
        return 1 if goal.in_time or len(self.parts) == 1 else situation.clock.per_day

    def tolerance(self, situation: Situation) -> int:
        """The tolerance in slots, or in things."""
        return int(self.within * (situation.clock.per_day if self.in_time else 1))

    def settled_with_dates(self) -> tuple[tuple[Goal, int], ...]:
        """The goals of it that dates and rides decide, each with its weight."""
        decided = [(goal, weight) for goal, weight in self.parts if not goal.settled_after_dates]
        return (*decided, *self.besides) if decided else ()

    def after(self, tolerated: Sequence[Goal]) -> Weighed:
        """The same behind goals that have a tolerance: of these, one about places is held against
        each place it weighs.
        """
        most = max((weight for goal, weight in self.parts if goal.quality is not None), default=0)
        about_places = (goal for goal in tolerated if goal.quality is not None)
        return replace(self, besides=tuple((goal, most) for goal in about_places if most))


def _weighed_title(title: str, weight: int) -> str:
    return title if weight == 1 else f"{weight} x {title}"
