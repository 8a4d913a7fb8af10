"""The grid of dates a vehicle is launched or undocks on, and when there need be none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciding import situation
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.situation import Situation
from lifeboat.solving.formulation.cells import (
    Cell,
    at_or_before,
    cells,
    collect,
    joined,
    leaves_freely,
    merged,
    move_spans,
    size_of,
    undock_spans,
)
from tiny import jan

spans = st.lists(st.builds(Slots, st.integers(0, 20), st.integers(0, 20)), max_size=4)
BARGE = {
    "family": "barge",
    "mechanism": "ring",
    "flight_up": "2d",
    "flight_down": "1d",
    "flies_empty": ["up", "down"],
}
CARGO = {
    "vehicle_types.barge": BARGE,
    "vehicles.Tern": {"type": "barge", "port": "south", "docked": "2029-12-20"},
}


def test_a_gap_of_one_slot_is_a_single_date() -> None:
    grid = cells([3, 5], [Slots(2, 8)])
    assert grid == [Cell(2, 2), Cell(3, 3), Cell(4, 4), Cell(5, 5), Cell(6, 7)]
    assert [cell.is_gap for cell in grid] == [False, False, False, False, True]


@given(st.sets(st.integers(-2, 22)), spans)
def test_every_allowed_slot_is_in_one_cell_and_every_known_date_alone(
    dates: set[int], allowed: list[Slots]
) -> None:
    grid = cells(dates, allowed)
    assert all(cell.first <= cell.last for cell in grid)
    slots = [slot for cell in grid for slot in range(cell.first, cell.last + 1)]
    assert slots == sorted({slot for span in allowed for slot in range(span.first, span.end)})
    assert {Cell(date, date) for date in dates if date in slots} <= {*grid}


def test_a_gap_does_not_reach_across_what_is_not_allowed() -> None:
    grid = cells([], [Slots(6, 9), Slots(0, 2), Slots(2, 4), Slots(5, 5)])
    assert grid == [Cell(0, 3), Cell(6, 8)]
    assert merged([Slots(0, 4), Slots(6, 9), Slots(1, 3)]) == [Slots(0, 4), Slots(6, 9)]


def test_more_dates_are_joined_and_those_of_other_events_are_not() -> None:
    wren, finch = Event("Wren", "undock"), Event("Finch", "dock")
    dates = joined({wren: [2, 7]}, {wren: [5, 7], finch: [4]})
    assert (dates, size_of(dates)) == ({wren: [2, 5, 7]}, 3)


def test_the_last_mark_at_or_before_a_slot() -> None:
    assert [at_or_before([2, 5], slot) for slot in (1, 2, 4, 5, 9)] == [-1, 0, 0, 1, 1]


def leaving(ship: str, edits: dict[str, Any] | None = None) -> list[Slots]:
    asked = situation(edits)
    return undock_spans(asked, asked.ships[ship])


def test_a_vehicle_undocks_after_it_has_docked() -> None:
    """Finch docks in slot 2 at the earliest."""
    assert leaving("Wren") == [Slots(0, 10)]
    assert leaving("Finch") == [Slots(3, 10)]


def test_a_vehicle_undocks_within_its_life_and_its_window() -> None:
    """Launched in slot -31, it lands 35 days later in slot 4, on the day it undocks."""
    must = {"rules.vehicle-within-its-life": "must"}
    life = {**must, "vehicle_types.boat.life": {"limit": "30d", "waived_to": "35d"}}
    assert leaving("Wren", life) == [Slots(0, 5)]
    # Launched in slot 8 at the latest, Finch has the whole horizon.
    assert leaving("Finch", life) == [Slots(3, 10)]
    # A day's way down is part of its life.
    down = {"vehicle_types.boat.flight_down": "1d"}
    assert leaving("Wren", {**life, **down}) == [Slots(0, 4)]
    assert leaving("Wren", {**must, **down, "vehicles.Wren.life": {"limit": "31d"}}) == []
    assert leaving("Finch", {**must, **down, "vehicles.Finch.life": {"limit": "1d"}}) == [
        Slots(3, 9)
    ]
    assert leaving("Wren", {**life, "rules.vehicle-within-its-life": "should"}) == [Slots(0, 10)]
    window = {"vehicles.Wren.undock": f"{jan(3)}..{jan(6)}"}
    assert leaving("Wren", {**life, **window}) == [Slots(2, 5)]
    kept = {**window, "rules.flights-keep-their-windows": "should"}
    assert leaving("Wren", kept) == [Slots(0, 10)]


def frees(asked: Situation) -> bool:
    """Whether Tern leaves freely; only then is there no date of its leaving."""
    freely = leaves_freely(asked, asked.ships["Tern"])
    assert (Event("Tern", "undock") in collect(asked).every_slot()) is not freely
    return freely


def test_a_cargo_ship_that_nobody_waits_for_leaves_freely() -> None:
    assert frees(situation(CARGO))
    prepared = {**CARGO, "vehicle_types.barge": {**BARGE, "prepare_departure": "3d"}}
    assert frees(situation(prepared))
    others = {"pins": {"stays": {"vehicle": "Wren", "undock": f"{jan(5)}.."}}}
    assert frees(situation({**CARGO, **others}))
    doctors = {"station.skills": {"doctor": {"least": 1, "wanted": 1, "after_departure": 1}}}
    assert frees(situation({**CARGO, **doctors}))


@pytest.mark.parametrize(
    "edits",
    [
        {"vehicles.Tern.seats": 1},
        {"vehicles.Tern.improvised": {"places": 1}},
        {f"vehicles.Tern.conditions.{jan(3)}": {"state": "emergency-only", "places": 2}},
        {f"vehicles.Tern.conditions.{jan(3)}": {"state": "unusable"}},
        {"vehicles.Tern.relocations": {jan(3): "north"}},
        {"vehicles.Tern.undock": f"{jan(5)}.."},
        {"vehicles.Finch.relieves": {"Tern": {"overlap": "1d"}}},
        {"pins": {"stays": {"vehicle": "Tern", "undock": f"{jan(5)}.."}}},
        {"pins": {"there": {"person": "Ana", "liner": "Tern", "during": jan(2)}}},
        {"rules.flights-keep-their-windows": "should"},
        {"station.skills": {"doctor": {"wanted": 1, "after_departure": 1}}},
    ],
)
def test_it_does_not_where_its_leaving_may_matter(edits: dict[str, Any]) -> None:
    assert not frees(situation({**CARGO, **edits}))


def test_a_vehicle_docks_after_its_flight_within_its_window() -> None:
    """Launched in slots 1 to 8, a day before."""
    every = collect(situation()).every_slot()
    assert every[Event("Finch", "dock")] == [*range(2, 10)]
    assert every[Event("Finch", "undock")] == [*range(3, 10)]
    assert every[Event("Wren", "undock")] == [*range(10)]


def test_what_is_planned_or_the_end_of_a_window_can_be_decisive() -> None:
    coarse = collect(situation()).closed(0)
    assert {0, 7, 9} <= {*coarse[Event("Wren", "undock")]}
    assert {2, 4, 9} <= {*coarse[Event("Finch", "dock")]}


@pytest.mark.parametrize(
    ("may", "allowed"),
    [
        ({}, [Slots(0, 10)]),
        ({"during": f"{jan(3)}..{jan(5)}"}, [Slots(2, 5)]),
        ({"during": [jan(2), f"{jan(9)}.."]}, [Slots(1, 2), Slots(8, 10)]),
        ({"apart": "33d"}, [Slots(3, 10)]),
    ],
)
def test_a_vehicle_is_moved_when_it_may_be(may: dict[str, Any], allowed: list[Slots]) -> None:
    """Wren docked in slot -30; 33 days later is slot 3."""
    asked = situation({"vehicles.Wren.may_relocate": may})
    wren = asked.ships["Wren"]
    assert wren.moving is not None
    assert move_spans(asked, wren, wren.moving) == allowed
