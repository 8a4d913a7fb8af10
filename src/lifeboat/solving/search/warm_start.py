"""What one answer leaves for the next one about nearly the same scenario."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.situation.clock import Clock
from lifeboat.situation.situation import Situation
from lifeboat.solving.formulation.cells import Candidates, collect, joined, size_of
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.search.incumbent import Incumbent

MANY = 1.6
"""Where more dates are remembered than so many times the coarsest grid, they are forgotten:
proofs on them would take longer than finding them again."""


@dataclass
class WarmStart:
    """The plan of the last answer, and the dates that proved it."""

    plan: Schedule | None = None
    others: tuple[Schedule, ...] = ()
    """More plans that may be good."""
    keeps: bool = False
    """Whether the flights and rides of the last answer stay where others are only as good."""
    dates: Candidates = field(default_factory=dict)
    _clock: Clock | None = None

    @property
    def plans(self) -> tuple[Schedule, ...]:
        """Every plan that may be good, the last answer's first."""
        return (*(() if self.plan is None else (self.plan,)), *self.others)

    def start(self, situation: Situation) -> Candidates | None:
        """The dates to begin with: the coarsest grid, and what is remembered of the last one, or,
        where that is too much, the last plan's.

        None where nothing is known of that time.
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

    def keep(self, situation: Situation, found: Incumbent) -> None:
        """Remember an answer."""
        self.plan, self._clock = found.schedule, situation.clock
        self.dates = joined(found.candidates, found.schedule.events())
