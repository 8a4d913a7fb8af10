"""Which dates can matter: anchors, and differences between events that a rule can make tight.

Every date constraint is a difference with a constant and every cost is piecewise
linear in dates, so some best plan has each event on a date that is an anchor (a
window's end, a planned date, a limit) or a known difference away from another
event's date. This module collects both and closes over them as far as asked.
Dates that are missing cost no truth, only tightness: see `lifeboat.decisions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from lifeboat.days import Slots


class Event(NamedTuple):
    """A vehicle docks, or undocks."""

    ship: str
    kind: Literal["dock", "undock"]


class Dates:
    """Collects what can be decisive; `closed` gives the candidate dates of every event."""

    def __init__(self, end: int) -> None:
        self.end = end
        self._anchors: dict[Event, set[int]] = {}
        self._links: dict[Event, set[tuple[Event, int]]] = {}
        self._allowed: dict[Event, list[Slots]] = {}
        self._pool: set[Event] = set()

    def event(self, event: Event, allowed: Iterable[Slots]) -> None:
        """Make an event known, with the slots it may happen in."""
        self._allowed[event] = [
            Slots(max(0, slots.first), min(self.end, slots.end)) for slots in allowed
        ]
        self._anchors.setdefault(event, set())

    def anchor(self, event: Event, *slots: int) -> None:
        """Dates that can be decisive for an event by themselves."""
        if event in self._anchors:
            self._anchors[event].update(slots)

    def anchor_shared(self, *slots: int) -> None:
        """Dates that can be decisive for every event of the pool."""
        for event in self._pool:
            self.anchor(event, *slots)

    def link(self, first: Event, second: Event, span: int) -> None:
        """That the second event may have to be exactly `span` slots after the first."""
        if first in self._anchors and second in self._anchors:
            self._links.setdefault(first, set()).add((second, span))
            self._links.setdefault(second, set()).add((first, -span))

    def share(self, events: Iterable[Event]) -> None:
        """That a date of one of these events can be decisive for all of them."""
        self._pool.update(event for event in events if event in self._anchors)

    def closed(self, depth: int) -> dict[Event, list[int]]:
        """The candidate dates of every event, after following differences `depth` times."""
        dates = {event: self._inside(event, slots) for event, slots in self._start().items()}
        for _ in range(depth):
            grown = self._grow(dates)
            if grown == dates:
                break
            dates = grown
        return {event: sorted(slots) for event, slots in dates.items()}

    def refined(
        self,
        dates: dict[Event, list[int]],
        spots: dict[Event, set[int]],
        gaps: dict[Event, tuple[int, int]],
        widely: bool,
    ) -> dict[Event, list[int]]:
        """Candidate dates with more of them where an answer fell into gaps.

        Args:
            dates: the candidates so far.
            spots: where the answer put each event (both ends of a gap).
            gaps: for the events it put into one, the first and last slot of the gap.
            widely: whether to follow differences from every event, or only from those in gaps.
        """
        near = {event: self._inside(event, slots) for event, slots in spots.items()}
        if widely:
            near = self._spread(near, gaps, set(self._anchors))
        near = self._spread(near, gaps, set(gaps))
        return {event: sorted({*slots, *near.get(event, ())}) for event, slots in dates.items()}

    def _spread(
        self,
        near: dict[Event, set[int]],
        gaps: dict[Event, tuple[int, int]],
        linked: set[Event],
    ) -> dict[Event, set[int]]:
        shared = {slot for event in self._pool for slot in near.get(event, ())}
        spread = {}
        for event in self._anchors:
            more = set(near.get(event, ()))
            for other, span in self._links.get(event, ()) if event in linked else ():
                more.update(slot - span for slot in near.get(other, ()))
            if event in gaps and event in self._pool:
                first, last = gaps[event]
                more.update(slot for slot in shared if first <= slot <= last)
            spread[event] = self._inside(event, more)
        return spread

    def every_slot(self) -> dict[Event, list[int]]:
        """All slots an event may happen in: nothing is missing, at the price of size."""
        everything = set(range(self.end))
        return {event: sorted(self._inside(event, everything)) for event in self._anchors}

    def _start(self) -> dict[Event, set[int]]:
        ends = {
            event: {edge for slots in allowed if slots for edge in (slots.first, slots.end - 1)}
            for event, allowed in self._allowed.items()
        }
        return {event: slots | ends[event] for event, slots in self._anchors.items()}

    def _grow(self, dates: dict[Event, set[int]]) -> dict[Event, set[int]]:
        shared = {slot for event in self._pool for slot in dates[event]}
        grown = {}
        for event, slots in dates.items():
            more = set(slots)
            for other, span in self._links.get(event, ()):
                more.update(slot - span for slot in dates[other])
            if event in self._pool:
                more |= shared
            grown[event] = self._inside(event, more)
        return grown

    def _inside(self, event: Event, slots: Iterable[int]) -> set[int]:
        allowed = self._allowed[event]
        return {slot for slot in slots if any(slot in span for span in allowed)}
