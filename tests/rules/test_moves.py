"""Why there is no plan: what stays at a port that others wait for; and the dates of moves."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.rules.moves import dates_of_moves, moves_not_allowed
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.situation import Situation
from tiny import TINY, jan, tiny

ONE_PORT = {"ports": {"north": {"accepts": ["ring"]}}}
MOVABLE = {"vehicles.Wren.may_relocate": {"to": ["north"]}}
KITE = {"vehicles.Kite": {**TINY["vehicles"]["Wren"], "port": "south"}}
"""Docked at the other port."""
WREN_BLOCKS, KITE_BLOCKS = (
    f"{name} is at {port}, where Finch would dock"
    for name, port in (("Wren", "north"), ("Kite", "south"))
)


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (ONE_PORT, [WREN_BLOCKS]),
        ({**ONE_PORT, **MOVABLE}, []),
        ({}, []),
        ({**ONE_PORT, "vehicles.Finch.planned": jan(4), "vehicles.Finch.ports": []}, []),
        (KITE, [WREN_BLOCKS, KITE_BLOCKS]),
        ({**KITE, "vehicles.Finch.ports": ["south"]}, [KITE_BLOCKS]),
        ({**KITE, "vehicles.Finch.modes": {}, "people.Cleo.up": "Kite"}, []),
    ],
)
def test_it_is_told_where_somebody_waits_and_it_may_not_be_moved(
    edits: dict[str, Any], told: list[str]
) -> None:
    found = list(moves_not_allowed(Situation.of(tiny(edits), {})))
    assert [said in it for said, it in zip(told, found, strict=True)] == [True] * len(told)


def test_a_move_follows_a_departure_and_makes_room_for_an_arrival() -> None:
    """Kite leaves in slot 4, and a slot later Wren may take its port; two slots after the move
    another can come to the one that Wren has left, be it from the ground or from elsewhere.
    """
    ships, dates = Situation.of(tiny(KITE), {}).ships, Dates(20)
    move, gone = Event("Wren", "move"), Event("Kite", "undock")
    docked, moved = Event("Kite", "dock"), Event("Kite", "move")
    for event in (move, gone, docked, moved):
        dates.event(event, [Slots(2, 18)])
    dates.anchor(gone, 4)
    dates_of_moves(dates, ships["Wren"], ships["Kite"], turn=2, after=1)
    once, twice = dates.closed(1), dates.closed(2)
    assert 5 in once[move]
    assert 7 in twice[docked]
    assert 7 in twice[moved]
