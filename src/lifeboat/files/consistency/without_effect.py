"""What is stated and changes nothing: shut after the horizon, overruled, or past already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from operator import itemgetter

from lifeboat.days import Window, say_instant
from lifeboat.errors import Remark
from lifeboat.files.consistency.view import View
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.vehicles import Condition


def shut_beyond(view: View) -> Iterator[Remark]:
    """Closures, outages and groundings that begin after the horizon."""
    for path, window in _times_shut(view):
        if is_beyond(view, window):
            message = f"'{path[-2]}' begins after the horizon, {view.scenario.horizon}"
            yield view.told("beyond-horizon", path, f"{message}: it stops nothing within it")


def _times_shut(view: View) -> Iterator[tuple[Path, Window]]:
    scenario = view.scenario
    for key, places in (("ports", scenario.ports), ("landing_sites", scenario.landing_sites)):
        for name, place in places.items():
            for each, closure in place.closures.items():
                yield (key, name, "closures", each, "during"), closure.during
    for name, pad in scenario.pads.items():
        for each, outage in pad.outages.items():
            yield ("pads", name, "outages", each, "during"), outage.during
    for name, grounding in scenario.groundings.items():
        yield ("groundings", name, "during"), grounding.during


def conditions_never(view: View) -> Iterator[Remark]:
    """Conditions that hold at no time within the horizon."""
    for name, vehicle in view.scenario.vehicles.items():
        path = ("vehicles", name, "conditions")
        starts = {day: _counts_from(view, day, it) for day, it in vehicle.conditions.items()}
        for here, day, condition in view.dated(path, vehicle.conditions):
            is_edit = view.source.place(here).file.startswith("--")
            why = _why_never(view, day, starts, is_edit=is_edit)
            if why is not None:
                said = f"that '{name}' is {condition.state} from {say_instant(day)} changes nothing"
                yield view.told("without-effect", here, f"{said}: {why}", key=True)


def _counts_from(view: View, day: datetime, condition: Condition) -> datetime:
    board = view.scenario.investigations.get(condition.gate or "")
    return day if board is None else max(day, board.expected)


def _why_never(
    view: View, day: datetime, starts: Mapping[datetime, datetime], *, is_edit: bool
) -> str | None:
    """Why a condition never holds; of what was over before `as_of`, only if it is an edit."""
    as_of, end, start = view.scenario.as_of, view.scenario.horizon.closes, starts[day]
    if end is not None and start >= end:
        return f"it counts from a time after the horizon, {view.scenario.horizon}"
    by = max(start, as_of) if is_edit else start
    later = min((it for it in starts if it > day and starts[it] <= by), default=None)
    return None if later is None else f"the one from {say_instant(later)} holds by then"


def past_moves(view: View) -> Iterator[Remark]:
    """Stated moves before `as_of` that a vehicle's port is not the end of."""
    as_of = view.scenario.as_of
    for name, vehicle in view.scenario.vehicles.items():
        dated = view.dated(("vehicles", name, "relocations"), vehicle.relocations)
        past = [it for it in dated if it[1] < as_of]
        if not past:
            continue
        here, day, to = max(past, key=itemgetter(1))
        is_docked = vehicle.docked is not None
        if is_docked and to == vehicle.port:
            continue
        where = f"is docked at '{vehicle.port}'" if is_docked else "is not docked"
        message = f"'{name}' {where} at `as_of`; its move to '{to}' of {say_instant(day)} counts"
        hint = f"write `port: {to}` if it has been moved" if is_docked else None
        yield view.told("without-effect", here, f"{message} for nothing", hint, key=True)


def is_beyond(view: View, window: Window) -> bool:
    """Whether a window opens only after the horizon."""
    closes: datetime | None = view.scenario.horizon.closes
    return closes is not None and window.opens is not None and window.opens >= closes
