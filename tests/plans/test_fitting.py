"""A plan for an earlier date, and what of it a later scenario knows."""

from __future__ import annotations

from lifeboat.plans.fitting import LostRide, fitted
from lifeboat.scenario.scenario import Scenario
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


def test_a_departure_that_is_late_is_still_to_come() -> None:
    assert leaves(tiny({"as_of": jan(7)})) is not None
    assert leaves(tiny({"as_of": jan(9)})) is None


def leaves(scenario: Scenario) -> object:
    return fitted(EARLIER, scenario).plan.flights["Wren"].undock


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
