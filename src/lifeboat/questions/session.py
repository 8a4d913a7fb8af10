"""The same question again and again, about a scenario that changes a little each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeboat.answers.solve import Answer
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.scenario.scenario import Scenario

if TYPE_CHECKING:
    from lifeboat.solving.search.warm_start import WarmStart


class Session:
    """Answers about one scenario as it is edited, each beginning with what proved the last.

    What is told is as proven as by `solve`. Among plans that are equally good in every goal it may
    be another one: that which is nearer to the last answer.
    """

    def __init__(self) -> None:
        self._memory: WarmStart | None = None

    def solve(self, scenario: Scenario, *, run: Run = Run()) -> Answer:
        """The best plan for a scenario; arguments and result as of `lifeboat.solve`."""
        from lifeboat.solving.search.warm_start import WarmStart

        self._memory = self._memory or WarmStart()
        return solve(scenario, plans=1, run=run, memory=self._memory)
