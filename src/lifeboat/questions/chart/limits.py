"""What limits a plan in time: launch windows, and when something is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifeboat.answers.chart import Bar, Track
from lifeboat.plans.course import Course
from lifeboat.situation.clock import Clock, Slots
from lifeboat.situation.situation import Situation


def launch_windows(course: Course) -> Iterator[Track]:
    """The windows of every vehicle that is launched, in the mode it flies in."""
    clock = course.situation.clock
    for voyage in course.voyages.values():
        if voyage.way is None or voyage.ship.is_on_its_way:
            continue
        says = f"launch window of {voyage.ship.name} ({voyage.way.name})"
        bars = _within_horizon(clock, voyage.ship.name, says, voyage.way.windows)
        if bars:
            yield Track(name=voyage.ship.name, bars=bars)


def closed_times(situation: Situation) -> Iterator[Track]:
    """Closed ports and landing sites, pads that cannot launch, families on the ground."""
    scenario, clock = situation.scenario, situation.clock
    sorts = (
        ("port", {name: it.closures for name, it in scenario.ports.items()}),
        ("landing site", {name: it.closures for name, it in scenario.landing_sites.items()}),
        ("pad", {name: it.outages for name, it in scenario.pads.items()}),
    )
    for sort, places in sorts:
        for place, closures in places.items():
            bars: list[Bar] = []
            for name, closure in closures.items():
                says = f"{sort} {place} closed: {name}"
                bars += _within_horizon(clock, name, says, [clock.slots(closure.during)])
            if bars:
                yield Track(name=f"{sort} {place}", bars=tuple(bars))
    for name, grounding in scenario.groundings.items():
        bars = list(
            _within_horizon(clock, name, f"grounded: {name}", [clock.slots(grounding.during)])
        )
        if bars:
            yield Track(name=f"grounded {', '.join(grounding.families)}", bars=tuple(bars))


def _within_horizon(clock: Clock, of: str, says: str, spans: Iterable[Slots]) -> tuple[Bar, ...]:
    """A bar for each span that has a part within the horizon."""
    found = []
    for span in spans:
        first, end = max(0, span.first), min(clock.end, span.end)
        if first < end:
            found.append(
                Bar(
                    of=of,
                    first=clock.instant(first),
                    end=clock.instant(end),
                    goes_back=span.first < 0,
                    goes_on=span.end > clock.end,
                    says=f"{says}, {clock.say(first)} to {clock.say(end)}",
                )
            )
    return tuple(found)
