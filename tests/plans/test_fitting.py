"""A plan for an earlier date, and what of it a later scenario knows."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lifeboat.days import read_moment
from lifeboat.plans.fitting import LostRide, fitted, without_unknown
from lifeboat.plans.plan import Flight
from tiny import jan, plan, tiny

EARLIER = plan(
    {"Wren": {"undock": jan(8)}, "Finch": {"mode": "crewed", "launch": jan(4)}},
    {"Ana": {"home": "Wren"}, "Cleo": {"up": "Finch", "stays": True}},
)


def test_what_a_scenario_knows_stays_as_it_is() -> None:
    told = fitted(EARLIER, tiny())
    assert told.plan == EARLIER
    assert (told.unknown, told.lost) == ((), {})


def test_vehicles_and_people_that_are_no_more_are_left_out_and_told() -> None:
    more = plan({"Robin": {"stays": True}, "Wren": {"undock": jan(8)}}, {"Dora": {"stays": True}})
    told = fitted(more, tiny())
    assert (set(told.plan.flights), set(told.plan.people)) == ({"Wren"}, set())
    assert told.unknown == ("Robin", "Dora")


def test_what_was_not_to_come_is_not_missed() -> None:
    told = fitted(plan({"Robin": {"cancelled": True}}, {"Dora": {}}), tiny())
    assert told.unknown == ()
    assert (told.plan.flights, told.plan.people) == ({}, {})


def test_a_mode_that_is_no_more_leaves_the_flight_to_the_scenario() -> None:
    told = fitted(plan({"Finch": {"mode": "empty", "launch": jan(3), "undock": jan(9)}}), tiny())
    (flight,) = told.plan.flights.values()
    assert (flight.mode, flight.launch, flight.dock) == (None, None, None)
    assert flight.undock is not None
    assert told.unknown == ("mode empty of Finch",)


def test_rides_and_seats_in_ships_that_are_no_more_are_lost() -> None:
    told = fitted(plan(people={"Ana": {"home": "Robin", "seats": {jan(2): "Robin"}}}), tiny())
    assert (told.plan.people["Ana"].home, told.plan.people["Ana"].stays) == (None, True)
    assert told.lost == {"Ana": LostRide("Robin", None)}
    assert told.plan.people["Ana"].seats == {}


def test_a_ride_that_is_lost_is_told_with_its_date() -> None:
    gone = plan({"Robin": {"undock": jan(9)}}, {"Ana": {"home": "Robin"}})
    assert fitted(gone, tiny()).lost == {"Ana": LostRide("Robin", read_moment(jan(9)))}


@pytest.mark.parametrize(
    ("as_of", "stays"),
    [(jan(7), True), (jan(8), True), (f"{jan(8)}T12:00Z", True), (jan(9), False)],
)
def test_a_departure_that_is_late_is_still_to_come(as_of: str, stays: bool) -> None:
    """Wren, still docked, was to leave on the 8th: that day is not over before the 9th."""
    undock = fitted(EARLIER, tiny({"as_of": as_of})).plan.flights["Wren"].undock
    assert (undock is not None) is stays


def test_a_flight_that_was_not_launched_in_time_stays_as_it_was_planned() -> None:
    """Finch is still on the ground on the 7th: its launch and its departure are told as broken."""
    late = plan({"Finch": {"launch": jan(3), "undock": jan(6)}})
    assert fitted(late, tiny({"as_of": jan(7)})).plan == late


def test_a_move_to_a_port_that_is_no_more_is_left_out() -> None:
    moves = {"relocations": {jan(3): "south", jan(4): "west"}, "port": "west"}
    told = fitted(plan({"Wren": moves}), tiny())
    assert told.plan.flights["Wren"].relocations is not None
    assert list(told.plan.flights["Wren"].relocations.values()) == ["south"]
    assert told.plan.flights["Wren"].port is None
    assert told.unknown == ("port west",)


def test_a_ride_up_in_a_ship_that_is_no_more_is_left_to_the_scenario() -> None:
    told = fitted(
        plan(people={"Cleo": {"up": "Robin"}, "Ana": {"seats": {jan(2): "station"}}}), tiny()
    )
    assert told.plan.people["Cleo"].up is None
    assert list(told.plan.people["Ana"].seats.values()) == ["station"]
    assert told.lost == {}


def test_the_mode_in_which_a_docked_ship_came_is_not_missed() -> None:
    came = plan({"Wren": {"mode": "crewed", "port": "north"}})
    told = fitted(came, tiny())
    assert (told.plan, told.unknown) == (came, ())


def as_it_flies(flight: dict[str, Any], **more: Any) -> Flight:
    """What is left of a plan of Finch, which was launched on the 3rd and docks on the 6th."""
    finch = {"type": "boat", "pad": "beach", "launched": jan(3), "docked": jan(6), **more}
    told = fitted(plan({"Finch": flight}), tiny({"as_of": jan(4), "vehicles.Finch": finch}))
    assert told.unknown == ()
    return told.plan.flights["Finch"]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"launch": jan(3), "dock": jan(6)},
        {"launch": f"{jan(3)}T12:00Z", "dock": f"{jan(6)}T23:00Z"},
        {"port": "south"},
        {"undock": jan(9)},
    ],
)
def test_what_a_plan_has_as_a_ship_on_its_way_flies_stays(told: dict[str, Any]) -> None:
    """To the day, which is a slot; nobody has said yet where it docks, or when it leaves."""
    assert as_it_flies(told) == Flight.model_validate_json(json.dumps(told))


@pytest.mark.parametrize(
    "told",
    [
        {"mode": "crewed"},
        {"cancelled": True},
        {"launch": jan(2)},
        {"launch": jan(4)},
        {"dock": jan(5)},
        {"dock": f"{jan(7)}T01:00Z"},
        {"port": "north"},
    ],
)
def test_what_a_plan_has_otherwise_of_a_ship_on_its_way_is_left_out(told: dict[str, Any]) -> None:
    assert as_it_flies(told, port="south") == Flight()


def test_a_ship_on_its_way_docks_where_it_is_told_to() -> None:
    assert as_it_flies({"port": "south"}, port="south").port == "south"


GONE = plan(
    {"Robin": {"launch": jan(3), "undock": jan(9)}, "Wren": {"undock": jan(8)}},
    {"Ana": {"home": "Robin", "seats": {jan(4): "Robin"}}, "Boris": {"home": "Wren"}},
)


def test_only_names_are_left_out_where_a_plan_is_checked() -> None:
    told = without_unknown(GONE, tiny())
    assert told.unknown == ("Robin",)
    assert set(told.plan.flights) == {"Wren"}
    assert told.lost == {"Ana": LostRide("Robin", GONE.flights["Robin"].undock)}
    assert told.plan.people["Ana"].stays
    assert told.plan.people["Boris"] == GONE.people["Boris"]


def test_an_undocking_that_is_late_is_not_left_out_there() -> None:
    assert without_unknown(EARLIER, tiny({"as_of": jan(9)})).plan == EARLIER


def test_what_is_over_is_not_missed() -> None:
    """Robin undocked on New Year's Eve with Dora, one day before the date of the scenario."""
    over = plan({"Robin": {"undock": "2029-12-31"}}, {"Dora": {"home": "Robin"}})
    told = without_unknown(over, tiny())
    assert (told.unknown, told.lost, told.plan) == ((), {}, over)


def test_a_ride_up_and_a_seat_to_come_are_told_even_where_no_flight_is_given() -> None:
    told = without_unknown(
        plan(people={"Cleo": {"up": "Robin"}, "Ana": {"seats": {jan(5): "Tern"}}}), tiny()
    )
    assert told.unknown == ("Robin", "Tern")
    assert (told.plan.people["Cleo"].up, told.plan.people["Ana"].seats) == (None, {})
