from __future__ import annotations

from typing import Any

import pytest

from posing import counted, measured
from tiny import jan, plan, tiny


def test_as_planned_none_is_moved() -> None:
    assert counted("flights", tiny()) == 0


@pytest.mark.parametrize(("day", "moved"), [(2, 1), (4, 0), (9, 1)])
def test_a_launch_on_another_day_counts_once_however_far(day: int, moved: int) -> None:
    assert counted("flights", tiny(), plan({"Finch": {"launch": jan(day)}})) == moved


@pytest.mark.parametrize(("day", "moved"), [(6, 1), (8, 0), (9, 1)])
def test_a_departure_on_another_day_counts(day: int, moved: int) -> None:
    assert counted("flights", tiny(), plan({"Wren": {"undock": jan(day)}})) == moved


def test_a_ship_that_stays_instead_is_moved() -> None:
    assert counted("flights", tiny(), plan({"Wren": {"stays": True}})) == 1


def test_a_ship_that_was_to_stay_is_not_moved_by_staying() -> None:
    assert counted("flights", tiny({"vehicles.Wren.leaves": "2030-02-01"})) == 0


def test_the_departure_of_a_ship_without_seats_is_of_no_account() -> None:
    freighter = {"type": "tug", "port": "south", "docked": "2029-12-02", "leaves": jan(8)}
    tug = {"family": "tug", "mechanism": "ring", "flight_up": "1d", "flight_down": "6h"}
    scenario = tiny(
        {"vehicle_types.tug": tug, "vehicles.Tug": freighter, "ports.west.accepts": ["ring"]}
    )
    assert measured("flights", scenario, plan({"Tug": {"undock": jan(5)}})) == 0


@pytest.mark.parametrize("is_written", [True, False])
@pytest.mark.parametrize(("day", "moved"), [(9, 0), (7, 1)])
def test_a_flight_on_its_way_was_launched_as_planned(
    is_written: bool, day: int, moved: int
) -> None:
    """Finch, two days up, docks on the 2nd: written so, or as the plan of record has it; it is to
    leave on the 9th.
    """
    written: dict[str, Any] = {"launched": "2029-12-31", "docked": jan(2), "port": "south"}
    mode = {"windows": "2029-12-30..2030-01-09", "crew": ["Cleo"], "flight_up": "2d"}
    planned = {"planned": "2029-12-31", "modes": {"crewed": mode}, "pad": "beach"}
    finch = {"type": "boat", "leaves": jan(9), **(written if is_written else planned)}
    seat = {"people.Cleo.seat": "Finch"} if is_written else {}
    scenario = tiny({"vehicles.Finch": finch, "people.Cleo.home": "Finch", **seat})
    assert counted("flights", scenario, plan({"Finch": {"undock": jan(day)}})) == moved


def test_one_flight_moved_at_both_ends_counts_once() -> None:
    scenario = tiny({"vehicles.Finch.leaves": jan(9), "people.Cleo.home": "Finch"})
    both = plan({"Finch": {"launch": jan(3), "undock": jan(7)}})
    assert counted("flights", scenario, both) == 1


def test_a_flight_cancelled_is_not_moved_and_one_nobody_planned_is() -> None:
    scenario = tiny({"vehicles.Finch.may_cancel": True})
    assert counted("flights", scenario, plan({"Finch": {"cancelled": True}})) == 0
    unplanned = tiny({"vehicles.Finch.planned": None})
    assert counted("flights", unplanned, plan({"Finch": {"launch": jan(4)}})) == 1


def test_the_planned_date_in_another_mode_is_a_flight_moved() -> None:
    modes = {
        "crewed": {"windows": "2030-01-02..2030-01-09", "crew": ["Cleo"]},
        "slow": {"windows": "2030-01-02..2030-01-09", "crew": ["Cleo"], "flight_up": "2d"},
    }
    scenario = tiny({"vehicles.Finch.modes": modes})
    assert counted("flights", scenario, plan({"Finch": {"mode": "crewed"}})) == 0
    assert counted("flights", scenario, plan({"Finch": {"mode": "slow"}})) == 1
    planned = tiny({"vehicles.Finch.modes": modes, "vehicles.Finch.planned_mode": "slow"})
    assert counted("flights", planned, plan({"Finch": {"mode": "slow"}})) == 0


@pytest.mark.parametrize(
    ("planned", "day", "moved"),
    [
        ("2030-01", 7, 0),
        ("2030-02", 7, 1),
        ("NET 2030-01-05", 4, 1),
        ("NET 2030-01-05", 9, 0),
        ("TBD", 9, 0),
        ("2030-01-02..2030-01-03", 4, 1),
    ],
)
def test_a_launch_within_what_is_known_is_as_planned(planned: str, day: int, moved: int) -> None:
    scenario = tiny({"vehicles.Finch.planned": planned})
    assert counted("flights", scenario, plan({"Finch": {"launch": jan(day)}})) == moved


@pytest.mark.parametrize(
    ("leaves", "day", "moved"),
    [
        ("2030-01", 3, 0),
        ("2030-01", None, 0),
        ("2030-01-05..2030-01-07", None, 1),
        ("2030-01-10", None, 1),
        ("2030-01-10", 10, 0),
        ("2030-01-11", None, 0),
        ("2030-01-11", 10, 1),
        ("2030-01-05..2030-01-07", 8, 1),
        ("NET 2030-01-05", 4, 1),
        ("NET 2030-01-05", None, 0),
        ("2030-Q2", 8, 1),
        ("TBD", 3, 0),
    ],
)
def test_a_departure_within_what_is_known_is_as_planned(
    leaves: str, day: int | None, moved: int
) -> None:
    """January goes on after the horizon, which ends with its 10th day."""
    flight = {"stays": True} if day is None else {"undock": jan(day)}
    scenario = tiny({"vehicles.Wren.leaves": leaves})
    assert counted("flights", scenario, plan({"Wren": flight})) == moved
