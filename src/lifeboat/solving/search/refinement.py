"""Where a grid gets more dates: in the gaps that bounds used, wider where that gets nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.solving.formulation.cells import Candidates, Cell, size_of
from lifeboat.solving.search.relaxation import Relaxation

NARROW = 3
"""After so many rounds in which dates were added only inside gaps, they are added widely."""

STUCK = 2
"""Where so many bounds in a row were no higher than the one before, events get every slot."""

FINEST = 5000
"""The most dates a grid may have for that: by the hour there would be far more."""


@dataclass
class Refinement:
    """What the bounds so far say about where dates are missing."""

    chosen: dict[Event, Cell] = field(default_factory=dict)
    """Where the last bound has every event."""
    loose: set[Event] = field(default_factory=set)
    """What bounds had in gaps since they last rose."""
    stood_still: int = 0
    """How many bounds in a row were no higher than the one before."""
    narrow_rounds: int = 0
    """How many times in a row dates were added only inside gaps."""
    is_spread: bool = False
    """Whether, for the last goals, there are dates wherever a good plan's differences may lead."""
    is_fine: bool = False
    """Whether whatever was in a gap gets every slot: where an event may be moved about freely, a
    bound escapes any dates that are added one by one."""

    def note(self, chosen: dict[Event, Cell], raised: bool) -> None:
        """Remember where a bound has every event, and whether it is higher than the last."""
        self.chosen = chosen
        self.stood_still = 0 if raised else self.stood_still + 1
        self.loose = set() if raised else self.loose
        self.loose |= {event for event, cell in chosen.items() if cell.is_gap}

    @property
    def uses_gaps(self) -> bool:
        """Whether the last bound has anything in a gap."""
        return any(cell.is_gap for cell in self.chosen.values())

    def refined(
        self, relaxation: Relaxation, dates: Dates, may_spread: bool, is_last: bool
    ) -> Candidates:
        """More dates.

        Args:
            relaxation: what the last bound was found on.
            dates: all that can be decisive.
            may_spread: whether dates may be added outside the gaps as well.
            is_last: whether only the last goals are left.
        """
        if self.is_fine or self.stood_still >= STUCK:
            fine = self._with_every_slot(relaxation, dates)
            self.is_fine |= fine is not None
            if fine is not None:
                return fine
        widely = self._is_to_be_spread(is_last) and may_spread
        return relaxation.refined(dates, self.chosen, widely)

    def _with_every_slot(self, relaxation: Relaxation, dates: Dates) -> Candidates | None:
        every = dates.every_slot()
        fine = {**relaxation.candidates, **{event: every[event] for event in self.loose}}
        return fine if size_of(fine) <= FINEST else None

    def _is_to_be_spread(self, is_last: bool) -> bool:
        """Once before the last goals, so that the best plan's dates are most often among those;
        and wherever adding a few dates at a time gets nowhere.
        """
        self.narrow_rounds += 1
        is_first_time = is_last and not self.is_spread
        is_stuck = self.stood_still > 0 or self.narrow_rounds >= NARROW
        self.is_spread |= is_last
        widely = is_first_time or is_stuck
        if widely:
            self.narrow_rounds = 0
        return widely
