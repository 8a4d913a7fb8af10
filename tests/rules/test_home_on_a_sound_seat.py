from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from posing import audited, judged
from tiny import PERSON, jan, plan, tiny

RULE, FIT = "home-on-a-sound-seat", "seat-fits-its-person"
LEAVES_EMPTY = plan(people={"Ana": {"stays": True}, "Boris": {"stays": True}})
HIT, SOUND = {"state": "emergency-only"}, {"state": "sound"}
HOME_ON_FINCH = {"Finch": {"undock": jan(9)}}


def hit(day: int, **more: Any) -> dict[str, Any]:
    """Wren is for an emergency only from a day on."""
    return {f"vehicles.Wren.conditions.{jan(day)}": {"state": "emergency-only", **more}}


def test_home_on_the_seats_they_came_on_is_kept() -> None:
    assert judged(RULE, tiny()) == []


BOTH_ON_THE_8TH = [("Wren", 7, 8), ("Wren", 7, 8)]


def test_what_counts_is_the_condition_on_the_day_of_undocking_and_on_the_day_before() -> None:
    """Ana and Boris leave on the 8th."""
    for day, found in ((7, BOTH_ON_THE_8TH), (8, BOTH_ON_THE_8TH), (9, [])):
        assert judged(RULE, tiny(hit(day))) == found


def test_a_condition_found_at_noon_holds_all_day() -> None:
    noon = {f"vehicles.Wren.conditions.{jan(8)}T12:00Z": {"state": "emergency-only"}}
    assert judged(RULE, tiny(noon)) == BOTH_ON_THE_8TH


def test_a_repair_on_the_day_of_undocking_comes_too_late() -> None:
    """Until the 7th Wren is a shelter only; they sat in it on the 7th."""
    mended = {"vehicles.Wren.conditions": {jan(3): HIT, jan(8): SOUND}}
    assert judged(RULE, tiny(mended)) == BOTH_ON_THE_8TH
    by_the_7th = {"vehicles.Wren.conditions": {jan(3): HIT, jan(7): SOUND}}
    assert judged(RULE, tiny(by_the_7th)) == []


def test_damaged_and_cleared_within_a_day_is_damaged_that_day() -> None:
    """Hit at six in the morning of the 8th, declared sound in the evening."""
    cleared = {f"{jan(8)}T06:00Z": HIT, f"{jan(8)}T18:00Z": SOUND}
    assert judged(RULE, tiny({"vehicles.Wren.conditions": cleared})) == BOTH_ON_THE_8TH
    by_hours = {"resolution": "6h", "vehicles.Wren.leaves": f"{jan(8)}T00:00Z"}
    assert judged(RULE, tiny({**by_hours, "vehicles.Wren.conditions": cleared})) == []
    at_six = {"resolution": "6h", "vehicles.Wren.leaves": f"{jan(8)}T06:00Z"}
    told = judged(RULE, tiny({**at_six, "vehicles.Wren.conditions": cleared}))
    assert told == [("Wren", 8, 8), ("Wren", 8, 8)]


def test_fewer_rides_on_the_day_of_undocking_leave_somebody_behind() -> None:
    """Two sat in it as a sound ship; from the 8th it takes one of them home."""
    assert judged(RULE, tiny(hit(8, ride_home=True))) == []
    assert judged(RULE, tiny(hit(8, ride_home=True, places=1))) == [("Wren", 7, 8)]
    fewer = {jan(5): {**HIT, "ride_home": True}, jan(8): {**HIT, "ride_home": True, "places": 1}}
    assert judged(RULE, tiny({"vehicles.Wren.conditions": fewer})) == [("Wren", 7, 8)]


def test_an_improvised_place_is_no_ride_once_the_ship_is_damaged() -> None:
    """Dan's place is improvised and takes him home, until Wren is hit on the day they leave."""
    loose = {"places": 1, "ride_home": True, "needs": []}
    dan = {"people.Dan": {**PERSON, "gear": []}, "vehicles.Wren.improvised": loose}
    assert judged(RULE, tiny(dan)) == []
    damaged = judged(RULE, tiny({**dan, **hit(8, ride_home=True, places=3)}))
    assert damaged == [("Wren", 7, 8)]


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
    for day, kept in ((7, False), (8, False), (9, True)):
        broken = {f"vehicles.Wren.conditions.{jan(day)}": {"state": "unusable"}}
        able = tiny({**broken, "vehicle_types.boat.flies_empty": ["down"]})
        assert (judged(RULE, able, LEAVES_EMPTY) == []) is kept


def test_a_plan_sends_nobody_home_on_a_ship_that_stays() -> None:
    home = plan({"Wren": {"stays": True}}, {"Ana": {"home": "Wren"}, "Boris": {"stays": True}})
    assert [(it.subject, it.people) for it in audited(RULE, tiny(), home)] == [("Wren", ("Ana",))]


@pytest.mark.parametrize("day", [5, 10])
def test_on_the_last_day_too_a_vehicle_leaves_empty_only_if_it_can(day: int) -> None:
    empty = plan({"Wren": {"undock": jan(day)}}, {who: {"stays": True} for who in ("Ana", "Boris")})
    assert judged(RULE, tiny(), empty) == [("Wren", day - 1, day)]


def test_whoever_is_to_leave_in_what_stays_is_a_fact_however_strict_the_rule() -> None:
    """Finch is still there when the horizon ends."""
    loose = tiny({"rules": {RULE: "should"}})
    (found,) = audited(RULE, loose, plan(people={"Ana": {"home": "Finch"}}))
    assert (found.strength, found.people, found.vehicles) == ("must", ("Ana",), ("Finch",))


def test_who_does_not_come_is_not_missed_on_the_way_home() -> None:
    away = plan({"Finch": {"cancelled": True}}, {"Cleo": {"home": "Wren"}})
    assert audited(RULE, tiny(), away) == []


TERN = {"type": "boat", "seats": 0, "leaves": jan(10), "delivers_gear": {"Ana": ["suit"]}}


def suited_by(day: int) -> dict[str, Any]:
    """Wren's seats need a suit, which Tern delivers for Ana on a day; until then she holds its
    improvised place, a ride home too. It is hit on the 8th, and still takes two home.
    """
    return {
        **hit(8, ride_home=True),
        "vehicle_types.boat.needs": ["suit"],
        "vehicle_types.boat.flies_empty": ["up", "down"],
        "vehicles.Wren.improvised": {"places": 1, "ride_home": True, "needs": ["liner"]},
        "vehicles.Tern": {
            **TERN,
            "modes": {"cargo": {"windows": jan(day - 1)}},
            "planned": jan(day - 1),
        },
        "people.Ana.gear": ["liner"],
        "people.Boris.gear": ["suit"],
        "ports.west": {"accepts": ["ring"]},
    }


def test_who_leaves_in_a_ship_hit_that_day_had_the_gear_for_its_places_the_day_before() -> None:
    assert judged(RULE, tiny(suited_by(7))) == []
    assert judged(RULE, tiny(suited_by(8))) == [("Wren", 7, 8)]
    assert judged(RULE, tiny(suited_by(8)), plan({"Wren": {"undock": jan(7)}})) == []
    assert audited(RULE, tiny({**suited_by(8), "rules": {FIT: "should"}})) == []


THIRD = {"people.Dan": PERSON}


@pytest.mark.parametrize(
    ("edits", "whys"),
    [
        (THIRD, ["Dan goes home on Wren, but has no place in it"]),
        (
            {**THIRD, "vehicles.Wren.improvised": {"places": 1}},
            ["Dan goes home on Wren, but on an improvised place"],
        ),
        (
            hit(5),
            [
                "Ana goes home on Wren, but on a damaged place",
                "Boris goes home on Wren, but on a damaged place",
            ],
        ),
        (
            hit(8),
            [
                "Ana goes home on Wren, but it is emergency-only by then",
                "Boris goes home on Wren, but it is emergency-only by then",
            ],
        ),
        (
            hit(5, ride_home=True, places=1),
            ["Boris goes home on Wren, but has no place in it"],
        ),
        (
            hit(8, ride_home=True, places=1),
            ["Boris goes home on Wren, but its condition leaves no place for Boris"],
        ),
        (suited_by(8), ["Ana goes home on Wren, but no place that is left in it fits"]),
    ],
)
def test_it_is_told_who_may_not_go_home_so_and_why(edits: dict[str, Any], whys: list[str]) -> None:
    assert [it.message for it in audited(RULE, tiny(edits))] == whys


def test_a_seat_in_another_ship_is_no_ride_home_in_this_one() -> None:
    """Boris sits in Wren, which stays; Finch is to take him home."""
    away = plan(
        {"Wren": {"stays": True}, **HOME_ON_FINCH},
        {"Ana": {"stays": True}, "Boris": {"home": "Finch"}},
    )
    (found,) = audited(RULE, tiny(), away)
    assert found.message == "Boris goes home on Finch, but did not sit in it before"
    assert (found.people, found.vehicles) == (("Boris",), ("Finch",))


@pytest.mark.parametrize(
    ("edits", "flown", "fact"),
    [
        ({}, plan(), []),
        (THIRD, plan(), ["3 people go home on Wren, which has 2 places then"]),
        ({}, LEAVES_EMPTY, ["Wren leaves with nobody aboard and cannot fly empty"]),
        (
            {
                "vehicle_types.boat.flies_empty": ["down"],
                f"vehicles.Wren.conditions.{jan(8)}": {"state": "unusable"},
            },
            LEAVES_EMPTY,
            ["Wren leaves while it is unusable"],
        ),
    ],
)
def test_what_no_vehicle_can_do_is_a_fact_however_strict_the_rule(
    edits: dict[str, Any], flown: Plan, fact: list[str]
) -> None:
    found = audited(RULE, tiny({**edits, "rules": {RULE: "should"}}), flown)
    assert [it.message for it in found if it.strength == "must"] == fact
