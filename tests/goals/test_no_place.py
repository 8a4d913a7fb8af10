from __future__ import annotations

from fractions import Fraction
from typing import Any

from posing import counted, measured, modelled
from tiny import jan, plan, tiny

EVERYBODY_STAYS = plan({"Wren": {"stays": True}})
NOT_INTO_FINCH = {"vehicles.Finch.reseat_from": "2030-02-01"}


def hit(state: str, **more: Any) -> dict[str, Any]:
    """What becomes of Wren on the 3rd."""
    return {"vehicles.Wren.conditions": {jan(3): {"state": state, **more}}}


def test_with_a_place_for_everybody_there_is_none() -> None:
    assert counted("no-place", tiny()) == 0


def test_each_day_of_each_person_without_a_place_counts() -> None:
    """Ana and Boris, from the 3rd to the 10th: 2 x 8."""
    scenario = tiny({**hit("unusable"), **NOT_INTO_FINCH})
    assert counted("no-place", scenario, EVERYBODY_STAYS) == 16


def test_only_those_beyond_the_places_left_count() -> None:
    scenario = tiny({**hit("emergency-only", places=1), **NOT_INTO_FINCH})
    assert counted("no-place", scenario, EVERYBODY_STAYS) == 8


def test_a_liner_moved_to_a_free_seat_ends_it() -> None:
    """Finch docks on the 5th with one seat free: 2 x 2 days, then one of them for 6 days."""
    moved = plan({"Wren": {"stays": True}}, {"Ana": {"seats": {jan(5): "Finch"}}})
    assert counted("no-place", tiny(hit("unusable")), moved) == 10


def test_the_model_moves_the_liners_that_a_plan_leaves_where_they_are() -> None:
    assert modelled("no-place", tiny(hit("unusable")), EVERYBODY_STAYS) == 10


def test_hours_between_one_ship_and_the_next_count_as_part_of_a_day() -> None:
    """Wren leaves at six in the morning, Finch docks in its place at eight in the evening: Ana is
    without a place for 14 hours; Boris has gone home in Wren.
    """
    finch = {"launch": f"{jan(5)}T20:00Z", "dock": f"{jan(6)}T20:00Z", "port": "north"}
    flights = {"Wren": {"undock": f"{jan(6)}T06:00Z"}, "Finch": finch}
    ana = {"stays": True, "seats": {f"{jan(6)}T20:00Z": "Finch"}}
    told = plan(flights, {"Ana": ana})
    assert measured("no-place", tiny(), told) == Fraction(14, 24)


def test_on_one_port_a_day_passes_between_one_ship_and_the_next() -> None:
    """With hours of no one told, Finch docks on the day after Wren has left: Ana is a day without a
    place, the 6th.
    """
    finch = {"launch": jan(6), "dock": jan(7), "port": "north"}
    ana = {"stays": True, "seats": {jan(6): "station", jan(7): "Finch"}}
    told = plan({"Wren": {"undock": jan(6)}, "Finch": finch}, {"Ana": ana})
    assert counted("no-place", tiny(), told) == 1
