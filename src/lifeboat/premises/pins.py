"""Premises about choices: each pin is one."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.days import Window
from lifeboat.premises.premise import Gone, Premise
from lifeboat.premises.words import names_in, said_why, throughout, within
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario


def pin_premises(scenario: Scenario) -> Iterator[Premise]:
    """Every pin, in words."""
    for name, pin in scenario.pins.items():
        keys = ("pins", name)
        said = f"it is pinned that {in_words(pin)}{said_why(pin.why)}"
        about = names_in(pin.vehicle, pin.person, pin.port, pin.up, pin.home, pin.seat, pin.liner)
        yield Premise(PinsHold.name, keys, said, ((keys, Gone),), about=about)


def in_words(pin: Pin) -> str:
    """What a pin says: `Ana goes home on Heron`."""
    who = pin.vehicle or pin.person
    never = "never " if pin.never else ""
    during = "" if pin.during is None else f" {throughout(pin.during)}"
    parts = {
        "flies": "" if pin.flies is None else "flies" if pin.flies else "does not fly",
        "mode": f"{never}flies in mode {pin.mode}",
        "launch": f"is {never}launched {_when(pin.launch)}",
        "undock": f"{never}undocks {_when(pin.undock)}",
        "port": f"{never}docks at {pin.port}",
        "stays": "stays" if pin.stays else "does not stay",
        "up": f"{never}goes up on {pin.up}",
        "home": f"{never}goes home on {pin.home}",
        "returns": f"{never}lands {_when(pin.returns)}",
        "seat": f"sits in {pin.seat}{during}",
        "liner": f"{never}keeps the liner in {pin.liner}{during}",
    }
    said = [text for key, text in parts.items() if getattr(pin, key) is not None]
    return f"{who} {' and '.join(said)}"


def _when(window: Window | None) -> str:
    return "" if window is None else within(window)
