"""One vehicle at a port, and only one that fits there."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import told
from tiny import TINY, jan

PLACES = ("port", "ports", "relocations")
"""Where a vehicle's ports are named."""


def at(place: str, port: str) -> dict[str, Any]:
    """Wren's port named in one of its places."""
    values = {"port": port, "ports": ["north", port], "relocations": {jan(3): port}}
    return {f"vehicles.Wren.{place}": values[place]}


@pytest.mark.parametrize("place", PLACES)
def test_it_takes_the_mechanism(place: str) -> None:
    assert told({"ports.west.accepts": ["probe", "ring"], **at(place, "west")}) == []
    assert told({"ports.west.accepts": ["probe"], **at(place, "west")}) == [
        ("port-mechanism", "west")
    ]


@pytest.mark.parametrize("place", PLACES)
def test_it_takes_the_type(place: str) -> None:
    """None at all where its list is empty."""
    for types, right in ((["raft", "boat"], True), (["raft"], False), ([], False)):
        west = {"accepts": ["ring"], "types": types}
        raft = {"vehicle_types.raft": TINY["vehicle_types"]["boat"]}
        expected = [] if right else [("port-type", "west")]
        assert told({"ports.west": west, **raft, **at(place, "west")}) == expected


def test_it_is_among_the_vehicle_s_own_ports() -> None:
    assert told({"vehicles.Wren.ports": ["south", "north"]}) == []
    only_south = {"vehicles.Wren.ports": ["south"]}
    assert told(only_south) == [("port-not-its-own", "north")]
    moves = {"vehicles.Wren.relocations": {jan(3): "south", jan(5): "north"}}
    assert told({**only_south, **moves}) == [
        ("port-not-its-own", "north"),
        ("port-not-its-own", "north"),
    ]


def test_of_several_reasons_the_first_is_told() -> None:
    """It takes another mechanism, another type, and Wren has other ports."""
    west = {"accepts": ["probe"], "types": []}
    wren = {"vehicles.Wren.port": "west", "vehicles.Wren.ports": ["north"]}
    assert told({"ports.west": west, **wren}) == [("port-mechanism", "west")]


def test_everyone_after_the_first_at_a_port_is_told() -> None:
    wren = TINY["vehicles"]["Wren"]
    assert told({"vehicles.Gull": wren, "vehicles.Owl": wren}) == [
        ("port-taken", "north"),
        ("port-taken", "north"),
    ]


def test_several_may_come_to_one_port() -> None:
    """Not at the same time; that is for rules to see."""
    only_north = {"vehicles.Finch.ports": ["north"], "vehicles.Owl.ports": ["north"]}
    assert told({"vehicles.Owl": {**TINY["vehicles"]["Finch"]}, **only_north}) == []


def test_of_a_port_or_type_that_is_not_known_nothing_is_said_but_that() -> None:
    assert told(at("port", "west")) == [("unknown-port", "west")]
    assert told({"vehicles.Wren.type": "raft"}) == [("unknown-vehicle-type", "raft")]


def test_where_it_may_be_moved_takes_it() -> None:
    """It need not be among the ports at which it docks."""
    to_west = {"vehicles.Wren.may_relocate": {"to": ["west"]}, "vehicles.Wren.ports": ["north"]}
    assert told({"ports.west.accepts": ["ring"], **to_west}) == []
    assert told({"ports.west.accepts": ["probe"], **to_west}) == [("port-mechanism", "west")]


def test_what_may_be_moved_once_has_one_move_stated_at_most() -> None:
    moves = {jan(3): "south", jan(5): "north"}
    may: dict[str, Any] = {"vehicles.Wren.may_relocate": {}}
    assert told({**may, "vehicles.Wren.relocations": {jan(3): "south"}}) == []
    assert told({"vehicles.Wren.relocations": moves}) == []
    kinds = [kind for kind, _ in told({**may, "vehicles.Wren.relocations": moves})]
    assert kinds == ["contradiction"]
