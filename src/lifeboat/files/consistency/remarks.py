"""What is allowed in a scenario and odd: it is told, not refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from lifeboat.days import Window, say_instant
from lifeboat.errors import MOST_MISTAKES, Remark
from lifeboat.files.consistency.quotes import curly_quotes
from lifeboat.files.consistency.view import View
from lifeboat.files.consistency.without_effect import (
    conditions_never,
    is_beyond,
    past_moves,
    shut_beyond,
)
from lifeboat.files.source import Source
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Mode, VehicleType


def remarks_on(
    source: Source, scenario: Scenario, known_types: Mapping[str, VehicleType]
) -> tuple[Remark, ...]:
    """What a planner would want to be told about a scenario without mistakes."""
    view = View(source, scenario, {**known_types, **scenario.vehicle_types}, (), ())
    checks = (
        _first_format,
        _lost_modes,
        shut_beyond,
        conditions_never,
        past_moves,
        _pins_beyond,
        _returns_beyond,
        _overdue,
        _idle_boards,
        curly_quotes,
    )
    found = (remark for check in checks for remark in check(view))
    return tuple(islice(found, MOST_MISTAKES))


def _first_format(view: View) -> Iterator[Remark]:
    """A file of the first format: what it leaves to be understood means something else since."""
    otherwise = "; ".join(_read_otherwise(view.scenario))
    if view.scenario.lifeboat == 1 and otherwise:
        message = f"this is of format 1, and read as format 2: {otherwise}"
        hint = "write `lifeboat: 2` once it says what you mean; CHANGELOG.md tells what changed"
        yield view.told("first-format", ("lifeboat",), message, hint)


def _read_otherwise(scenario: Scenario) -> Iterator[str]:
    if "goals" not in scenario.model_fields_set:
        yield (
            "without `goals`, unsafe rides home count with days without a place, and people on "
            "another vehicle before days moved"
        )
    if _OVERSTAYING not in scenario.rules and scenario.vehicles:
        yield (
            "without a rule for it, a vehicle may stay past its life, and its places are then "
            f"those of a damaged one, unless `rules` has `{_OVERSTAYING}: must`"
        )
    if any(it.conditions for it in scenario.vehicles.values()):
        yield "a condition holds in all of the slot in which it begins, also for who leaves in it"


_OVERSTAYING = "vehicle-within-its-life"


def _lost_modes(view: View) -> Iterator[Remark]:
    """Modes without any window in which they can be launched."""
    for path, name, mode in view.modes():
        why = _why_lost(view, mode)
        if why is not None and view.in_flight(name) is None:
            message = f"'{name}' cannot be launched in mode '{path[-1]}': {why}"
            yield view.told("mode-lost", (*path, "windows"), message)


def _why_lost(view: View, mode: Mode) -> str | None:
    windows = mode.windows if isinstance(mode.windows, list) else [mode.windows]
    as_of = view.scenario.as_of
    if not windows:
        return "it has no window left"
    if all(it.closes is not None and it.closes <= as_of for it in windows):
        return f"every window of it closes before `as_of`, {say_instant(as_of)}"
    if all(is_beyond(view, it) for it in windows):
        return f"every window of it opens after the horizon, {view.scenario.horizon}"
    return None


def _pins_beyond(view: View) -> Iterator[Remark]:
    """Pins for a time after the horizon: no more of them can be kept than that it is not sooner."""
    for name, pin in view.scenario.pins.items():
        for key, window in _windows_of_pin(pin):
            if is_beyond(view, window):
                message = f"pin '{name}' is about a time after the horizon, {view.scenario.horizon}"
                kept = _KEPT_IF_NEVER if pin.never else _KEPT
                yield view.told("beyond-horizon", ("pins", name, key), f"{message}: {kept[key]}")


_KEPT = {
    "launch": "it is kept if the launch is not sooner",
    "undock": "it is kept if the undocking is not sooner",
    "returns": "it is kept if the landing is not sooner",
    "during": "nothing within it can break it",
}


_KEPT_IF_NEVER = {key: said.replace("is not sooner", "is sooner") for key, said in _KEPT.items()}


def _windows_of_pin(pin: Pin) -> Iterator[tuple[str, Window]]:
    for key in _KEPT:
        window = getattr(pin, key)
        if window is not None:
            yield key, window


def _returns_beyond(view: View) -> Iterator[Remark]:
    """Earliest returns and undockings after the horizon."""
    for name, person in view.scenario.people.items():
        if person.return_window is not None and is_beyond(view, person.return_window):
            message = f"'{name}' may land only after the horizon, {view.scenario.horizon}"
            yield view.told("beyond-horizon", ("people", name, "return_window"), message)
    for name, vehicle in view.scenario.vehicles.items():
        if vehicle.undock is not None and is_beyond(view, vehicle.undock):
            message = f"'{name}' may undock only after the horizon, {view.scenario.horizon}"
            yield view.told("beyond-horizon", ("vehicles", name, "undock"), message)


def _overdue(view: View) -> Iterator[Remark]:
    """Vehicles and people still there after the date on which they were to leave."""
    for name, vehicle in view.vehicles(docked=True):
        if _is_over(view, vehicle.leaves):
            message = f"'{name}' was to leave {vehicle.leaves}, and is still docked at `as_of`"
            yield view.told("overdue", ("vehicles", name, "leaves"), message)
    for name, person in view.scenario.people.items():
        if person.is_aboard and _is_over(view, person.returns):
            message = f"'{name}' was to land {person.returns}, and is still aboard at `as_of`"
            yield view.told("overdue", ("people", name, "returns"), message)


def _is_over(view: View, planned: Planned | None) -> bool:
    return planned is not None and planned.is_before(view.scenario.as_of)


def _idle_boards(view: View) -> Iterator[Remark]:
    """Investigations that nothing waits for."""
    awaited = set(_gates(view))
    for name in view.scenario.investigations:
        if name not in awaited:
            message = f"nothing waits for investigation '{name}'"
            hint = f"what depends on it says `gate: {name}`"
            yield view.told("nothing-waits", ("investigations", name), message, hint, key=True)


def _gates(view: View) -> Iterator[str | None]:
    for _, _, mode in view.modes():
        yield mode.gate
    for vehicle in view.scenario.vehicles.values():
        yield from (condition.gate for condition in vehicle.conditions.values())
        yield vehicle.improvised.gate if vehicle.improvised else None
