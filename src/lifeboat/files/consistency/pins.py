"""Pins: about one vehicle or one person, with the keys that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.scenario.pins import Pin

_OF_VEHICLES = ("flies", "mode", "launch", "undock", "port", "stays")
_OF_PEOPLE = ("up", "home", "returns", "stays", "seat", "liner", "during")
_KEYS = tuple(dict.fromkeys((*_OF_VEHICLES, *_OF_PEOPLE)))
_OF_FLIGHTS = ("flies", "mode", "launch")
_NEVER = ("mode", "launch", "undock", "port", "up", "home", "returns", "liner")
_SAY_INSTEAD = {
    "flies": "say `flies: false`, or true",
    "stays": "say `stays: false`, or true",
    "seat": "say `liner`: where it is not, there is no place",
}
"""What to say in place of `never` with these keys."""


def wrong_pins(view: View) -> Iterator[Mistake]:
    """Pins that pin nothing, have keys of the wrong kind, or contradict the scenario."""
    for name, pin in view.scenario.pins.items():
        given = [key for key in _KEYS if getattr(pin, key) is not None]
        yield from _about_one_thing(view, name, pin, given)
        yield from _contradiction(view, name, pin, given)
        if pin.never:
            yield from _never(view, name, pin, [key for key in given if key != "during"])


def _about_one_thing(view: View, name: str, pin: Pin, given: list[str]) -> Iterator[Mistake]:
    here = ("pins", name)
    if (pin.vehicle is None) == (pin.person is None):
        found = "neither" if pin.vehicle is None else "both"
        message = f"pin '{name}' is about a vehicle or a person: it names {found}"
        yield view.wrong("pin-about", here, message, key=True)
        return
    about, others = ("vehicle", _OF_PEOPLE) if pin.vehicle else ("person", _OF_VEHICLES)
    for key in given:
        if key in others and key != "stays":
            message = f"`{key}` does not go with a pin about a {about}"
            yield view.wrong("pin-key", (*here, key), message, key=True)
    if not given:
        keys = ", ".join(_OF_VEHICLES if pin.vehicle else _OF_PEOPLE)
        hint = f"give one of {keys}"
        yield view.wrong("pin-empty", here, f"pin '{name}' pins nothing", hint, key=True)


def _contradiction(view: View, name: str, pin: Pin, given: list[str]) -> Iterator[Mistake]:
    here = ("pins", name)
    vehicle = view.scenario.vehicles.get(pin.vehicle or "")
    if vehicle and vehicle.is_docked(view.scenario.as_of):
        for key in [key for key in given if key in _OF_FLIGHTS]:
            message = f"`{key}` is for vehicles to be launched; '{pin.vehicle}' is docked"
            yield view.wrong("pin-docked", (*here, key), message, key=True)
    if pin.flies is False:
        for key in [key for key in given if key in _OF_VEHICLES[1:]]:
            message = f"`{key}` cannot hold for a vehicle that does not fly"
            yield view.wrong("pin-cancelled", (*here, key), message, key=True)
    person = view.scenario.people.get(pin.person or "")
    if person and person.is_aboard and pin.up:
        message = f"'{pin.person}' is aboard already"
        yield view.wrong("aboard-already", (*here, "up"), message)
    if pin.during and not pin.is_about_a_liner:
        message = "`during` says when a `seat` is held, or where a `liner` is; there is neither"
        yield view.wrong("without", (*here, "during"), message, key=True)


def _never(view: View, name: str, pin: Pin, given: list[str]) -> Iterator[Mistake]:
    """What does not go with `never`, which is about one choice."""
    here = ("pins", name, "never")
    for key in (key for key in given if key not in _NEVER):
        message = f"`never` does not go with `{key}`"
        yield view.wrong("pin-never", here, message, _SAY_INSTEAD[key], key=True)
    if len(given) > 1:
        keys = " and ".join(f"`{key}`" for key in given)
        hint = "make a pin of each"
        message = f"`never` goes with one choice; pin '{name}' has {keys}"
        yield view.wrong("pin-never", here, message, hint, key=True)
    if pin.liner == "station":
        hint = "say where it is instead"
        message = "`never` goes with the vehicle a liner is in, not with the station"
        yield view.wrong("pin-never", here, message, hint, key=True)
