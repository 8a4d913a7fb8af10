from __future__ import annotations

from posing import audited, judged
from tiny import jan, plan, tiny

RULE = "everyone-has-a-seat"
ALL_STAY = plan({"Wren": {"stays": True}}, {"Ana": {"stays": True}, "Boris": {"stays": True}})
"""With nobody on a ride home, only this rule minds how many places there are."""


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


def test_one_place_is_not_enough_for_two() -> None:
    assert judged(RULE, tiny(hit(3, places=1)), ALL_STAY) == [("Boris", 3, 11)]


def test_the_last_day_aboard_is_the_day_before_undocking() -> None:
    assert judged(RULE, tiny(hit(7, places=0))) == [("Ana", 7, 8), ("Boris", 7, 8)]
    assert audited(RULE, tiny(hit(8, places=0))) == []


def test_one_who_comes_up_needs_a_place_from_docking_to_the_end() -> None:
    scenario = tiny({"vehicles.Finch.conditions": {jan(5): {"state": "unusable"}}})
    assert judged(RULE, scenario) == [("Cleo", 5, 11)]
