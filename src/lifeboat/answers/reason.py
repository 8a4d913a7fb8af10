"""Why a plan is not as planned: what would be worse if one of its changes were undone."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.difference import GoalChange
from lifeboat.scenario.part import Part

Otherwise = Literal["worse", "as-good", "better", "impossible", "not-examined"]


class Reason(Part):
    """One thing that the best plan does otherwise than the plan of record, and why."""

    change: str
    """What is otherwise, as a clause: `Heron is launched 2030-03-06, planned 2030-03-08`."""
    otherwise: Otherwise
    """What the best plan without this change is: found by forcing it and solving again.
    `not-examined` where time ran out."""
    goal: GoalChange | None = None
    """The first goal, by priority, that would be otherwise; none where none is, or is known."""
    at_least: float | None = None
    """Where how much worse it would be is not proven: the least that it can be."""
