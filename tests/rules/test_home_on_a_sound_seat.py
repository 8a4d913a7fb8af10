from __future__ import annotations

from typing import Any

from posing import audited, judged
from tiny import PERSON, jan, plan, tiny

RULE = "home-on-a-sound-seat"
LEAVES_EMPTY = plan(people={"Ana": {"stays": True}, "Boris": {"stays": True}})
HOME_ON_FINCH = {"Finch": {"undock": jan(9)}}


def hit(day: int, **more: Any) -> dict[str, Any]:
    """Wren is for an emergency only from a day on."""
    return {f"vehicles.Wren.conditions.{jan(day)}": {"state": "emergency-only", **more}}


def test_home_on_the_seats_they_came_on_is_kept() -> None:
    assert judged(RULE, tiny()) == []


def test_what_counts_is_the_condition_on_the_day_before_undocking() -> None:
    assert judged(RULE, tiny(hit(8))) == []
    assert judged(RULE, tiny(hit(7))) == [("Wren", 7, 8), ("Wren", 7, 8)]


def test_a_scenario_may_let_people_ride_home_in_a_damaged_vehicle() -> None:
    assert judged(RULE, tiny(hit(7, ride_home=True))) == []
    assert judged(RULE, tiny(hit(7, ride_home=True, places=1))) == [("Wren", 7, 8)]


def test_an_improvised_place_is_for_an_emergency_unless_said_otherwise() -> None:
    third = {"people.Dan": PERSON}
    assert judged(RULE, tiny(third)) == [("Wren", 7, 8)]
    improvised = {**third, "vehicles.Wren.improvised": {"places": 1}}
    assert judged(RULE, tiny(improvised)) == [("Wren", 7, 8)]
    homely = {**third, "vehicles.Wren.improvised": {"places": 1, "ride_home": True}}
    assert judged(RULE, tiny(homely)) == []


def test_whoever_leaves_sat_in_the_vehicle_the_day_before() -> None:
    """Finch leaves on the 9th: Boris's liner has to be in it on the 8th."""
    for day, subjects in ((8, []), (9, ["Finch"])):
        moved = plan(HOME_ON_FINCH, {"Boris": {"home": "Finch", "seats": {jan(day): "Finch"}}})
        assert [it.subject for it in audited(RULE, tiny(), moved)] == subjects


def test_nobody_leaves_on_a_vehicle_that_could_not_receive_their_liner() -> None:
    for day, kept in ((8, True), (9, False)):
        scenario = tiny({"vehicles.Finch.reseat_from": jan(day)})
        moved = plan(HOME_ON_FINCH, {"Boris": {"home": "Finch", "seats": {jan(day): "Finch"}}})
        assert (judged(RULE, scenario, moved) == []) is kept


def test_a_vehicle_leaves_empty_only_if_it_can_fly_empty() -> None:
    assert judged(RULE, tiny(), LEAVES_EMPTY) == [("Wren", 7, 8)]
    able = tiny({"vehicle_types.boat.flies_empty": ["down"]})
    assert judged(RULE, able, LEAVES_EMPTY) == []


def test_empty_return_only_means_that_nobody_rides() -> None:
    limited = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "empty-return-only"}}
    able = tiny({**limited, "vehicle_types.boat.flies_empty": ["down"]})
    assert judged(RULE, able, LEAVES_EMPTY) == []
    assert judged(RULE, able) == [("Wren", 7, 8), ("Wren", 7, 8)]


def test_an_unusable_vehicle_does_not_leave() -> None:
    for day, kept in ((7, False), (8, True)):
        broken = {f"vehicles.Wren.conditions.{jan(day)}": {"state": "unusable"}}
        able = tiny({**broken, "vehicle_types.boat.flies_empty": ["down"]})
        assert (judged(RULE, able, LEAVES_EMPTY) == []) is kept
