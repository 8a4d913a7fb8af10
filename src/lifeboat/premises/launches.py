"""Premises about launches: windows, leads, pads, groundings, and who has to fly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from lifeboat.answers.listing import listed
from lifeboat.days import Window, say_instant, say_span
from lifeboat.premises.premise import Gone, Keys, Premise
from lifeboat.premises.words import said_why, throughout, within
from lifeboat.rules.flights_keep_their_windows import FlightsKeepTheirWindows
from lifeboat.scenario.in_flight import flown_mode
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Mode, Vehicle, VehicleType
from lifeboat.situation.ways import planned_mode

LAUNCH_RULE = FlightsKeepTheirWindows.name
WITHIN_REACH = timedelta(days=30)
"""How much wider the launch windows of ships that a conflict is not about become where they are
let go: one that is planned for months later is no way out.
"""


def launch_premises(scenario: Scenario) -> Iterator[Premise]:
    """When vehicles may be launched, and which of them have to be."""
    for name, vehicle in on_the_ground(scenario):
        for key, mode in vehicle.modes.items():
            windows = mode.windows if isinstance(mode.windows, list) else [mode.windows]
            when = listed(map(within, windows), "or")
            launched = _is_launched(name, vehicle, key)
            said = (
                f"{launched} only {when}"
                if windows
                else f"{launched} at no time: no window is left"
            )
            keys = ("vehicles", name, "modes", key, "windows")
            wider = [_wider(window, scenario.as_of) for window in windows]
            given = _premise(keys, said, wider, _with_pad(name, vehicle), is_given=True)
            yield replace(given, freely=((keys, _any_time(windows, scenario.as_of)),))
    for name, vehicle in on_the_ground(scenario):
        if not vehicle.may_cancel:
            has_to = ("vehicles", name, "may_cancel")
            said = f"{name} has to fly, as it may not be cancelled"
            yield _premise(has_to, said, True, _with_pad(name, vehicle), is_given=True)
    for name, vehicle in on_the_ground(scenario):
        for key, mode in vehicle.modes.items():
            yield from _after_others(name, vehicle, key, mode)
            yield from _lead(name, vehicle, key)


def launch_events(scenario: Scenario, types: Mapping[str, VehicleType]) -> Iterator[Premise]:
    """What keeps pads, families of vehicles and landing sites from being used, and until when."""
    for name, pad in scenario.pads.items():
        if pad.gap:
            said = f"{name} needs {say_span(pad.gap)} from one launch to the next"
            yield _premise(("pads", name, "gap"), said, timedelta(0), {name})
        for key, gap in pad.gaps.items():
            if not gap.gap:
                continue
            pair = f"from {listed(gap.before, 'or')} to {listed(gap.after, 'or')}"
            said = f"{name} needs {say_span(gap.gap)} {pair}"
            keys = ("pads", name, "gaps", key)
            yield _premise(keys, said, gap.model_copy(update={"gap": timedelta(0)}), {name})
    for name, study in scenario.investigations.items():
        if study.expected > scenario.as_of:
            said = (
                f"{name} has no outcome before {say_instant(study.expected)}{said_why(study.why)}"
            )
            gates = list(_kept_waiting(scenario, name))
            if gates:
                changes, about = tuple((it, None) for it in gates), {it[1] for it in gates}
                yield _premise_of(("investigations", name), said, changes, about, always=True)
    for name, site in scenario.landing_sites.items():
        for key, closure in site.closures.items():
            said = f"{name} is closed {throughout(closure.during)}{said_why(closure.why)}"
            about = {it for it, own in scenario.vehicles.items() if own.type in (site.types or ())}
            yield _premise(("landing_sites", name, "closures", key), said, Gone, {name, *about})
    for name, pad in scenario.pads.items():
        for key, outage in pad.outages.items():
            said = (
                f"nothing is launched from {name} {throughout(outage.during)}{said_why(outage.why)}"
            )
            yield _premise(("pads", name, "outages", key), said, Gone, {name})
    for name, grounding in scenario.groundings.items():
        said = f"{listed(grounding.families)} is grounded {throughout(grounding.during)}"
        said += said_why(grounding.why)
        ships = scenario.vehicles.items()
        grounded = (it for it, own in ships if types[own.type].family in grounding.families)
        yield _premise(("groundings", name), said, Gone, grounded)


def _premise(
    keys: Keys,
    says: str,
    value: object,
    about: Iterable[str],
    is_given: bool = False,
    always: bool = False,
) -> Premise:
    return _premise_of(keys, says, ((keys, value),), about, is_given, always)


def _premise_of(
    keys: Keys,
    says: str,
    changes: tuple[tuple[Keys, object], ...],
    about: Iterable[str],
    is_given: bool = False,
    always: bool = False,
) -> Premise:
    names = frozenset(about)
    return Premise(LAUNCH_RULE, keys, says, changes, about=names, is_given=is_given, always=always)


def _any_time(windows: list[Window], as_of: datetime) -> Window:
    """Any time from now on, and as long ago as it was: what has been launched stays as it is."""
    opens = [it.opens for it in windows]
    first = None if None in opens else min([as_of, *(it for it in opens if it is not None)])
    return Window(None, None, "..") if first is None else Window.between(first, None)


def _wider(window: Window, as_of: datetime) -> Window:
    """A wider window; it begins no sooner than now, for what has been launched stays as it is."""
    opens, closes = window.opens, window.closes
    first = None if opens is None else min(opens, max(opens - WITHIN_REACH, as_of))
    return Window.between(first, None if closes is None else closes + WITHIN_REACH)


def _with_pad(name: str, vehicle: Vehicle) -> set[str]:
    return {name} if vehicle.pad is None else {name, vehicle.pad}


def _kept_waiting(scenario: Scenario, study: str) -> Iterator[Keys]:
    """What is better once an investigation is over; what is found to be worse then is no gain."""
    for name, it in scenario.vehicles.items():
        for key, mode in it.modes.items():
            if mode.gate == study:
                yield ("vehicles", name, "modes", key, "gate")
        for day, condition in it.conditions.items():
            if condition.gate == study and condition.state == "sound":
                yield ("vehicles", name, "conditions", day, "gate")
        if it.improvised is not None and it.improvised.gate == study:
            yield ("vehicles", name, "improvised", "gate")


def on_the_ground(scenario: Scenario) -> Iterator[tuple[str, Vehicle]]:
    """The vehicles that are still to be launched."""
    for name, vehicle in scenario.vehicles.items():
        has_flown = flown_mode(vehicle, scenario.as_of) is not None
        if vehicle.modes and not has_flown and not vehicle.is_docked(scenario.as_of):
            yield name, vehicle


def _is_launched(name: str, vehicle: Vehicle, mode: str) -> str:
    """`Heron is launched`, and in which mode where there are several."""
    return f"{name} is launched" + (f" in mode {mode}" if len(vehicle.modes) > 1 else "")


def _after_others(name: str, vehicle: Vehicle, key: str, mode: Mode) -> Iterator[Premise]:
    for other, span in mode.after.items():
        keys = ("vehicles", name, "modes", key, "after", other)
        said = f"{_is_launched(name, vehicle, key)} {say_span(span)} or more after {other}"
        yield _premise(keys, said, Gone, {name, other})


def _lead(name: str, vehicle: Vehicle, key: str) -> Iterator[Premise]:
    mode = vehicle.modes[key]
    if not mode.lead:
        return
    said = (
        f"{_is_launched(name, vehicle, key)} no sooner than {say_span(mode.lead)} after its order"
    )
    if planned_mode(vehicle) == key and vehicle.planned is not None:
        said += ", unless as planned or later"
    keys = ("vehicles", name, "modes", key, "lead")
    yield _premise(keys, said, timedelta(0), {name}, is_given=True)
