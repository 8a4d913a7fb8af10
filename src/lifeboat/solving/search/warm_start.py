"""What one answer leaves for the next one about a similar scenario."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lifeboat.situation.clock import Clock
from lifeboat.situation.situation import Situation
from lifeboat.solving.formulation.cells import Candidates, collect, joined, size_of
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.search.incumbent import Incumbent

MANY = 1.6
"""Remembered dates are dropped if they make the grid more than this many times the coarsest one:
proofs on it would take longer than finding the dates again."""


@dataclass
class WarmStart:
    """The plan of the last answer, and the dates that proved it."""

    plan: Schedule | None = None
    others: tuple[Schedule, ...] = ()
    """More plans that may be good."""
    plans_only: bool = False
    """Whether the next search begins as any other does, with the plans and without the dates: what
    is asked for is often far from the last answer."""
    keeps: bool = False
    """Whether the flights and rides of the last answer are kept where others are only as good."""
    dates: Candidates = field(default_factory=dict)
    _clock: Clock | None = None

    @property
    def plans(self) -> tuple[Schedule, ...]:
        """Every plan that may be good, the last answer's first."""
        return (*(() if self.plan is None else (self.plan,)), *self.others)

    def start(self, situation: Situation) -> Candidates | None:
        """The dates to begin with: the coarsest grid, and the remembered dates or, if those are too
        many, the last plan's.

        None if nothing is remembered, or only of a situation that begins in another slot.
        """
        if self._clock is None or self._clock.start != situation.clock.start:
            return None
        dates = collect(situation)
        coarsest = dates.closed(0)
        found = joined(coarsest, dates.all_inside(self.dates))
        if size_of(found) <= MANY * size_of(coarsest):
            return found
        flown = self.plan.events() if self.plan is not None else {}
        return joined(coarsest, dates.all_inside(flown))

    def copied(self) -> WarmStart:
        """The same, for an answer that is not to be remembered."""
        return replace(self)

    def keep(self, situation: Situation, found: Incumbent) -> None:
        """Remember an answer."""
        self.plan, self._clock = found.schedule, situation.clock
        self.dates = joined(found.candidates, found.schedule.events())
