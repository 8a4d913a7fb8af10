"""The grid of an event: single dates that can be decisive, and the gaps between them."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lifeboat.goals import GOALS
from lifeboat.rules import RULES
from lifeboat.rules.bars import left_of, no_undocking
from lifeboat.rules.flights_keep_their_windows import FlightsKeepTheirWindows, launch_spans
from lifeboat.rules.vehicle_within_its_life import VehicleWithinItsLife
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import FOREVER, Moving, Places, Ship
from lifeboat.situation.situation import Situation

Candidates = Mapping[Event, list[int]]


@dataclass(frozen=True, slots=True)
class Cell:
    """Slots, first and last, that count as one choice for an event."""

    first: int
    last: int

    @property
    def is_gap(self) -> bool:
        """Whether it holds more than one slot."""
        return self.first != self.last


def cells(dates: Iterable[int], allowed: Iterable[Slots]) -> list[Cell]:
    """A cell for each given date, and one for the allowed slots between two of them.

    A gap of one slot is a single date like any other.
    """
    found, known = [], sorted(dates)
    for span in merged(allowed):
        inside = [date for date in known if date in span]
        edges = [span.first - 1, *inside, span.end]
        for before, after in itertools.pairwise(edges):
            if before + 1 <= after - 1:
                found.append(Cell(before + 1, after - 1))
            if after < span.end:
                found.append(Cell(after, after))
    return found


def merged(spans: Iterable[Slots]) -> list[Slots]:
    """The same slots, in order and without overlaps."""
    out: list[Slots] = []
    for span in sorted((it for it in spans if it), key=lambda it: it.first):
        if out and span.first <= out[-1].end:
            out[-1] = Slots(out[-1].first, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def joined(dates: Candidates, more: Mapping[Event, Iterable[int]]) -> dict[Event, list[int]]:
    """Candidate dates, with more of them for the same events."""
    return {event: sorted({*slots, *more.get(event, ())}) for event, slots in dates.items()}


def size_of(dates: Candidates) -> int:
    """The number of dates of all events."""
    return sum(map(len, dates.values()))


def undock_spans(situation: Situation, ship: Ship) -> list[Slots]:
    """The slots in which a vehicle may undock: after it has docked, within window and life."""
    docks = (
        [ship.docked]
        if ship.docked is not None
        else [
            slot + way.flight
            for way in ship.ways
            for span in launch_spans(situation, ship, way)
            for slot in (span.first, span.end - 1)
        ]
    )
    if not docks:
        return []
    first, end = max(0, min(docks) + 1), situation.end
    if VehicleWithinItsLife().is_strict(situation) and not _may_be_unusable(ship):
        end = min(end, _past_life(situation, ship))
    spans = [Slots(first, end)] if first < end else []
    is_strict = FlightsKeepTheirWindows().is_strict(situation)
    return left_of(spans, no_undocking(situation, ship)) if is_strict else spans


def move_spans(situation: Situation, ship: Ship, moving: Moving) -> list[Slots]:
    """The slots in which a vehicle may be moved to another port."""
    docks = [
        span.first + way.flight
        for way in ship.ways
        for span in launch_spans(situation, ship, way)
        if span
    ]
    if ship.docked is not None:
        docks = [ship.docked]
    first = max(0, min(docks, default=situation.end) + moving.apart)
    spans = (Slots(max(first, it.first), min(situation.end, it.end)) for it in moving.spans)
    return [span for span in spans if span]


def _past_life(situation: Situation, ship: Ship) -> int:
    """The first slot in which no undocking is within the life, however late the launch."""
    launches = (
        [ship.launched]
        if ship.launched is not None
        else [
            span.end - 1 for way in ship.ways for span in launch_spans(situation, ship, way) if span
        ]
    )
    over = max(0, max(launches, default=0) + min(ship.life_most, FOREVER))
    return over - ship.flight_down + 1 if over < situation.end else situation.end


def leaves_freely(situation: Situation, ship: Ship) -> bool:
    """Whether a vehicle gains nothing by staying and hinders nothing by leaving at once.

    The model then needs no date for its undocking: once it is ready, leaving only frees a port.
    The date nearest to its plan is found once everything else is fixed (`naming.ports`).
    """
    relieved = {other for it in situation.ships.values() for other, _, _ in it.relieves}
    pins = situation.scenario.pins.values()
    pinned = {it.vehicle for it in pins if it.undock is not None or it.stays is not None}
    pinned |= {pin.liner for pin in pins}
    return (
        ship.seats == 0
        and not any(_counts(spell.places) for spell in ship.spells)
        and not any(way.crew for way in ship.ways)
        and ship.name not in relieved | pinned
        and not ship.relocations
        and ship.moving is None
        and not _may_be_unusable(ship)
        and not _requires_people(situation)
        and all(bar.end <= ship.ready_to_leave for bar, _ in no_undocking(situation, ship))
        and FlightsKeepTheirWindows().is_strict(situation)
    )


def _counts(places: Places) -> bool:
    return bool(places.nominal or places.improvised or places.damaged)


def _may_be_unusable(ship: Ship) -> bool:
    return any(spell.state == "unusable" for spell in ship.spells)


def _requires_people(situation: Situation) -> bool:
    """Whether a vehicle requires people aboard merely because it is docked and could leave."""
    skills = situation.scenario.station.skills.values()
    return any(skill.after_departure > skill.least for skill in skills)


def collect(situation: Situation) -> Dates:
    """Every event, with all dates that rules and goals can make decisive."""
    dates = Dates(situation.end)
    for ship in situation.ships.values():
        docks = [
            Slots(span.first + way.flight, span.end + way.flight)
            for way in ship.ways
            for span in launch_spans(situation, ship, way)
        ]
        dates.event(Event(ship.name, "dock"), docks)
        if ship.moving is not None:
            dates.event(Event(ship.name, "move"), move_spans(situation, ship, ship.moving))
        if not leaves_freely(situation, ship):
            spans = undock_spans(situation, ship)
            late = _past_life(situation, ship) if spans else situation.end
            dates.event(Event(ship.name, "undock"), spans, late)
        if ship.leaves_within is not None:
            dates.anchor(Event(ship.name, "undock"), *ship.leaves_within.edges)
    for rule in RULES:
        rule.dates(situation, dates)
    for goal in GOALS:
        goal.dates(situation, dates)
    return dates


def at_or_before(marks: list[int], slot: int) -> int:
    """The index of the last mark at or before a slot; -1 if there is none."""
    return bisect_right(marks, slot) - 1
