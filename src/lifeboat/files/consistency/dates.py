"""Dates and windows that are impossible or of no use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from lifeboat.days import Window, say_instant
from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.vehicles import Mode

MOST_YEARS = 60
LONGEST = timedelta(days=365.25 * MOST_YEARS)
_ALWAYS = datetime.min.replace(tzinfo=UTC)
_NEVER = datetime.max.replace(tzinfo=UTC)


def wrong_dates(view: View) -> Iterator[Mistake]:
    """Horizons that are open, past or too long, windows of no use, dates given twice."""
    yield from _horizon(view)
    for path, _, mode in view.modes():
        yield from _overlaps(view, path, mode)
    for name, vehicle in view.scenario.vehicles.items():
        yield from _date_twice(view, ("vehicles", name, "conditions"), vehicle.conditions)
        yield from _date_twice(view, ("vehicles", name, "relocations"), vehicle.relocations)


def _horizon(view: View) -> Iterator[Mistake]:
    window, as_of = view.scenario.horizon, view.scenario.as_of
    path: Path = ("horizon",)
    if window.closes is None:
        hint = "say up to when everything must hold, as in ..2023-10-31"
        yield view.wrong("horizon-open", path, "the horizon does not close", hint)
    elif window.closes <= as_of:
        message = f"the horizon closes before it begins: `as_of` is {say_instant(as_of)}"
        yield view.wrong("horizon-past", path, message)
    elif window.closes - as_of > LONGEST:
        message = f"the horizon is longer than {MOST_YEARS} years"
        yield view.wrong("horizon-long", path, message)
    if window.opens is not None and window.opens.date() != as_of.date():
        message = f"the horizon begins at `as_of`, {say_instant(as_of)}, not on another day"
        yield view.wrong(
            "horizon-opens", path, message, "leave out what stands before the two dots"
        )


def _windows_of(mode: Mode) -> list[Window]:
    return mode.windows if isinstance(mode.windows, list) else [mode.windows]


def _overlaps(view: View, path: Path, mode: Mode) -> Iterator[Mistake]:
    numbered = enumerate(_windows_of(mode))
    ordered = sorted(numbered, key=lambda pair: (pair[1].opens or _ALWAYS, pair[0]))
    latest: Window | None = None
    for number, window in ordered:
        if latest and (window.opens or _ALWAYS) < (latest.closes or _NEVER):
            message = f"this window overlaps another of the same mode, {latest}"
            yield view.wrong("windows-overlap", (*path, "windows", number), message)
        if not latest or (window.closes or _NEVER) > (latest.closes or _NEVER):
            latest = window


def _date_twice(view: View, path: Path, parts: Mapping[datetime, object]) -> Iterator[Mistake]:
    seen: dict[datetime, Path] = {}
    for here, date, _ in view.dated(path, parts):
        if date in seen:
            message = f"{here[-1]} is the same instant as {seen[date][-1]} above"
            yield view.wrong("date-twice", here, message, key=True)
        seen.setdefault(date, here)
