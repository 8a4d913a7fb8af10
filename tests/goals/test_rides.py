from __future__ import annotations

import pytest

from posing import counted
from tiny import jan, plan, tiny

HOME_ON_FINCH = {
    "vehicles.Finch.leaves": jan(9),
    "people.Cleo.home": "Finch",
    "people.Cleo.returns": jan(9),
}
DAMAGED = {jan(6): {"state": "emergency-only"}}
ROOMY = {**HOME_ON_FINCH, "vehicles.Finch.seats": 3, "people.Ana.gear": ["liner"]}


def test_as_planned_there_is_nobody() -> None:
    assert counted("rides", tiny()) == 0


def test_one_who_goes_home_on_another_vehicle_counts_once() -> None:
    assert counted("rides", tiny(ROOMY), plan(people={"Ana": {"home": "Finch"}})) == 1


def test_the_same_vehicle_on_another_day_does_not_count() -> None:
    assert counted("rides", tiny(), plan({"Wren": {"undock": jan(6)}})) == 0


def test_one_who_is_left_behind_counts() -> None:
    """Wren leaves with Boris alone."""
    assert counted("rides", tiny(), plan(people={"Ana": {"stays": True}})) == 1


def test_those_whose_vehicle_stays_with_them_ride_no_other() -> None:
    """Wren, which was to leave within the horizon, is still there when it ends."""
    assert counted("rides", tiny(), plan({"Wren": {"stays": True}})) == 0


@pytest.mark.parametrize("ride_home", [False, True])
def test_those_whose_vehicle_is_damaged_when_the_horizon_ends_count(ride_home: bool) -> None:
    """Wren is still there with them, but may not take them home, or only at their peril."""
    state = {"state": "emergency-only", "ride_home": ride_home}
    hit = tiny({"vehicles.Wren.conditions": {jan(6): state}})
    assert counted("rides", hit, plan({"Wren": {"stays": True}})) == 2


def test_those_whose_vehicle_is_sound_again_when_the_horizon_ends_ride_no_other() -> None:
    cleared = {**DAMAGED, jan(9): {"state": "sound"}}
    scenario = tiny({"vehicles.Wren.conditions": cleared})
    assert counted("rides", scenario, plan({"Wren": {"stays": True}})) == 0


def test_those_who_were_to_leave_only_beyond_the_horizon_wait_in_any_vehicle() -> None:
    """Who is planned home later loses nothing within the horizon."""
    later = {f"people.{who}.returns": "2030-02-01" for who in ("Ana", "Boris")}
    hit = {"vehicles.Wren.leaves": "2030-02-01", "vehicles.Wren.conditions": DAMAGED}
    assert counted("rides", tiny({**later, **hit})) == 0


def test_one_who_was_to_stay_counts_on_another_vehicle_only() -> None:
    """Boris was to be still there on the 10th, and to go home on Wren some day."""
    later = tiny({"people.Boris.returns": "2030-02-01"})
    assert counted("rides", later) == 0
    on_finch = tiny({**ROOMY, "people.Boris.returns": "2030-02-01"})
    assert counted("rides", on_finch, plan(people={"Boris": {"home": "Finch"}})) == 1


def test_one_of_whom_no_plan_is_known_rides_nothing_else() -> None:
    """Where Cleo goes home, and when, nobody has said."""
    unplanned = tiny({"vehicles.Finch.leaves": jan(9)})
    assert counted("rides", unplanned, plan(people={"Cleo": {"home": "Finch"}})) == 0


def test_one_who_does_not_come_counts_once() -> None:
    scenario = tiny({**HOME_ON_FINCH, "vehicles.Finch.may_cancel": True})
    assert counted("rides", scenario, plan({"Finch": {"cancelled": True}})) == 1


def test_one_who_was_not_to_come_counts() -> None:
    scenario = tiny({"people.Cleo.up": None})
    assert counted("rides", scenario) == 1


@pytest.mark.parametrize(
    ("returns", "others"),
    [("2030-01-08", 1), ("2030-01", 0), ("NET 2030-01-08", 0), ("TBD", 0), ("2030-02", 0)],
)
def test_who_may_stay_by_what_is_known_rides_no_other_vehicle(returns: str, others: int) -> None:
    """Ana stays beyond the horizon, which ends with 10 January."""
    scenario = tiny({"people.Ana.returns": returns})
    assert counted("rides", scenario, plan(people={"Ana": {"stays": True}})) == others


def test_one_whose_flight_comes_after_the_horizon_rides_no_other() -> None:
    after = tiny(
        {
            "vehicles.Finch.planned": "2030-01-20",
            "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
        }
    )
    assert counted("rides", after, plan({"Finch": {"later": True}})) == 0
