"""Which port a vehicle docks at, and which vehicle holds a port when."""

from __future__ import annotations

from typing import Any

import pytest

from deciding import between, dated, decisions
from lifeboat.situation.clock import Slots
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.decisions import SolverDecisions
from tiny import jan

BOTH, APART = [("north", "south")], [("north",), ("south",)]
CLOSED = {"walk": {"during": jan(6)}}
FOR_NOBODY = {"walk": {"during": jan(6), "types": []}}


def held(
    decide: SolverDecisions, name: str, ports: tuple[str, ...], turn: int = 0, launch: int = 3
) -> list[int]:
    """The slots in which a vehicle holds a port, Finch launched then and Wren leaving in slot 7."""
    ship, search = decide.situation.ships[name], Solver(decide.builder, Settings())
    slots = {slot: decide.ports.occupies(ship, ports, slot, turn) for slot in range(10)}
    kept = dated(decide, launch)
    values = {slot: search.minimise(it, kept=kept).value for slot, it in slots.items()}
    assert {*values.values()} <= {0, 1}
    return [slot for slot, value in values.items() if value]


@pytest.mark.parametrize(
    ("edits", "groups"),
    [
        ({}, BOTH),
        ({"ports.south.closures": CLOSED}, APART),
        ({"ports.south.closures": CLOSED, "ports.north.closures": CLOSED}, BOTH),
        ({"ports.south.closures": FOR_NOBODY, "ports.north.closures": CLOSED}, APART),
        ({"vehicles.Finch.ports": ["north"]}, APART),
        ({"vehicles.Wren.relocations": {jan(5): "south"}}, APART),
        ({"pins": {"there": {"vehicle": "Finch", "port": "south"}}}, APART),
        ({"rules.one-vehicle-per-port": "should"}, APART),
    ],
)
def test_ports_that_nothing_tells_apart_are_one_with_room_for_both(
    edits: dict[str, Any], groups: list[tuple[str, ...]]
) -> None:
    assert list(decisions(edits).ports.groups) == groups


def test_a_vehicle_that_flies_has_one_port_that_takes_it() -> None:
    """Finch fits south and west; Wren is at the north port."""
    ports = {"ports.west": {"accepts": ["ring"]}, "ports.south.closures": CLOSED}
    decide = decisions({**ports, "vehicles.Finch.ports": ["south", "west"]})
    finch, wren = decide.situation.ships["Finch"], decide.situation.ships["Wren"]
    at = {port: decide.ports.at_port(finch, port) for port in ("north", "south", "west")}
    for launch, least in ((3, 1), (None, 0)):
        kept = dated(decide, launch)
        assert between(decide.builder, at["south"] + at["west"], kept) == (least, 1)
        assert between(decide.builder, at["north"], kept) == (0, 0)
    assert between(decide.builder, decide.ports.at_port(wren, "north")) == (1, 1)
    assert between(decide.builder, decide.ports.at_port(wren, "south")) == (0, 0)
    search = Solver(decide.builder, Settings())
    assert search.minimise(at["south"], kept=dated(decide)).value == 0
    assert decide.ports.chosen(finch, search.value) == ("west",)
    assert decide.ports.chosen(wren, search.value) == ("north",)


def test_where_the_rule_may_be_broken_a_vehicle_may_dock_wherever_its_mechanism_fits() -> None:
    loose = {"rules.one-vehicle-per-port": "should"}
    not_its_own, cone = {"vehicles.Finch.ports": ["north"]}, {"ports.south.accepts": ["cone"]}
    for edits, most in (
        (not_its_own, 0),
        ({**not_its_own, **loose}, 1),
        (cone, 0),
        ({**cone, **loose}, 0),
    ):
        decide = decisions(edits)
        at_south = decide.ports.at_port(decide.situation.ships["Finch"], "south")
        assert between(decide.builder, at_south, dated(decide)) == (0, most)


def test_a_port_is_held_from_docking_until_the_turn_round_is_over() -> None:
    """Wren is there in slots 0 to 6, Finch, docked in slot 4, to the end."""
    decide = decisions()
    assert held(decide, "Wren", ("north", "south")) == [0, 1, 2, 3, 4, 5, 6]
    assert held(decide, "Wren", ("north", "south"), turn=2) == [0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert held(decide, "Finch", ("north", "south"), turn=2) == [4, 5, 6, 7, 8, 9]


def test_a_choice_of_ports_holds_the_one_that_is_chosen() -> None:
    decide = decisions({"ports.south.closures": CLOSED})
    finch = decide.situation.ships["Finch"]
    decide.post(decide.ports.at_port(finch, "south") >= 1)
    assert held(decide, "Finch", ("south",)) == [4, 5, 6, 7, 8, 9]
    assert held(decide, "Finch", ("north",)) == []


def test_a_move_frees_one_port_and_takes_the_other() -> None:
    """Wren is moved in slot 4, and leaves in slot 7; a port is free a slot after it."""
    decide = decisions({"vehicles.Wren.relocations": {jan(5): "south"}})
    assert held(decide, "Wren", ("north",)) == [0, 1, 2, 3]
    assert held(decide, "Wren", ("north",), turn=1) == [0, 1, 2, 3, 4]
    assert held(decide, "Wren", ("south",)) == [4, 5, 6]
    assert held(decide, "Wren", ("south",), turn=1) == [4, 5, 6, 7]


def test_a_vehicle_that_comes_back_holds_the_port_again() -> None:
    """Wren is at the south port in slots 2 and 3 alone."""
    decide = decisions({"vehicles.Wren.relocations": {jan(3): "south", jan(5): "north"}})
    assert held(decide, "Wren", ("north",)) == [0, 1, 4, 5, 6]
    assert held(decide, "Wren", ("north",), turn=1) == [0, 1, 2, 4, 5, 6, 7]
    assert held(decide, "Wren", ("south",)) == [2, 3]
    assert held(decide, "Wren", ("south",), turn=1) == [2, 3, 4]


@pytest.mark.parametrize(
    ("first", "launch", "north", "south", "west"),
    [
        # Docked in slot 4, it is moved twice.
        ("north", 3, [4], [5, 6], [7, 8, 9]),
        # Docked in slot 6 it is moved once, and in slot 7, when it would have left, not at all.
        ("north", 5, [6], [], [7, 8, 9]),
        ("north", 6, [7, 8, 9], [], []),
        # Where it docks at the port it would be moved to, that is no move.
        ("south", 3, [], [4, 5, 6], [7, 8, 9]),
        ("south", 5, [], [6], [7, 8, 9]),
        ("west", 3, [], [5, 6], [4, 7, 8, 9]),
    ],
)
def test_a_move_is_made_by_a_vehicle_that_has_docked_before(
    first: str, launch: int, north: list[int], south: list[int], west: list[int]
) -> None:
    """Finch is moved to the south port in slot 5 and to the west port in slot 7."""
    moves = {"vehicles.Finch.relocations": {jan(6): "south", jan(8): "west"}}
    decide = decisions({**moves, "ports.west": {"accepts": ["ring"]}})
    decide.post(decide.ports.at_port(decide.situation.ships["Finch"], first) >= 1)
    for port, slots in (("north", north), ("south", south), ("west", west)):
        assert held(decide, "Finch", (port,), launch=launch) == slots


def test_a_window_is_cut_at_moves_and_at_the_horizon() -> None:
    decide = decisions({"vehicles.Wren.relocations": {jan(5): "south"}})
    wren = decide.situation.ships["Wren"]
    assert list(decide.ports.stays(wren, ("north",), Slots(-3, 99))) == [(0, 4), (4, 10)]
    assert list(decide.ports.stays(wren, ("north",), Slots(4, 6))) == [(4, 6)]


def test_over_a_window_a_port_is_held_if_it_is_so_in_any_slot() -> None:
    decide = decisions()
    finch, both = decide.situation.ships["Finch"], ("north", "south")
    search, kept = Solver(decide.builder, Settings()), dated(decide)
    for until, expected in ((4, 0), (5, 1)):
        within = decide.ports.occupies(finch, both, 1, 0, until=until)
        assert search.minimise(within, kept=kept).value == expected


MOVABLE = {"ports.south.closures": CLOSED, "vehicles.Wren.may_relocate": {}}


def held_if_moved(slot: int, ports: tuple[str, ...]) -> list[int]:
    """The slots in which Wren holds a port that is moved in a slot and leaves in slot 7."""
    decide = decisions(MOVABLE)
    ship = decide.situation.ships["Wren"]
    moved, search = decide.flights.moved(ship), Solver(decide.builder, Settings())
    decide.post(moved.at(slot) - moved.at(slot - 1) >= 1)
    slots = {it: decide.ports.occupies(ship, ports, it, 0) for it in range(10)}
    kept = dated(decide, 3)
    return [it for it, held in slots.items() if search.minimise(held, kept=kept).value]


def test_a_vehicle_that_is_moved_by_choice_holds_one_port_and_then_the_other() -> None:
    assert held_if_moved(4, ("north",)) == [0, 1, 2, 3]
    assert held_if_moved(4, ("south",)) == [4, 5, 6]


def test_it_is_moved_elsewhere_and_before_it_undocks() -> None:
    decide = decisions(MOVABLE)
    ship = decide.situation.ships["Wren"]
    kept = dated(decide, 3)
    assert between(decide.builder, decide.ports.moves_to(ship, "north"), kept) == (0, 0)
    moved = decide.flights.moved(ship)
    late = moved.at(9) - moved.at(6)
    assert between(decide.builder, late, kept) == (0, 0)
    assert between(decide.builder, moved.at(6), kept) == (0, 1)


def test_a_vehicle_that_may_not_be_moved_is_not() -> None:
    decide = decisions({})
    ship = decide.situation.ships["Wren"]
    assert between(decide.builder, decide.flights.moved(ship).at(9), dated(decide, 3)) == (0, 0)
