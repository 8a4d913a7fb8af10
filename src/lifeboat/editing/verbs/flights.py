"""Edits of launches: later, sooner, not in some days, not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from lifeboat.days import Window, read_moment, read_span, say_instant
from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said
from lifeboat.editing.verbs.verb import Verb
from lifeboat.editing.windows import not_before, opened_sooner, opening, without
from lifeboat.files.nearest import did_you_mean


class Delay(Verb):
    name = "delay"
    sentence = (
        "Makes a launch possible, and planned, that much later: each mode is ready by that span "
        "after the first day it could have flown; its windows close as before. Where it was to "
        "leave before that, it leaves as much later."
    )
    form = "VEHICLE=SPAN"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        by = _span(said)
        yield from _planned(draft, said, by)
        for mode, windows in _modes(draft, said).items():
            ready = max(opening(windows, _as_of(draft)), _ready(draft, said, mode)) + by
            left = list(not_before(windows, ready))
            if not left:
                _refuse_so_late(said, mode, windows, ready)
            yield _windows(said, mode, left)


class Advance(Verb):
    name = "advance"
    sentence = (
        "Makes a launch possible, and planned, that much sooner: the first window of each mode "
        "opens by that span before."
    )
    form = "VEHICLE=SPAN"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        by = _span(said)
        yield from _planned(draft, said, -by)
        for mode, windows in _modes(draft, said).items():
            yield _windows(said, mode, opened_sooner(windows, by, _as_of(draft)))


class Unavailable(Verb):
    name = "unavailable"
    sentence = "Lets a vehicle not be launched for a while: its windows lose those days."
    form = "VEHICLE=WINDOW"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        closed = Window.read(said.given().value)
        left = {
            mode: list(without(windows, closed)) for mode, windows in _modes(draft, said).items()
        }
        if not any(left.values()):
            message = f"{said.about} has no launch window left outside {closed}"
            said.wrong_value("no-window", message, "leave it out with drop")
        modes = _modes(draft, said)
        for mode, windows in left.items():
            if windows != modes[mode]:
                yield _windows(said, mode, windows)


class Drop(Verb):
    name = "drop"
    sentence = (
        "Leaves out a vehicle that is to be launched, those who can come on nothing else, and "
        "what the plan of record, reliefs and pins say about it."
    )
    form = "VEHICLE"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        name = said.about
        _to_be_launched(draft, said)
        yield Change(("vehicles", name), None)
        stranded = list(_only_by(draft, name))
        yield from (Change(("people", person), None) for person in stranded)
        for person, told in draft.names("people").items():
            for key in ("up", "home"):
                if person not in stranded and told.get(key) == name:
                    yield Change(("people", person, key), None)
        yield from _mentions(draft, name, stranded)


def _mentions(draft: Draft, name: str, stranded: list[str]) -> Iterator[Change]:
    for other, told in draft.names("vehicles").items():
        if other != name and name in (told.get("relieves") or {}):
            yield Change(("vehicles", other, "relieves", name), None)
    for pin, told in draft.names("pins").items():
        about = {told.get(key) for key in ("vehicle", "up", "home", "seat", "person")}
        if about & {name, *stranded}:
            yield Change(("pins", pin), None)


def _only_by(draft: Draft, name: str) -> Iterator[str]:
    """Those not aboard who can come up on that vehicle only."""
    crews = {
        vehicle: {who: None for mode in (told.get("modes") or {}).values() for who in _crew(mode)}
        for vehicle, told in draft.names("vehicles").items()
    }
    others = {who for vehicle, crew in crews.items() if vehicle != name for who in crew}
    people = draft.names("people")
    for who in crews[name]:
        if who not in others and who in people and people[who].get("seat") is None:
            yield who


def _crew(mode: Any) -> list[str]:
    return mode.get("crew") or [] if isinstance(mode, dict) else []


def _to_be_launched(draft: Draft, said: Said) -> None:
    vehicles = draft.names("vehicles")
    if said.about not in vehicles:
        hint = did_you_mean(said.about, vehicles)
        said.wrong("unknown-vehicle", f"there is no vehicle '{said.about}'", hint)
    if not vehicles[said.about].get("modes"):
        hint = "damage says what has become of it, set its `leaves` or `undock` when it goes"
        said.wrong("docked-already", f"'{said.about}' is docked, not to be launched", hint)


def _modes(draft: Draft, said: Said) -> dict[str, list[Window]]:
    """The launch windows of a vehicle that is to be launched, by mode."""
    _to_be_launched(draft, said)
    modes = draft.names("vehicles", said.about, "modes")
    return {name: _read(mode.get("windows")) for name, mode in modes.items()}


def _read(windows: Any) -> list[Window]:
    return [Window.read(it) for it in (windows if isinstance(windows, list) else [windows])]


def _windows(said: Said, mode: str, windows: list[Window]) -> Change:
    """A mode with other windows; without any it is no way to fly any more."""
    path = ("vehicles", said.about, "modes", mode)
    if not windows:
        return Change(path, None)
    texts = [said.node(window.text) for window in windows]
    node = texts[0] if len(texts) == 1 else said.node([]).holding(dict(enumerate(texts)))
    return Change((*path, "windows"), node)


def _planned(draft: Draft, said: Said, by: timedelta) -> Iterator[Change]:
    _to_be_launched(draft, said)
    planned, leaves = (draft.value("vehicles", said.about, key) for key in ("planned", "leaves"))
    if planned is None:
        return
    launch = read_moment(planned) + by
    yield Change(("vehicles", said.about, "planned"), said.node(say_instant(launch)))
    if leaves is not None and read_moment(leaves) <= launch:
        later = say_instant(read_moment(leaves) + by)
        yield Change(("vehicles", said.about, "leaves"), said.node(later))


def _ready(draft: Draft, said: Said, mode: str) -> datetime:
    """When a mode could be launched after its lead time."""
    path = ("vehicles", said.about, "modes", mode)
    lead = read_span(draft.value(*path, "lead") or "0d")
    expected = draft.value("investigations", draft.value(*path, "gate") or "", "expected")
    return max(_as_of(draft), read_moment(expected) if expected else _as_of(draft)) + lead


def _refuse_so_late(said: Said, mode: str, windows: list[Window], ready: datetime) -> None:
    closes = max((it.closes for it in windows if it.closes), default=ready)
    last = Window.between(None, closes).text.removeprefix("..")
    message = (
        f"{said.about} has no launch window left in mode {mode}: "
        f"it is ready {say_instant(ready)}, the last one ends {last}"
    )
    hint = "give it later windows with set, or leave it out with drop"
    said.wrong_value("no-window", message, hint)


def _as_of(draft: Draft) -> datetime:
    return read_moment(draft.value("as_of"))


def _span(said: Said) -> timedelta:
    return read_span(said.given().value)
