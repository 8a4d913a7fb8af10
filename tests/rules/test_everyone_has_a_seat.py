from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lifeboat.plans.plan import Plan
from posing import audited, judged
from tiny import jan, plan, tiny

RULE = "everyone-has-a-seat"
ALL_STAY = plan({"Wren": {"stays": True}}, {"Ana": {"stays": True}, "Boris": {"stays": True}})
"""With nobody on a ride home, only this rule minds how many places there are."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2030, 1, day, hour, minute, tzinfo=UTC)


def hit(day: int, places: int) -> dict[str, object]:
    """Wren holds only so many people from a day on."""
    return {f"vehicles.Wren.conditions.{jan(day)}": {"state": "emergency-only", "places": places}}


def test_with_a_seat_for_everybody_it_is_kept() -> None:
    assert judged(RULE, tiny()) == []


def test_in_an_unusable_vehicle_nobody_has_a_place() -> None:
    scenario = tiny({f"vehicles.Wren.conditions.{jan(3)}": {"state": "unusable"}})
    assert judged(RULE, scenario, ALL_STAY) == [("Ana", 3, 11), ("Boris", 3, 11)]


def test_two_places_are_just_enough_for_two() -> None:
    assert judged(RULE, tiny(hit(3, places=2))) == []


@pytest.mark.parametrize("day", [3, 10])
def test_one_place_is_not_enough_for_two(day: int) -> None:
    """Not even on the one day with which the horizon ends; Finch has a seat for Cleo alone."""
    scenario = tiny({**hit(day, places=1), "vehicles.Finch.seats": 1})
    assert judged(RULE, scenario, ALL_STAY) == [("Boris", day, 11)]


def test_it_is_said_where_the_liner_is_that_is_no_place() -> None:
    left = plan(people={"Ana": {"seats": {jan(3): "station"}}})
    (found,) = audited(RULE, tiny(), left)
    assert found.message == "Ana has no place: the liner waits on the station"
    assert found.vehicles == ()
    (found,) = audited(RULE, tiny(hit(3, places=1)), ALL_STAY)
    assert found.message == (
        "Boris has no place: the liner is in Wren, which has no usable place left"
    )
    assert found.vehicles == ("Wren",)


def test_the_last_day_aboard_is_the_day_before_undocking() -> None:
    assert judged(RULE, tiny(hit(7, places=0))) == [("Ana", 7, 8), ("Boris", 7, 8)]
    assert audited(RULE, tiny(hit(8, places=0))) == []


def swap(leaves: str, docks: str) -> Plan:
    """On the 6th Wren leaves at an hour with nobody aboard and Finch docks at another, at another
    port; Ana moves into it as soon as it is there.
    """
    finch = {"launch": f"{jan(5)}T{docks}Z", "dock": f"{jan(6)}T{docks}Z", "port": "south"}
    flights = {"Wren": {"undock": f"{jan(6)}T{leaves}Z"}, "Finch": finch}
    ana = {"stays": True, "seats": {f"{jan(6)}T{docks}Z": "Finch"}}
    return plan(flights, {"Ana": ana, "Boris": {"home": "Wren"}})


def test_between_one_ship_and_the_next_there_is_no_place() -> None:
    (found,) = audited(RULE, tiny(), swap("05:00", "14:30"))
    assert (found.subject, found.vehicles) == ("Ana", ("Wren", "Finch"))
    assert (found.first, found.end) == (at(6, 5), at(6, 14, 30))


def test_where_the_relief_is_there_first_there_always_is_one() -> None:
    assert audited(RULE, tiny(), swap("14:30", "05:00")) == []


def test_who_moves_into_a_ship_an_hour_after_it_docks_has_no_place_until_then() -> None:
    told = swap("05:00", "14:30")
    late = told.people["Ana"].model_copy(update={"seats": {at(6, 15, 30): "Finch"}})
    (found,) = audited(RULE, tiny(), told.model_copy(update={"people": {"Ana": late}}))
    assert (found.first, found.end) == (at(6, 5), at(6, 15, 30))


def test_one_who_comes_up_needs_a_place_from_docking_to_the_end() -> None:
    scenario = tiny({"vehicles.Finch.conditions": {jan(5): {"state": "unusable"}}})
    assert judged(RULE, scenario) == [("Cleo", 5, 11)]
