from __future__ import annotations

from posing import measured, modelled
from tiny import jan, plan, tiny


def test_whoever_stays_put_is_not_moved() -> None:
    assert measured("reseats", tiny()) == 0


def test_each_move_into_another_vehicle_counts() -> None:
    there_and_back = plan(people={"Ana": {"seats": {jan(5): "Finch", jan(7): "Wren"}}})
    assert measured("reseats", tiny(), there_and_back) == 2


def test_out_to_the_station_and_on_is_one_move() -> None:
    by_way = plan(people={"Ana": {"seats": {jan(3): "station", jan(5): "Finch"}, "stays": True}})
    assert measured("reseats", tiny(), by_way) == 1


def test_coming_up_in_a_vehicle_is_no_move() -> None:
    assert measured("reseats", tiny(), plan(people={"Cleo": {"seats": {jan(5): "Finch"}}})) == 0


def test_it_costs_nothing_before_the_dates_are_settled() -> None:
    """Even a plan that moves both liners: who sits where is decided afterwards."""
    both = plan({"Wren": {"stays": True}}, {"Ana": {"seats": {jan(5): "Finch"}}})
    assert modelled("reseats", tiny(), both) == 0
