"""When a vehicle may not be launched or may not undock, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import FOREVER, Ship, Way
from lifeboat.situation.situation import ALWAYS, Situation

Bar = tuple[Slots, str]


def no_launch(situation: Situation, ship: Ship, way: Way) -> list[Bar]:
    """When a vehicle may not be launched in a mode, and why; nothing undoes a launch."""
    if ship.is_on_its_way:
        return []
    scenario, clock = situation.scenario, situation.clock
    start = clock.say(way.earliest)
    bars = [(Slots(-FOREVER, way.earliest), f"cannot be ready before {start}")]
    bars += [
        (gap, f"has no launch window then in mode {way.name}") for gap in _time_outside(way.windows)
    ]
    for grounding, name in ((it, key) for key, it in scenario.groundings.items()):
        if ship.family in grounding.families:
            bars.append((clock.slots(grounding.during), f"is grounded ({name})"))
    if ship.pad is not None:
        for name, outage in scenario.pads[ship.pad].outages.items():
            bars.append((clock.slots(outage.during), f"finds {ship.pad} out of use ({name})"))
    return bars


def no_undocking(
    situation: Situation, ship: Ship, down: tuple[int, int] | None = None
) -> list[Bar]:
    """When a vehicle may not undock, and why.

    Args:
        situation: the situation.
        ship: the vehicle.
        down: the fewest and the most slots of its flight down, if more is known than its type says.
    """
    clock, ready = situation.clock, ship.ready_to_leave
    bars = [(gap, "undocks outside its window") for gap in _time_outside([ship.undock])]
    if ready > 0:
        takes = clock.say_days(ship.prepare)
        why = f"cannot leave before {clock.say(ready)}, as that takes {takes} to prepare"
        bars.append((Slots(-FOREVER, ready), why))
    down = (ship.flight_down, ship.flight_down_most) if down is None else down
    return [*bars, *_no_landing(situation, ship, down)]


def left_of(spans: list[Slots], bars: Iterable[Bar]) -> list[Slots]:
    """The parts of some spans outside all bars."""
    for bar, _ in bars:
        spans = [left for span in spans for left in span.without(bar)]
    return spans


def _no_landing(situation: Situation, ship: Ship, down: tuple[int, int]) -> Iterator[Bar]:
    """The undocking slots from which no site is open in any slot in which it can land."""
    sites = situation.scenario.landing_sites.items()
    own = [name for name, it in sites if it.types is None or ship.type in it.types]
    closed = [list(_closures_of_site(situation, ship, name)) for name in own]
    if closed:
        land_at = [span for bars in closed for span in left_of([ALWAYS], bars)]
        open_at = [span.later(-flown) for flown in range(down[0], down[1] + 1) for span in land_at]
        for gap in _time_outside(open_at):
            lands = gap.first + down[0], gap.end + down[1]
            why = [said for bars in closed for bar, said in bars if bar.meets(*lands)]
            yield gap, f"would have no place to land: {', '.join(why)}"


def _closures_of_site(situation: Situation, ship: Ship, site: str) -> Iterator[Bar]:
    """When a landing site is closed for a vehicle."""
    for name, closure in situation.scenario.landing_sites[site].closures.items():
        if closure.types is None or ship.type in closure.types:
            yield situation.clock.slots(closure.during), f"{site} is closed ({name})"


def _time_outside(windows: Iterable[Slots]) -> list[Slots]:
    """All time outside some windows."""
    edge, bars = -FOREVER, []
    for window in sorted(windows, key=lambda it: it.first):
        if window.first > edge:
            bars.append(Slots(edge, window.first))
        edge = max(edge, window.end)
    return [bar for bar in (*bars, Slots(edge, FOREVER)) if bar]
