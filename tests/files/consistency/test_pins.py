"""A pin is about one vehicle or one person, and about something that can be."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import Told, told
from tiny import jan

FIRST_DAYS = f"..{jan(5)}"


def pin(**said: Any) -> Told:
    return told({"pins.fixed": said})


@pytest.mark.parametrize(
    "said",
    [
        {"vehicle": "Finch", "flies": True, "mode": "crewed", "launch": jan(4), "port": "south"},
        {"vehicle": "Finch", "flies": False},
        {"vehicle": "Wren", "port": "north", "undock": jan(8)},
        {"person": "Cleo", "up": "Finch", "home": "Wren", "returns": f"{jan(9)}.."},
        {"person": "Ana", "seat": "Wren", "during": FIRST_DAYS},
        {"person": "Ana", "liner": "station", "during": FIRST_DAYS},
        {"person": "Ana", "seat": "Wren", "liner": "Wren"},
    ],
)
def test_what_can_be_may_be_pinned(said: dict[str, Any]) -> None:
    assert pin(**said) == []


def test_it_is_about_one_of_the_two() -> None:
    assert pin(port="south") == [("pin-about", "fixed")]
    assert pin(vehicle="Finch", person="Cleo", port="south") == [("pin-about", "fixed")]


def test_every_key_of_the_other_is_told() -> None:
    assert pin(vehicle="Finch", port="south", home="Wren", returns=jan(8)) == [
        ("pin-key", "home"),
        ("pin-key", "returns"),
    ]
    assert pin(person="Ana", home="Wren", port="south") == [("pin-key", "port")]


def test_it_pins_something() -> None:
    assert pin(vehicle="Finch") == [("pin-empty", "fixed")]
    assert pin(person="Ana", why="she likes it here") == [("pin-empty", "fixed")]


def test_what_is_docked_is_not_launched() -> None:
    """Neither is it kept from flying, and without a flight there is no mode."""
    assert pin(vehicle="Wren", flies=True, launch=jan(4), undock=jan(8)) == [
        ("pin-docked", "flies"),
        ("pin-docked", "launch"),
    ]


def test_what_does_not_fly_does_nothing_else() -> None:
    cancelled = {"vehicle": "Finch", "flies": False}
    assert pin(**cancelled, mode="crewed", port="south", undock=jan(8)) == [
        ("pin-cancelled", "mode"),
        ("pin-cancelled", "port"),
        ("pin-cancelled", "undock"),
    ]


def test_whoever_is_aboard_does_not_go_up() -> None:
    assert pin(person="Ana", up="Finch") == [("aboard-already", "Finch")]


def test_a_time_is_for_a_liner() -> None:
    assert pin(person="Ana", home="Wren", during=FIRST_DAYS) == [("without", "during")]
    assert pin(vehicle="Finch", port="south", during=FIRST_DAYS) == [
        ("pin-key", "during"),
        ("without", "during"),
    ]


def test_what_is_never_to_be_is_one_choice() -> None:
    said = {"vehicle": "Finch", "mode": "crewed", "port": "south", "never": True}
    assert pin(**said) == [("pin-never", "never")]


@pytest.mark.parametrize(
    "said",
    [
        {"vehicle": "Finch", "flies": False},
        {"vehicle": "Finch", "stays": True},
        {"person": "Ana", "seat": "Wren", "during": FIRST_DAYS},
        {"person": "Ana", "liner": "station"},
    ],
)
def test_what_is_said_otherwise_than_with_never(said: dict[str, Any]) -> None:
    assert pin(**said, never=True) == [("pin-never", "never")]


def test_what_may_never_be() -> None:
    assert pin(vehicle="Finch", mode="crewed", never=True) == []
    assert pin(person="Ana", liner="Wren", during=FIRST_DAYS, never=True) == []
