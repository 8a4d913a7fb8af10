"""Measures that move a date or a span: launches, leads, deadlines, limits, closures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from lifeboat.counted import counted
from lifeboat.days import DAY, Window, say_instant, say_span
from lifeboat.measures.measure import Changes, Measure
from lifeboat.measures.prices import price_of
from lifeboat.premises.launches import on_the_ground
from lifeboat.premises.premise import Gone, Keys
from lifeboat.scenario.part import Limit
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import VehicleType

REACH = 60
"""The most days by which anything gives way: beyond, the case is another one."""


def launch_measures(scenario: Scenario) -> Iterator[Measure]:
    """Launches sooner and later than their windows, sooner after their orders, or after others."""
    for name, vehicle in on_the_ground(scenario):
        for mode, it in vehicle.modes.items():
            keys: Keys = ("vehicles", name, "modes", mode)
            launched = f"{name} in mode {mode}" if len(vehicle.modes) > 1 else name
            yield from _window_measures(scenario, (*keys, "windows"), launched)
            yield from _spans(scenario, "lead", (*keys, "lead"), f"the lead of {launched}")
            for other in it.after:
                after = (*keys, "after", other)
                yield from _spans(scenario, "wait", after, f"the wait of {launched} for {other}")


def event_measures(scenario: Scenario) -> Iterator[Measure]:
    """Outcomes that come sooner, gaps and turn-rounds that are shorter, closures that are."""
    for name in scenario.investigations:
        yield from _outcome_sooner(scenario, name)
    for name, pad in scenario.pads.items():
        yield from _spans(scenario, "gap", ("pads", name, "gap"), f"the gap at {name}")
        for outage in pad.outages:
            yield from _closure(scenario, ("pads", name, "outages", outage), f"{name} ({outage})")
    turn = ("station", "turn_round")
    yield from _spans(scenario, "gap", turn, "the time between two vehicles at a port")
    for part, places in (("ports", scenario.ports), ("landing_sites", scenario.landing_sites)):
        for name, place in places.items():
            for closure in place.closures:
                keys: Keys = (part, name, "closures", closure)
                yield from _closure(scenario, keys, f"{name} ({closure})")
    for name in scenario.groundings:
        yield from _closure(scenario, ("groundings", name), name)


def limit_measures(scenario: Scenario, types: Mapping[str, VehicleType]) -> Iterator[Measure]:
    """Deadlines, limits on stays and lives, departures and handovers."""
    for name, person in scenario.people.items():
        if person.return_window is not None and person.return_window.closes is not None:
            keys: Keys = ("people", name, "return_window")
            yield _closes_later(scenario, "deadline", keys, f"{name} lands")
        if person.stay is not None:
            keys = ("people", name, "stay")
            yield _waived(scenario, "stay", keys, person.stay, f"the stay of {name}")
    for name, vehicle in scenario.vehicles.items():
        life = vehicle.life or types[vehicle.type].life
        if life is not None:
            keys = ("vehicles", name, "life")
            yield _waived(scenario, "life", keys, life, f"the life of {name}")
        if vehicle.undock is not None and vehicle.undock.closes is not None:
            yield _closes_later(scenario, "undock", ("vehicles", name, "undock"), f"{name} undocks")
        if vehicle.undock is not None and vehicle.undock.opens is not None:
            yield from _sooner(scenario, "undock", ("vehicles", name, "undock"), f"{name} undocks")
        for other in vehicle.relieves:
            keys = ("vehicles", name, "relieves", other, "overlap")
            yield from _spans(scenario, "overlap", keys, f"the overlap of {name} with {other}")


def days(span: timedelta) -> int:
    """Whole days, a part of one counting as one."""
    return -(-span // DAY)


def at(scenario: Scenario, keys: Keys) -> Any:
    """What a scenario says at some keys."""
    found: Any = scenario
    for key in keys:
        found = found[key] if isinstance(found, dict) else getattr(found, key)
    return found


def _measure(
    scenario: Scenario,
    kind: str,
    keys: Keys,
    most: int,
    value: Callable[[Scenario, int], object],
    says: Callable[[Scenario, int], str],
) -> Measure:
    def changes(now: Scenario, amount: int) -> Changes:
        return ((keys, value(now, amount)),)

    return Measure(kind, keys, min(most, REACH), price_of(scenario, kind), changes, says)


def _window_measures(scenario: Scenario, keys: Keys, launched: str) -> Iterator[Measure]:
    """The first window opens sooner, the last one closes later."""
    windows = _as_list(at(scenario, keys))
    opens = [it.opens for it in windows if it.opens is not None]
    if not windows:
        return
    if len(opens) == len(windows) and min(opens) > scenario.as_of:
        room = days(min(opens) - scenario.as_of)
        yield _measure(
            scenario,
            "launch-earlier",
            keys,
            room,
            lambda now, n: _first(now, keys, n),
            _sooner_says(keys, launched),
        )
    if all(it.closes is not None for it in windows):
        yield _measure(
            scenario,
            "launch-later",
            keys,
            REACH,
            lambda now, n: _last(now, keys, n),
            _later_says(keys, f"{launched} may be launched"),
        )


def _first(now: Scenario, keys: Keys, amount: int) -> list[Window]:
    windows = sorted(_as_list(at(now, keys)), key=lambda it: it.opens or now.as_of)
    first = windows[0]
    assert first.opens is not None
    opens = max(now.as_of, first.opens - amount * DAY)
    return [Window.between(opens, first.closes), *windows[1:]]


def _last(now: Scenario, keys: Keys, amount: int) -> list[Window]:
    windows = sorted(_as_list(at(now, keys)), key=lambda it: it.closes or now.as_of)
    last = windows[-1]
    assert last.closes is not None
    return [*windows[:-1], Window.between(last.opens, last.closes + amount * DAY)]


def _as_list(windows: list[Window] | Window) -> list[Window]:
    return windows if isinstance(windows, list) else [windows]


def _sooner_says(keys: Keys, launched: str) -> Callable[[Scenario, int], str]:
    def says(now: Scenario, amount: int) -> str:
        first = _first(now, keys, amount)[0].opens
        return f"{launched} may be launched {_days(amount)} sooner, from {_day(first)} on"

    return says


def _later_says(keys: Keys, does: str) -> Callable[[Scenario, int], str]:
    def says(now: Scenario, amount: int) -> str:
        windows = _as_list(at(now, keys))
        closes = max(it.closes for it in windows if it.closes is not None) + amount * DAY
        return f"{does} {_days(amount)} later, by {_day(closes - timedelta(seconds=1))}"

    return says


def _day(instant: datetime | None) -> str:
    return "now" if instant is None else instant.strftime("%Y-%m-%d")


def _days(amount: int) -> str:
    return counted(amount, "days")


def _spans(scenario: Scenario, kind: str, keys: Keys, what: str) -> Iterator[Measure]:
    """A span that becomes shorter."""
    span: timedelta = at(scenario, keys)

    def value(now: Scenario, amount: int) -> timedelta:
        span: timedelta = at(now, keys)
        return max(timedelta(0), span - amount * DAY)

    def says(now: Scenario, amount: int) -> str:
        return f"{what} is {_days(amount)} shorter, {say_span(value(now, amount))}"

    if span:
        yield _measure(scenario, kind, keys, days(span), value, says)


def _outcome_sooner(scenario: Scenario, name: str) -> Iterator[Measure]:
    """An investigation has its outcome sooner."""
    keys: Keys = ("investigations", name, "expected")

    def value(now: Scenario, amount: int) -> datetime:
        expected: datetime = at(now, keys)
        return max(now.as_of, expected - amount * DAY)

    def says(now: Scenario, amount: int) -> str:
        sooner = say_instant(value(now, amount))
        return f"{name} has its outcome {_days(amount)} sooner, on {sooner}"

    left = scenario.investigations[name].expected - scenario.as_of
    if left > timedelta(0) and not _makes_worse(scenario, name):
        yield _measure(scenario, "outcome", keys, days(left), value, says)


def _makes_worse(scenario: Scenario, study: str) -> bool:
    """Whether a vehicle is found to be good for less once an investigation is over."""
    conditions = (it for ship in scenario.vehicles.values() for it in ship.conditions.values())
    return any(it.gate == study and it.state != "sound" for it in conditions)


def _closure(scenario: Scenario, keys: Keys, what: str) -> Iterator[Measure]:
    """Something opens again sooner, or closes later."""
    horizon_end = scenario.horizon.closes

    def stretch(now: Scenario) -> tuple[datetime, datetime] | None:
        during: Window = at(now, (*keys, "during"))
        closes = during.closes or horizon_end
        opens = max(now.as_of, during.opens or now.as_of)
        return None if closes is None or closes <= opens else (opens, closes)

    def shorter(now: Scenario, amount: int, sooner: bool) -> Window | None:
        known = stretch(now)
        if known is None or known[0] + amount * DAY >= known[1]:
            return None
        opens, closes = known
        if sooner:
            return Window.between(opens, closes - amount * DAY)
        return Window.between(opens + amount * DAY, at(now, (*keys, "during")).closes)

    def changes(now: Scenario, amount: int, sooner: bool) -> Changes:
        window = shorter(now, amount, sooner)
        return ((keys, Gone),) if window is None else (((*keys, "during"), window),)

    def says(now: Scenario, amount: int, sooner: bool) -> str:
        window = shorter(now, amount, sooner)
        if window is None:
            return f"{what} is not closed"
        return f"{what} is closed {_days(amount)} less, {window.text}"

    known = stretch(scenario)
    if known is None:
        return
    for sooner in (True, False):
        yield Measure(
            "closure",
            keys,
            days(known[1] - known[0]),
            price_of(scenario, "closure"),
            lambda now, n, sooner=sooner: changes(now, n, sooner),  # type: ignore[misc]
            lambda now, n, sooner=sooner: says(now, n, sooner),  # type: ignore[misc]
        )


def _closes_later(scenario: Scenario, kind: str, keys: Keys, does: str) -> Measure:
    """A window that closes later."""

    def value(now: Scenario, amount: int) -> Window:
        window: Window = at(now, keys)
        closes = None if window.closes is None else window.closes + amount * DAY
        return Window.between(window.opens, closes)

    return _measure(scenario, kind, keys, REACH, value, _later_says(keys, f"{does} up to"))


def _sooner(scenario: Scenario, kind: str, keys: Keys, does: str) -> Iterator[Measure]:
    """A window that opens sooner."""

    def value(now: Scenario, amount: int) -> Window:
        window: Window = at(now, keys)
        assert window.opens is not None
        return Window.between(max(now.as_of, window.opens - amount * DAY), window.closes)

    def says(now: Scenario, amount: int) -> str:
        return f"{does} up to {_days(amount)} sooner, from {_day(value(now, amount).opens)} on"

    room = at(scenario, keys).opens - scenario.as_of
    if room > timedelta(0):
        yield _measure(scenario, kind, keys, days(room), value, says)


def _waived(scenario: Scenario, kind: str, keys: Keys, limit: Limit, what: str) -> Measure:
    """A limit that is waived further."""

    def value(now: Scenario, amount: int) -> Limit:
        return Limit(limit=limit.limit, waived_to=limit.most + amount * DAY)

    def says(now: Scenario, amount: int) -> str:
        longest = say_span(limit.most + amount * DAY)
        return f"{what} is waived {_days(amount)} further, to {longest}"

    return _measure(scenario, kind, keys, REACH, value, says)
