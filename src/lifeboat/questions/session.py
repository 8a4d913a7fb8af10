"""Solving a scenario again and again as it changes a little each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeboat.answers.solve import Answer
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.scenario.scenario import Scenario

if TYPE_CHECKING:
    from lifeboat.solving.search.warm_start import WarmStart


class Session:
    """Answers about one scenario as it is edited, each starting from what proved the last.

    They are proven just as those of `solve`. Of several plans that are equally good in every goal,
    a session may find another one: the one nearer to the last answer.
    """

    def __init__(self) -> None:
        self._memory: WarmStart | None = None

    def solve(self, scenario: Scenario, *, run: Run = Run()) -> Answer:
        """Find the best plan for a scenario; arguments and result as in `lifeboat.solve`."""
        from lifeboat.solving.search.warm_start import WarmStart

        self._memory = self._memory or WarmStart()
        return solve(scenario, plans=1, run=run, memory=self._memory, reasons=False)
