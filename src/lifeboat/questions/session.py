"""The same question again and again, about a scenario that changes a little each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lifeboat.answers.solve import Answer
from lifeboat.questions.solve import solve
from lifeboat.scenario.scenario import Scenario

if TYPE_CHECKING:
    from lifeboat.solving.search.warm_start import WarmStart


class Session:
    """Answers about one scenario as it is edited, each beginning with what proved the last.

    What is told is as proven as by `solve`. Among plans that are equally good in every goal it may
    be another one: that which is nearer to the last answer.
    """

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        self._memory: WarmStart | None = None

    def solve(
        self,
        scenario: Scenario,
        *,
        time_limit: float | None = None,
        progress: Callable[[str], None] | None = None,
        stop: Callable[[], bool] | None = None,
        digest: str | None = None,
        edits: Sequence[str] = (),
    ) -> Answer:
        """The best plan for a scenario; arguments and result as of `lifeboat.solve`."""
        from lifeboat.solving.search.warm_start import WarmStart

        self._memory = self._memory or WarmStart()
        return solve(
            scenario,
            time_limit=time_limit,
            plans=1,
            seed=self._seed,
            progress=progress,
            stop=stop,
            digest=digest,
            edits=edits,
            memory=self._memory,
        )
