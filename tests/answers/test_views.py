"""The views of a plan, on the tiny station."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from tiny import jan, plan, tiny

MODE = "vehicles.Finch.modes.crewed"
PREPARED = {"vehicle_types.boat.prepare_departure": "3d", f"{MODE}.lead": "1d"}
"""Finch is planned for the 4th, Wren's departure for the 8th."""
SPARE = {"windows": f"{jan(2)}..{jan(9)}", "lead": "2d", "crew": ["Cleo"]}


def decided(edits: dict[str, Any], written: Plan) -> list[tuple[str, str]]:
    told = check(tiny({**PREPARED, **edits}), written).option.decide_by
    return [(it.by.date().isoformat(), it.what) for it in told]


def test_what_is_planned_has_no_date_to_decide_by() -> None:
    assert decided({}, plan()) == []


@pytest.mark.parametrize("day", [5, 9])
def test_a_planned_launch_that_is_made_later_is_ordered_already(day: int) -> None:
    assert decided({}, plan({"Finch": {"launch": jan(day)}})) == []


def test_a_launch_sooner_than_planned_is_to_be_ordered() -> None:
    """A day before the 3rd is the 2nd."""
    found = decided({}, plan({"Finch": {"launch": jan(3)}}))
    assert found == [(jan(2), f"launch of Finch (crewed) on {jan(3)}")]


@pytest.mark.parametrize("planned", [jan(4), None])
def test_another_mode_or_an_unplanned_flight_is_to_be_ordered(planned: str | None) -> None:
    """Two days before the 7th is the 5th."""
    edits = {"vehicles.Finch.modes.spare": SPARE, "vehicles.Finch.planned": planned}
    found = decided(edits, plan({"Finch": {"mode": "spare", "launch": jan(7)}}))
    assert found == [(jan(5), f"launch of Finch (spare) on {jan(7)}")]


@pytest.mark.parametrize(("undock", "by"), [(6, 3), (7, 4), (9, 6), (10, 7)])
def test_a_departure_on_another_date_is_to_be_ordered(undock: int, by: int) -> None:
    """Three days before it leaves."""
    found = decided({}, plan({"Wren": {"undock": jan(undock)}}))
    assert found == [(jan(by), f"undocking of Wren on {jan(undock)}")]


def test_what_is_too_late_to_decide_is_not_listed() -> None:
    """To undock on the 3rd it had to be decided on 31 December, before anything was known."""
    assert decided({}, plan({"Wren": {"undock": jan(3)}})) == []


def routine(written: Plan) -> dict[str, bool]:
    return {it.what: it.routine for it in check(tiny(PREPARED), written).option.decide_by}


def test_a_departure_on_another_date_is_routine_with_those_planned_for_it_aboard() -> None:
    assert routine(plan({"Wren": {"undock": jan(6)}})) == {"undocking of Wren on 2030-01-06": True}


def test_an_empty_departure_is_not_for_somebody_loses_a_place_with_it() -> None:
    stay = {name: {"stays": True} for name in ("Ana", "Boris")}
    told = routine(plan({"Wren": {"undock": jan(6)}}, stay))
    assert told == {"undocking of Wren on 2030-01-06": False}


def test_a_mode_that_was_not_planned_is_no_routine_nor_is_a_liner() -> None:
    spare = {**PREPARED, "vehicles.Finch.modes.spare": {**SPARE, "crew": ["Cleo"]}}
    written = plan({"Finch": {"mode": "spare"}}, {"Ana": {"seats": {jan(5): "Finch"}}})
    told = {it.what: it.routine for it in check(tiny(spare), written).option.decide_by}
    assert told == {
        "launch of Finch (spare) on 2030-01-04": False,
        "Ana's liner to Finch on 2030-01-05": False,
    }


@pytest.mark.parametrize(
    ("stock", "lost"),
    [
        (12, "the arrival of Cleo and 20 kg of food, without which it is short from 2030-01-04"),
        (100, "the arrival of Cleo"),
    ],
)
def test_a_launch_that_brings_what_will_be_needed_is_no_routine(stock: int, lost: str) -> None:
    """Two people eat 3 kg a day; on the 4th Finch docks, a day sooner than planned, and three eat
    4.5 kg: 12 kg are not enough for that day, 100 are for all.
    """
    food = {"station.supplies.food": {"unit": "kg", "stock": stock, "use": 1.5}}
    edits = {**PREPARED, **food, "vehicles.Finch.delivers": {"food": 20}}
    (launch,) = check(tiny(edits), plan({"Finch": {"launch": jan(3)}})).option.decide_by
    assert (launch.lost, launch.routine) == (lost, stock == 100)
