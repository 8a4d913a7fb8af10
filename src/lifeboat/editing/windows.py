"""Moving and cutting windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from lifeboat.days import Window
from lifeboat.scenario.in_flight import holds

DAWN = datetime(1, 1, 1, tzinfo=UTC)
DUSK = datetime(9999, 1, 1, tzinfo=UTC)


def not_before(windows: Iterable[Window], opens: datetime) -> Iterator[Window]:
    """What is left of windows from an instant on."""
    return without(windows, Window.between(None, opens))


def without(windows: Iterable[Window], closed: Window) -> Iterator[Window]:
    """What is left of windows outside another one."""
    for window in windows:
        opens, closes = window.opens or DAWN, window.closes or DUSK
        first, last = closed.opens or DAWN, closed.closes or DUSK
        if opens == closes and not _shuts_out(closed, opens):
            yield window
        if opens < min(first, closes):
            yield _between(opens, min(first, closes))
        if max(last, opens) < closes:
            yield _between(max(last, opens), closes)


def _shuts_out(closed: Window, instant: datetime) -> bool:
    return holds(closed, instant) or closed.opens == instant == closed.closes


def _between(opens: datetime, closes: datetime) -> Window:
    return Window.between(None if opens == DAWN else opens, None if closes == DUSK else closes)


def opening(windows: Iterable[Window], otherwise: datetime) -> datetime:
    """When the first of some windows opens; `otherwise` if one has no opening date."""
    return min((window.opens or otherwise for window in windows), default=otherwise)


def opened_sooner(windows: list[Window], by: timedelta, otherwise: datetime) -> list[Window]:
    """The windows, with the first of them opening that much sooner."""
    first = min(windows, key=lambda window: window.opens or otherwise)
    return [
        Window.between((it.opens or otherwise) - by, it.closes) if it is first else it
        for it in windows
    ]
