"""Which dates can matter: anchors, and differences between events that a rule can make tight.

Every date constraint compares a difference of dates with a constant and every cost
is piecewise linear in dates, so some best plan has each event on a date that is an
anchor (a window's end, a planned date, a limit) or a known difference away from
another event's date. This module collects both and follows the differences as far
as required. Missing dates make bounds weaker, never wrong: see `lifeboat.curves`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from lifeboat.situation.clock import Slots


class Event(NamedTuple):
    """The docking or the undocking of a vehicle, or its move to another port."""

    ship: str
    kind: Literal["dock", "undock", "move"]


class Dates:
    """Collects the dates that can be decisive; `closed` returns the candidates of every event."""

    def __init__(self, end: int) -> None:
        self.end = end
        self._anchors: dict[Event, set[int]] = {}
        self._links: dict[Event, set[tuple[Event, int]]] = {}
        self._allowed: dict[Event, list[Slots]] = {}
        self._pool: set[Event] = set()
        self._late: dict[Event, int] = {}
        self._seldom: dict[Event, set[int]] = {}
        self._seldom_links: dict[Event, set[tuple[Event, int]]] = {}

    def event(self, event: Event, allowed: Iterable[Slots], late: int | None = None) -> None:
        """Add an event, with the slots in which it may happen.

        From slot `late` on it seldom pays: only a solution that uses a gap there adds dates to it.
        """
        self._late[event] = self.end if late is None else late
        self._allowed[event] = [
            Slots(max(0, slots.first), min(self.end, slots.end)) for slots in allowed
        ]
        self._anchors.setdefault(event, set())

    def anchor(self, event: Event, *slots: int) -> None:
        """Add dates that can be decisive for an event by themselves."""
        if event in self._anchors:
            self._anchors[event].update(slots)

    def seldom(self, event: Event, *slots: int) -> None:
        """Add dates that can be decisive for an event, but seldom are: a grid has them only once a
        solution uses a gap around them.
        """
        if event in self._anchors:
            self._seldom.setdefault(event, set()).update(slots)

    def seldom_shared(self, *slots: int) -> None:
        """Add such dates for every event of the pool."""
        for event in self._pool:
            self.seldom(event, *slots)

    def seldom_link(self, first: Event, second: Event, span: int) -> None:
        """Note that the second event may, but seldom has to be `span` slots after the first."""
        if first in self._anchors and second in self._anchors:
            self._seldom_links.setdefault(first, set()).add((second, span))
            self._seldom_links.setdefault(second, set()).add((first, -span))

    def anchor_shared(self, *slots: int) -> None:
        """Add dates that can be decisive for every event of the pool."""
        for event in self._pool:
            self.anchor(event, *slots)

    def link(self, first: Event, second: Event, span: int) -> None:
        """Note that the second event may have to be exactly `span` slots after the first."""
        if first in self._anchors and second in self._anchors:
            self._links.setdefault(first, set()).add((second, span))
            self._links.setdefault(second, set()).add((first, -span))

    def share(self, events: Iterable[Event]) -> None:
        """Add events to the pool: a date of one of them can be decisive for all."""
        self._pool.update(event for event in events if event in self._anchors)

    def closed(self, depth: int) -> dict[Event, list[int]]:
        """The candidate dates of every event, after following differences `depth` times."""
        dates = {event: self._timely(event, it) for event, it in self._anchors.items()}
        dates = {event: slots | self._ends(event) for event, slots in dates.items()}
        for _ in range(depth):
            grown = self._grow(dates)
            if grown == dates:
                break
            dates = grown
        return {event: sorted(slots) for event, slots in dates.items()}

    def refined(
        self,
        dates: Mapping[Event, list[int]],
        spots: Mapping[Event, set[int]],
        gaps: Mapping[Event, tuple[int, int]],
    ) -> dict[Event, list[int]]:
        """The candidate dates, with more of them inside the gaps a solution uses.

        Args:
            dates: the candidates so far.
            spots: the slot of each event in the solution (for a gap, both its ends).
            gaps: for each event in a gap, the first and last slot of the gap.
        """
        more = {event: self._within(event, spots, gap) for event, gap in gaps.items()}
        return {event: sorted({*slots, *more.get(event, ())}) for event, slots in dates.items()}

    def _within(
        self, event: Event, spots: Mapping[Event, set[int]], gap: tuple[int, int]
    ) -> set[int]:
        """Dates inside a gap that other events make decisive; its ends, if there are none."""
        first, last = gap
        more = (
            self._linked(event, spots) | self._shared(event, spots) | self._by_chance(event, spots)
        )
        return {slot for slot in more if first < slot < last} or {first, last}

    def spread(
        self,
        dates: Mapping[Event, list[int]],
        spots: Mapping[Event, set[int]],
        gaps: Mapping[Event, tuple[int, int]],
    ) -> dict[Event, list[int]]:
        """The candidate dates, with all that differences from a solution's dates lead to, followed
        twice where it uses gaps; arguments as for `refined`.
        """
        at = {event: self.inside(event, spots.get(event, ())) for event in self._anchors}
        near = {event: slots | self._led_to(event, at) for event, slots in at.items()}
        for event, (first, last) in gaps.items():
            shared = {slot for slot in self._shared(event, near) if first <= slot <= last}
            at[event] = self.inside(event, shared) | self._led_to(event, near)
        loose = {event: at[event] for event in gaps}
        for event, (first, last) in gaps.items():
            at[event] |= {it for it in self._led_to(event, loose) if first <= it <= last}
        return {event: sorted({*it, *near[event], *at[event]}) for event, it in dates.items()}

    def _led_to(self, event: Event, spots: Mapping[Event, Iterable[int]]) -> set[int]:
        return self.inside(event, self._linked(event, spots))

    def _linked(self, event: Event, spots: Mapping[Event, Iterable[int]]) -> set[int]:
        """Dates that known differences from other events' dates lead to."""
        links = self._links.get(event, ())
        return {slot - span for other, span in links for slot in spots.get(other, ())}

    def _by_chance(self, event: Event, spots: Mapping[Event, Iterable[int]]) -> set[int]:
        """Dates that are seldom decisive."""
        links = self._seldom_links.get(event, ())
        linked = {slot - span for other, span in links for slot in spots.get(other, ())}
        return linked | self._seldom.get(event, set())

    def _shared(self, event: Event, spots: Mapping[Event, Iterable[int]]) -> set[int]:
        """The dates of all events of the pool; none for an event outside it."""
        pool = self._pool if event in self._pool else ()
        return {slot for other in pool for slot in spots.get(other, ())}

    def near(
        self,
        windows: Mapping[Event, list[Slots]],
        dates: Mapping[Event, Iterable[int]],
        depth: int,
    ) -> dict[Event, set[int]]:
        """The given dates within windows, and those that `depth` differences in a row lead to.

        Events without a window are left out.
        """
        near = {event: _in_any(spans, dates.get(event, ())) for event, spans in windows.items()}
        for _ in range(depth):
            near = {
                event: slots | _in_any(windows[event], self._grown(event, near))
                for event, slots in near.items()
            }
        return near

    def every_slot(self) -> dict[Event, list[int]]:
        """Every slot in which each event may happen: no gaps, but a large grid."""
        everything = set(range(self.end))
        return {event: sorted(self.inside(event, everything)) for event in self._anchors}

    def _ends(self, event: Event) -> set[int]:
        """The first and last slots in which an event may happen."""
        spans = [slots for slots in self._allowed[event] if slots]
        return {edge for slots in spans for edge in (slots.first, slots.end - 1)}

    def _grow(self, dates: dict[Event, set[int]]) -> dict[Event, set[int]]:
        return {event: slots | self._grown(event, dates) for event, slots in dates.items()}

    def _grown(self, event: Event, dates: Mapping[Event, Iterable[int]]) -> set[int]:
        return self._timely(event, self._linked(event, dates) | self._shared(event, dates))

    def _timely(self, event: Event, slots: Iterable[int]) -> set[int]:
        """The given slots in which an event may happen, and may well pay."""
        return {slot for slot in self.inside(event, slots) if slot < self._late[event]}

    def all_inside(self, dates: Mapping[Event, Iterable[int]]) -> dict[Event, set[int]]:
        """The given dates on which their events may happen; unknown events are left out."""
        return {it: self.inside(it, slots) for it, slots in dates.items() if it in self._allowed}

    def inside(self, event: Event, slots: Iterable[int]) -> set[int]:
        """The given slots in which an event may happen."""
        return _in_any(self._allowed[event], slots)


def _in_any(spans: Iterable[Slots], slots: Iterable[int]) -> set[int]:
    return {slot for slot in slots if any(slot in span for span in spans)}
