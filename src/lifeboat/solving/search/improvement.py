"""What is left when time runs out before all is proven: the best plan, bettered in turns.

Proofs are sought for the first goals first, so the last ones may not have been looked at when time
is over. First the plan keeps its flights and rides and gets better dates, then it keeps its dates
and gets better flights and rides, as long as either helps: each is searched much sooner than both
at once. Then, on the dates of the last grid, each goal is made as small as the time allows, none
before it made worse.
"""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import takewhile

from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates, collect, joined
from lifeboat.solving.formulation.side_constraints import Choice
from lifeboat.solving.search.incumbent import Settled
from lifeboat.solving.search.relaxation import Grid
from lifeboat.solving.search.same_flights import same_kind


def polished(situation: Situation, settings: Settings, choice: Choice, settled: Settled) -> Settled:
    """A plan no worse than the one that is settled, with its bounds."""
    polish = _Polish(situation, settings, choice, settled)
    polish.dates()
    while polish.flights_and_rides():
        polish.dates()
    polish.goals()
    return replace(polish.best, bounds=settled.bounds, candidates=polish.candidates)


class _Polish:
    def __init__(
        self, situation: Situation, settings: Settings, choice: Choice, settled: Settled
    ) -> None:
        assert settings.until is not None
        self._situation, self._settings, self._choice = situation, settings, choice
        self._until, self._settled = settings.until, settled
        dates = collect(situation)
        self._near, self._coarsest = dates.closed(1), dates.closed(0)
        self.best = settled

    @property
    def candidates(self) -> Candidates:
        """The dates of the last grid, and the best plan's."""
        return self._with_best(self._settled.candidates)

    def dates(self) -> None:
        """Better dates for the same flights and rides, if there are any, and time."""
        if self._settings.is_over():
            return
        assert self.best.skeleton is not None
        near = self._with_best(self._near)
        self._take(
            same_kind(self._situation, self._settings, self.best.skeleton, near, self._choice)
        )

    def flights_and_rides(self) -> bool:
        """Better flights and rides on the best plan's dates and the coarsest ones; False if there
        are none, or no time.
        """
        return self._goal_by_goal(self._with_best(self._coarsest))

    def goals(self) -> None:
        """Anything better on the dates of the last grid."""
        self._goal_by_goal(self.candidates)

    def _goal_by_goal(self, candidates: Candidates) -> bool:
        if self._settings.is_over():
            return False
        grid = Grid(self._situation, candidates, self._settings, self._choice)
        packs = grid.packs()
        assert self.best.skeleton is not None
        if not grid.fly(self.best.skeleton, packs):
            return False
        caps: dict[int, int] = {}
        is_better = False
        for number, pack in enumerate(packs):
            if pack[-1] >= self._proven() and not self._settings.is_over():
                now = time.monotonic()
                until = now + (self._until - now) / (len(packs) - number)
                if grid.best(pack, caps, until).is_found:
                    is_better |= self._take(grid.settled())
            caps.update((index, self.best.values[index]) for index in pack)
        return is_better

    def _take(self, found: Settled | None) -> bool:
        if found is None or found.values >= self.best.values:
            return False
        self.best = found
        return True

    def _with_best(self, candidates: Candidates) -> Candidates:
        return joined(candidates, self.best.skeleton.events() if self.best.skeleton else {})

    def _proven(self) -> int:
        """How many goals are proven to be least, one after another from the first on."""
        pairs = zip(self.best.values, self._settled.bounds, strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
