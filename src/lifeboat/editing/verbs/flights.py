"""Edits of launches: later, sooner, or not on some days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from lifeboat.days import Window, read_moment, read_span
from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.ends import later
from lifeboat.editing.said import Said
from lifeboat.editing.verbs.under_way import docks_later, is_under_way
from lifeboat.editing.verbs.verb import Verb
from lifeboat.editing.windows import not_before, opened_sooner, opening, without
from lifeboat.files.nearest import did_you_mean
from lifeboat.files.yaml.nodes import Node
from lifeboat.scenario.planned import Planned


class DelayVerb(Verb):
    name = "delay"
    sentence = (
        "Makes a launch possible, and planned, that much later: each mode is ready by that span "
        "after the first day it could have flown; its windows close as before, and a mode with "
        "none left is lost. Where it was to leave before that, it leaves as much later. A vehicle "
        "on its way docks that much later. A path in place of a vehicle moves a date, a window, or "
        "one end of a window (`PATH.end`). A number without a unit counts days."
    )
    form = "VEHICLE=SPAN"

    def spelt_out(self, value: Node) -> Node:
        """A bare number counts days."""
        return _in_days(value)

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        by = _span_of(said)
        if (moved := _of_path(draft, said, by)) is not None:
            yield from moved
            return
        if is_under_way(draft, said.about):
            yield from docks_later(draft, said, by)
            return
        yield from _planned_later(draft, said, by)
        for mode, windows in _windows_by_mode(draft, said).items():
            ready = max(opening(windows, _as_of(draft)), _ready(draft, said, mode)) + by
            yield _with_windows(said, mode, list(not_before(windows, ready)))


class AdvanceVerb(Verb):
    name = "advance"
    sentence = (
        "Makes a launch possible, and planned, that much sooner: the first window of each mode "
        "opens by that span before. A vehicle on its way docks that much sooner. A path in place "
        "of a vehicle as for delay."
    )
    form = "VEHICLE=SPAN"

    def spelt_out(self, value: Node) -> Node:
        """A bare number counts days."""
        return _in_days(value)

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        by = _span_of(said)
        if (moved := _of_path(draft, said, -by)) is not None:
            yield from moved
            return
        if is_under_way(draft, said.about):
            yield from docks_later(draft, said, -by)
            return
        yield from _planned_later(draft, said, -by)
        for mode, windows in _windows_by_mode(draft, said).items():
            if windows:
                yield _with_windows(said, mode, opened_sooner(windows, by, _as_of(draft)))


class UnavailableVerb(Verb):
    name = "unavailable"
    sentence = "Lets a vehicle not be launched for a while: its windows lose those days."
    form = "VEHICLE=WINDOW"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        closed = Window.read(said.given().value)
        if is_under_way(draft, said.about):
            hint = "delay lets it dock later, drop leaves it out with whom it carries"
            said.wrong("under-way", f"'{said.about}' is on its way, launched already", hint)
        left = {
            mode: list(without(windows, closed))
            for mode, windows in _windows_by_mode(draft, said).items()
        }
        modes = _windows_by_mode(draft, said)
        for mode, windows in left.items():
            if windows != modes[mode]:
                yield _with_windows(said, mode, windows)


def _of_path(draft: Draft, said: Said, by: timedelta) -> Iterator[Change] | None:
    """The change of what a path leads to, where an edit gives one in place of a vehicle."""
    is_path = said.about not in draft.names("vehicles") and "." in said.about
    return later(draft, said, by) if is_path else None


def to_be_launched(draft: Draft, said: Said) -> None:
    """Refuse a vehicle that does not exist or is docked."""
    vehicles = draft.names("vehicles")
    if said.about not in vehicles:
        hint = did_you_mean(said.about, vehicles)
        said.wrong("unknown-vehicle", f"there is no vehicle '{said.about}'", hint)
    if not vehicles[said.about].get("modes") and not is_under_way(draft, said.about):
        hint = "damage says what has become of it, set its `leaves` or `undock` when it goes"
        said.wrong("docked-already", f"'{said.about}' is docked, not to be launched", hint)


def _windows_by_mode(draft: Draft, said: Said) -> dict[str, list[Window]]:
    """The launch windows of a vehicle that is to be launched, by mode."""
    to_be_launched(draft, said)
    modes = draft.names("vehicles", said.about, "modes")
    return {name: _read_windows(mode.get("windows")) for name, mode in modes.items()}


def _read_windows(windows: Any) -> list[Window]:
    return [Window.read(it) for it in (windows if isinstance(windows, list) else [windows])]


def _with_windows(said: Said, mode: str, windows: list[Window]) -> Change:
    """The change that gives a mode other windows; without any it is lost."""
    path = ("vehicles", said.about, "modes", mode)
    texts = [said.node(window.text) for window in windows]
    node = texts[0] if len(texts) == 1 else said.node([]).holding(dict(enumerate(texts)))
    return Change((*path, "windows"), node)


def _planned_later(draft: Draft, said: Said, by: timedelta) -> Iterator[Change]:
    to_be_launched(draft, said)
    planned, leaves = (draft.value("vehicles", said.about, key) for key in ("planned", "leaves"))
    if planned is None:
        return
    launch = Planned.read(planned).later(by)
    yield Change(("vehicles", said.about, "planned"), said.node(launch.text))
    if leaves is not None and _is_too_soon(Planned.read(leaves), launch):
        later = Planned.read(leaves).later(by)
        yield Change(("vehicles", said.about, "leaves"), said.node(later.text))


def _is_too_soon(leaves: Planned, launch: Planned) -> bool:
    if leaves.opens is None or launch.opens is None:
        return False
    return leaves.opens <= launch.opens


def _ready(draft: Draft, said: Said, mode: str) -> datetime:
    """The first instant at which a mode can be launched, after its gate and its lead time."""
    path = ("vehicles", said.about, "modes", mode)
    lead = read_span(draft.value(*path, "lead") or "0d")
    expected = draft.value("investigations", draft.value(*path, "gate") or "", "expected")
    return max(_as_of(draft), read_moment(expected) if expected else _as_of(draft)) + lead


def _as_of(draft: Draft) -> datetime:
    return read_moment(draft.value("as_of"))


def _in_days(value: Node) -> Node:
    is_number = type(value.value) in (int, float)
    return value._replace(value=f"{value.value}d") if is_number else value


def _span_of(said: Said) -> timedelta:
    return read_span(said.given().value)
