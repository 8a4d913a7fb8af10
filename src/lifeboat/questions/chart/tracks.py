"""Ports with the vehicles at them, people with the vehicles that hold their places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from lifeboat.answers.chart import Bar, Look, Track
from lifeboat.plans.course import Course, Stop, Voyage
from lifeboat.plans.ledger import Entry, Ledger
from lifeboat.situation.clock import Slots

NO_PORT = "no port"
STATION = "station"
_STATES: dict[str, Look] = {"sound": "nominal", "emergency-only": "damaged"}


def port_tracks(course: Course, record: Course) -> Iterator[Track]:
    """A track for each port that a vehicle is at, or was to be at, in the scenario's order."""
    bars: dict[str, list[Bar]] = {port: [] for port in [*course.situation.scenario.ports, NO_PORT]}
    planned: dict[str, list[Bar]] = {port: [] for port in bars}
    for voyage in course.voyages.values():
        for stop in voyage.stops:
            bars[stop.port or NO_PORT] += _at_port(course, voyage, stop)
    for name, voyage in record.voyages.items():
        mine = course.voyages.get(name)
        at = voyage.stops[0].port if mine is None else mine.stops[0].port
        if mine is None or (mine.dock, mine.undock) != (voyage.dock, voyage.undock):
            planned[at or NO_PORT] += _bar_within(course, name, _docked(record, voyage), "planned")
    for port in bars:
        if bars[port] or planned[port] or port != NO_PORT:
            yield Track(name=port, bars=_in_line(bars[port]), planned=_in_line(planned[port]))


def _in_line(bars: list[Bar]) -> tuple[Bar, ...]:
    return tuple(sorted(bars, key=lambda it: (it.first, it.end, it.of)))


def _docked(course: Course, voyage: Voyage) -> Slots:
    return Slots(voyage.dock, course.situation.end + 1 if voyage.undock is None else voyage.undock)


def _at_port(course: Course, voyage: Voyage, stop: Stop) -> Iterator[Bar]:
    """A vehicle at a port, cut where its places change in quality."""
    last = course.situation.end + (voyage.undock is None and stop is voyage.stops[-1])
    end = max(stop.end, last) if stop.end >= course.situation.end else stop.end
    edges = {spell.first for spell in voyage.ship.spells} | {voyage.ship.life_over(voyage.launch)}
    marks = [stop.first, *sorted(edge for edge in edges if stop.first < edge < end), end]
    for look, spans in groupby(pairwise(marks), lambda span: _look_of(voyage, span[0])):
        (first, until), *more = spans
        when = Slots(first, more[-1][1] if more else until)
        where = f"at {stop.port or NO_PORT}{_condition(look)}"
        yield from _bar_within(course, voyage.ship.name, when, where, look)


def _look_of(voyage: Voyage, slot: int) -> Look:
    """What its places are; a vehicle without seats is sound unless nobody may use it."""
    look = _STATES.get(voyage.ship.spell(slot).state, "none")
    return "damaged" if look == "nominal" and voyage.is_past_life(slot) else look


def _condition(look: Look) -> str:
    words = {"damaged": ", its places damaged", "none": ", without places"}
    return words.get(look, "")


def _bar_within(
    course: Course, of: str, when: Slots, says: str, look: Look = "nominal"
) -> Iterator[Bar]:
    """A bar for the part of some slots that is within the horizon, if there is one."""
    clock = course.situation.clock
    first, end = max(0, when.first), min(clock.end, when.end)
    if first < end:
        until = "the end" if when.end > clock.end else clock.say(when.end)
        yield Bar(
            of=of,
            first=clock.instant(first),
            end=clock.instant(end),
            goes_back=when.first < 0,
            goes_on=when.end > clock.end,
            look=look,
            says=f"{of} {says}, {clock.say(when.first)} to {until}",
        )


def crew_tracks(course: Course, record: Course, ledger: Ledger) -> Iterator[Track]:
    """A track for everybody who is aboard at some time."""
    for name, journey in course.journeys.items():
        entries = ledger.of_person(name)
        bars = [bar for entry in entries for bar in _held(course, entry, journey.end)]
        mine, planned = journey, record.journeys.get(name)
        shadow: tuple[Bar, ...] = ()
        if planned is not None and (planned.first, planned.end) != (mine.first, mine.end):
            way = planned.home.ship.name if planned.home else "aboard"
            span = Slots(planned.first, planned.end + (planned.home is None))
            shadow = tuple(_bar_within(course, way, span, "planned"))
        yield Track(name=name, bars=tuple(bars), planned=shadow)


def _held(course: Course, entry: Entry, leaves: int) -> Iterator[Bar]:
    """One place of a person; the last one of somebody who stays goes on beyond the horizon."""
    stays = entry.end == leaves == course.situation.end
    when = Slots(entry.first, entry.end + stays)
    place = {"none": "no place"}.get(entry.quality, f"{entry.quality} place")
    where = entry.ship or STATION
    says = f"holds the liner of {entry.person}: {place}"
    yield from _bar_within(course, where, when, says, entry.quality)
