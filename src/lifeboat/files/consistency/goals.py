"""The order of goals a scenario gives."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.scenario import ToleratedGoal


def wrong_goals(view: View) -> Iterator[Mistake]:
    """Goals given twice."""
    seen = set()
    for path, goal in _goals_named(view):
        if goal in seen:
            is_key = path[-1] == goal
            yield view.wrong("goal-twice", path, f"goal '{goal}' is given twice", key=is_key)
        seen.add(goal)


def _goals_named(view: View) -> Iterator[tuple[Path, str]]:
    for number, goal in enumerate(view.scenario.goals or ()):
        path: Path = ("goals", number)
        if isinstance(goal, ToleratedGoal):
            goal, path = goal.goal, (*path, "goal")
        if isinstance(goal, str):
            yield path, goal
        else:
            yield from (((*path, each), each) for each in goal)
