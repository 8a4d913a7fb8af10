"""Edits of vehicles that are on their way: they dock later, or sooner, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from lifeboat.days import Window, read_moment, read_span, say_instant, say_span
from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said
from lifeboat.scenario.in_flight import was_made
from lifeboat.scenario.planned import Planned


def mode_launched(draft: Draft, name: str) -> str | None:
    """The mode in which the plan of record launched a vehicle before `as_of`, if it did."""
    told, as_of = draft.names("vehicles", name), read_moment(draft.value("as_of"))
    modes = draft.names("vehicles", name, "modes")
    mode = str(told.get("planned_mode") or next(iter(modes), ""))
    if mode not in modes or told.get("planned") is None or told.get("docked") is not None:
        return None
    planned = Planned.read(told["planned"])
    windows = _windows(modes[mode].get("windows"))
    return mode if any(was_made(planned, window, as_of) for window in windows) else None


def is_said_to_dock(draft: Draft, name: str) -> bool:
    """Whether a vehicle is written as launched before `as_of` and docked after it."""
    told, as_of = draft.names("vehicles", name), read_moment(draft.value("as_of"))
    if told.get("modes") or told.get("launched") is None or told.get("docked") is None:
        return False
    return read_moment(told["launched"]) < as_of < read_moment(told["docked"])


def is_under_way(draft: Draft, name: str) -> bool:
    """Whether a vehicle was launched before `as_of` and docks after it."""
    return is_said_to_dock(draft, name) or mode_launched(draft, name) is not None


def docks_later(draft: Draft, said: Said, by: timedelta) -> Iterator[Change]:
    """The change that lets a vehicle on its way dock that much later; none for any other."""
    here = ("vehicles", said.about)
    if is_said_to_dock(draft, said.about):
        docks = read_moment(draft.value(*here, "docked")) + by
        yield Change((*here, "docked"), said.node(say_instant(docks)))
    elif (mode := mode_launched(draft, said.about)) is not None:
        own = draft.value(*here, "modes", mode, "flight_up")
        usual = draft.value("vehicle_types", draft.type_of(said.about) or "", "flight_up")
        flight = read_span(usual if own is None else own) + by
        yield Change((*here, "modes", mode, "flight_up"), said.node(say_span(flight)))


def _windows(windows: Any) -> list[Window]:
    return [Window.read(it) for it in (windows if isinstance(windows, list) else [windows])]
