"""Refinement: more dates in the gaps that bounds use, and more widely where that fails."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.solving.formulation.cells import Candidates, Cell, joined, size_of
from lifeboat.solving.search.relaxation import Relaxation

NARROW = 3
"""After this many rounds that add dates only inside gaps, dates are added widely."""

STUCK = 2
"""After this many bounds in a row that did not rise, gaps get every slot."""

PATIENCE = 2
"""The same after this many rounds in which the incumbent has stayed the best: probably it is, and
the bounds, even if they rise, are far below it."""

FINEST = 5000
"""The most dates such a grid may have."""

MOST_IN_GAPS = 1500
"""The most slots that gaps get at once. By the hour there would be far more, nearly all of them of
no use, and dates added one by one do better."""


@dataclass
class Refinement:
    """Where dates are missing, as the bounds so far show."""

    chosen: dict[Event, Cell] = field(default_factory=dict)
    """The cell of every event in the solution of the last bound."""
    loose: set[tuple[Event, Cell]] = field(default_factory=set)
    """The gaps that bounds have had events in since they last rose."""
    stood_still: int = 0
    """How many bounds in a row were no higher than the one before."""
    waited: int = 0
    """In how many rounds the incumbent has stayed the best, and was not proven to be."""
    narrow_rounds: int = 0
    """How many rounds in a row have added dates only inside gaps."""
    is_spread: bool = False
    """Whether the grid has been refined widely for the last block."""
    is_fine: bool = False
    """Whether gaps have got every slot: where an event can move about freely, dates added one by
    one only move the gap that a bound uses."""

    def note(self, chosen: dict[Event, Cell], raised: bool) -> None:
        """Remember the cell of every event in the solution of a bound, and whether it has risen."""
        self.chosen = chosen
        self.stood_still = 0 if raised else self.stood_still + 1
        self.loose = set() if raised and self.waited == 0 else self.loose
        self.loose |= {(event, cell) for event, cell in chosen.items() if cell.is_gap}

    def progressed(self) -> None:
        """Begin to wait anew: there is a better plan, or a block is proven."""
        self.waited = 0

    @property
    def uses_gaps(self) -> bool:
        """Whether the solution of the last bound uses a gap."""
        return any(cell.is_gap for cell in self.chosen.values())

    def refined(
        self, relaxation: Relaxation, dates: Dates, may_spread: bool, is_last: bool
    ) -> Candidates:
        """The dates of the next grid.

        Args:
            relaxation: the model that the last bound was found on.
            dates: all dates that can be decisive.
            may_spread: whether dates may be added outside the gaps as well.
            is_last: whether only the last block is left.
        """
        self.waited += 1
        if self.is_fine or self.stood_still >= STUCK or self.waited > PATIENCE:
            fine = self._filled(relaxation, dates)
            self.is_fine |= fine is not None
            if fine is not None:
                return fine
        widely = self._is_to_be_spread(is_last) and may_spread
        return relaxation.refined(dates, self.chosen, widely)

    def _filled(self, relaxation: Relaxation, dates: Dates) -> Candidates | None:
        """Every slot of the gaps that bounds have used; where that was not enough, every slot there
        is. None if that would be too many.
        """
        every, fine = dates.every_slot(), relaxation.candidates
        if self.is_fine and self.stood_still > 0 and size_of(every) <= FINEST:
            return every
        for event, gap in self.loose:
            inside = [slot for slot in every[event] if gap.first <= slot <= gap.last]
            fine = joined(fine, {event: inside})
        added = size_of(fine) - size_of(relaxation.candidates)
        return fine if size_of(fine) <= FINEST and added <= MOST_IN_GAPS else None

    def _is_to_be_spread(self, is_last: bool) -> bool:
        """Once before the last block, so that the grid mostly has the best plan's dates, and
        whenever adding a few dates at a time does not help.
        """
        self.narrow_rounds += 1
        is_first_time = is_last and not self.is_spread
        is_stuck = self.stood_still > 0 or self.narrow_rounds >= NARROW
        self.is_spread |= is_last
        widely = is_first_time or is_stuck
        if widely:
            self.narrow_rounds = 0
        return widely
