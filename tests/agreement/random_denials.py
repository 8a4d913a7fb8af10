"""Random pins that say what is never to be."""

from __future__ import annotations

import random

from agreement.random_scenarios import Made
from lifeboat.days import Window
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation

_KEYS = ("mode", "launch", "undock", "port", "up", "home", "returns", "liner")


def with_pins_denied(made: Made) -> Made:
    """The scenario with what its pins say never to be, and with one more such pin."""
    chance, scenario = random.Random(made.seed), made.scenario
    pins = {name: _denied(pin) for name, pin in scenario.pins.items()}
    about = chance.choice([_of_a_vehicle, _of_a_person] if scenario.people else [_of_a_vehicle])
    pins["denied"] = about(scenario, chance)
    denied = scenario.model_copy(update={"pins": pins})
    return Made(made.seed, denied, made.tree)


def _denied(pin: Pin) -> Pin:
    """The contrary of a pin; of one that says several things, of the first."""
    if pin.flies is not None:
        return pin.model_copy(update={"flies": not pin.flies})
    if pin.stays is not None:
        return pin.model_copy(update={"stays": not pin.stays})
    if pin.seat is not None:
        return pin.model_copy(update={"seat": None, "liner": pin.seat, "never": True})
    key = next(key for key in _KEYS if getattr(pin, key) is not None)
    about = {"vehicle": pin.vehicle, "person": pin.person, key: getattr(pin, key)}
    return Pin(**about, never=True)


def _of_a_vehicle(scenario: Scenario, chance: random.Random) -> Pin:
    name = chance.choice(list(scenario.vehicles))
    modes = list(scenario.vehicles[name].modes)
    keys = ["undock", "undock", "port", *(["launch", "launch", "mode"] if modes else [])]
    key = chance.choice(keys)
    names = {"mode": modes, "port": list(scenario.ports)}
    value = chance.choice(names[key]) if key in names else _window(scenario, chance)
    return Pin(vehicle=name, never=True, **{key: value})  # type: ignore[arg-type]


def _of_a_person(scenario: Scenario, chance: random.Random) -> Pin:
    name, key = chance.choice(list(scenario.people)), chance.choice(["home", "returns", "liner"])
    ship = chance.choice(list(scenario.vehicles))
    value = _window(scenario, chance) if key == "returns" else ship
    pin = Pin(person=name, never=True, **{key: value})  # type: ignore[arg-type]
    if key == "liner" and chance.random() < 0.7:
        return pin.model_copy(update={"during": _window(scenario, chance)})
    return pin


def _window(scenario: Scenario, chance: random.Random) -> Window:
    clock = Situation.of(scenario, {}).clock
    first = chance.randrange(clock.end)
    last = chance.randrange(first, clock.end + 2) + 1
    closes = None if chance.random() < 0.2 else clock.instant(last)
    return Window.between(None if chance.random() < 0.2 else clock.instant(first), closes)
