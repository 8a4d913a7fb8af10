from __future__ import annotations

from typing import Any

import pytest

from lifeboat.rules.counting import contradictions
from lifeboat.situation.situation import Situation
from posing import audited, judged, only, possible
from tiny import PERSON, TINY, jan, plan, tiny

RULE = "never-understaffed"
PILOTS = {"people.Ana.skills": ["pilot"], "people.Cleo.skills": ["pilot"]}
ALL_STAY = plan({"Wren": {"stays": True}}, {"Ana": {"stays": True}, "Boris": {"stays": True}})
FREIGHTER = {"vehicles": {"Wren": {**TINY["vehicles"]["Wren"], "seats": 0}}}
"""Wren without seats, there until the 8th, and no other vehicle."""
ONE_REMAINS = {"station.skills.pilot": {"least": 1, "after_departure": 1}}


def test_a_station_that_may_be_empty_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(("least", "kept"), [(1, True), (2, False)])
def test_the_least_crew_is_always_aboard(least: int, kept: bool) -> None:
    """Only Cleo is aboard from the 8th on."""
    found = judged(RULE, tiny({"station.crew.least": least}))
    assert found == ([] if kept else [("crew", 8, 11)])


def test_before_the_horizon_nobody_is_needed() -> None:
    """Wren docked on 31 December; the horizon begins on 1 January."""
    edits = {"station.crew.least": 1, "vehicles.Wren.docked": "2029-12-31"}
    assert judged(RULE, tiny(edits)) == []


def test_a_skill_is_always_aboard() -> None:
    """Ana until the 7th, Cleo from the 5th."""
    skills = {"station.skills.pilot.least": 1}
    assert judged(RULE, tiny({**PILOTS, **skills})) == []
    assert judged(RULE, tiny({"people.Ana.skills": ["pilot"], **skills})) == [("pilot", 8, 11)]
    assert judged(RULE, tiny({"people.Cleo.skills": ["pilot"], **skills})) == [("pilot", 1, 5)]


@pytest.mark.parametrize("least", [0, 1])
def test_enough_would_remain_if_any_one_vehicle_left(least: int) -> None:
    """Until Cleo comes on the 5th, Wren would take the only pilot away; and once Wren has left,
    Finch would, for Cleo is to go home on it some day. Some pilot is always aboard.
    """
    skills = {"station.skills.pilot": {"least": least, "after_departure": 1}}
    assert judged(RULE, tiny({**PILOTS, **skills})) == [("pilot", 1, 5), ("pilot", 8, 11)]


def test_one_who_stays_in_spite_of_their_plan_leaves_with_the_last_ship_all_the_same() -> None:
    """Ana, the only pilot but Cleo, is left behind by Wren: from the 8th on there is Finch alone,
    for both of them, and whether Ana moves into it or not helps nobody.
    """
    skills = {"station.skills.pilot.after_departure": 1}
    left = plan(people={"Ana": {"stays": True}})
    assert judged(RULE, tiny({**PILOTS, **skills}), left) == [("pilot", 1, 5), ("pilot", 8, 11)]


def test_while_two_ships_with_seats_are_there_one_whose_ship_is_gone_may_be_in_either() -> None:
    """Ana came with a ship that is gone; with Finch beside Wren she remains, whichever leaves."""
    gone = {"people.Ana.home": "Robin", "people.Ana.seat": "station", "people.Ana.up": None}
    robin = {"type": "boat", "pad": "beach", "may_cancel": True, "planned": jan(9)}
    robin["modes"] = {"empty": {"windows": jan(9)}}
    skills = {"station.skills.pilot.after_departure": 1}
    scenario = tiny({**PILOTS, **skills, **gone, "vehicles.Robin": robin})
    there = plan({"Robin": {"cancelled": True}, "Wren": {"stays": True}}, {"Ana": {"stays": True}})
    assert judged(RULE, scenario, there) == [("pilot", 1, 5)]


@pytest.mark.parametrize(
    ("home", "broken"), [("Finch", [(1, 5), (8, 11)]), ("Wren", [(1, 5), (5, 8), (8, 11)])]
)
def test_one_who_is_to_ride_another_vehicle_home_remains(
    home: str, broken: list[tuple[int, int]]
) -> None:
    """Ana leaves on Wren. Dan stays: while Finch is there he remains if his way home is in it, were
    Wren to leave; and Ana remains, were Finch to leave.
    """
    dan = {"agency": "Tiny", "up": "Wren", "seat": "Wren", "home": home, "skills": ["pilot"]}
    skills = {"station.skills.pilot.after_departure": 1, "people.Ana.skills": ["pilot"]}
    stays = plan(people={"Dan": {"stays": True}})
    found = judged(RULE, tiny({**skills, "people.Dan": dan}), stays)
    assert found == [("pilot", *span) for span in broken]


def test_whoever_is_to_ride_another_vehicle_than_planned_leaves_in_that() -> None:
    """Ana, planned on Wren, goes home on Finch on the 10th, with Cleo: before the 5th she would
    remain without Wren; from then on Finch would take both.
    """
    skills = {"station.skills.pilot.after_departure": 1}
    home = plan({"Finch": {"undock": jan(10)}}, {it: {"home": "Finch"} for it in ("Ana", "Cleo")})
    found = judged(RULE, tiny({**PILOTS, **skills}), home)
    assert found == [("pilot", 5, 8), ("pilot", 8, 10)]


def test_from_the_last_handover_on_the_one_vehicle_would_take_everybody() -> None:
    """Finch leaves with Cleo on the 10th; from the 8th on she is the only pilot."""
    skills = {"station.skills.pilot.after_departure": 1}
    home = plan({"Finch": {"undock": jan(10)}}, {"Cleo": {"home": "Finch"}})
    scenario = tiny({**PILOTS, **skills})
    assert judged(RULE, scenario, home) == [("pilot", 1, 5), ("pilot", 8, 10)]


def test_only_those_with_the_skill_count_among_who_would_remain() -> None:
    """Boris, who is no pilot, stays: from the 8th on he would be alone if Finch left."""
    skills = {"station.skills.pilot.after_departure": 1}
    stays = plan(people={"Boris": {"stays": True}})
    assert judged(RULE, tiny({**PILOTS, **skills}), stays) == [("pilot", 1, 5), ("pilot", 8, 11)]


def test_of_two_pilots_in_two_vehicles_one_remains_whichever_leaves() -> None:
    """Ana's way home is in Wren, Cleo's in Finch; until Cleo comes Ana is alone."""
    assert judged(RULE, tiny({**PILOTS, **ONE_REMAINS}), ALL_STAY) == [("pilot", 1, 5)]
    there = {"vehicles.Finch": {"type": "boat", "port": "south", "docked": "2029-12-02"}}
    cleo = {"people.Cleo": {"agency": "Tiny", "up": "Finch", "seat": "Finch", "skills": ["pilot"]}}
    assert judged(RULE, tiny({**PILOTS, **ONE_REMAINS, **there, **cleo}), ALL_STAY) == []


def test_the_only_vehicle_takes_the_only_pilot() -> None:
    """Finch does not come, and Ana stays with Wren."""
    alone = {**ONE_REMAINS, "people.Ana.skills": ["pilot"], "vehicles.Finch.may_cancel": True}
    flights = {"Wren": {"stays": True}, "Finch": {"cancelled": True}}
    stays = plan(flights, {"Ana": {"stays": True}, "Boris": {"stays": True}})
    assert judged(RULE, tiny(alone), stays) == [("pilot", 1, 11)]


def test_a_way_home_may_be_in_a_vehicle_without_seats() -> None:
    """Wren has improvised places only; Ana would still leave in it, and not in Finch."""
    pallets = {"vehicles.Wren.seats": 0, "vehicles.Wren.improvised": {"places": 2}}
    assert judged(RULE, tiny({**PILOTS, **ONE_REMAINS, **pallets}), ALL_STAY) == [("pilot", 1, 5)]


def test_with_no_way_home_one_would_leave_in_the_last_vehicle_with_seats() -> None:
    """Dan, the only pilot, remains while both vehicles are there. From the 8th on there is Finch
    alone, also where it cannot leave within the horizon.
    """
    finch = {"type": "boat", "port": "south", "docked": "2029-12-02", "undock": f"{jan(20)}.."}
    dan = {"agency": "Tiny", "seat": "station", "skills": ["pilot"]}
    people = {"Ana": {**PERSON}, "Boris": {**PERSON}, "Dan": dan}
    scenario = tiny({**ONE_REMAINS, "vehicles.Finch": finch, "people": people})
    assert judged(RULE, scenario) == [("pilot", 8, 11)]
    assert not possible(only(scenario, RULE, "flights-keep-their-windows"))
    assert possible(only(scenario, "flights-keep-their-windows"))


def test_a_freighter_takes_nobody_away() -> None:
    """Dan, who has no way home, remains whether it is there or gone."""
    dan = {"agency": "Tiny", "seat": "station", "skills": ["pilot"]}
    asked = {"station.skills.pilot.after_departure": 1}
    assert judged(RULE, tiny({**FREIGHTER, **asked, "people": {"Dan": dan}})) == []


def test_while_any_vehicle_is_there_so_many_have_to_remain() -> None:
    """Nobody is aboard, and nobody would be if Wren left; from the 8th on no vehicle is there."""
    asked = {"station.skills.pilot.after_departure": 1}
    assert judged(RULE, tiny({**FREIGHTER, **asked, "people": {}})) == [("pilot", 1, 8)]


def test_as_a_should_it_makes_no_plan_impossible() -> None:
    should = {"rules.never-understaffed": "should"}
    assert possible(tiny({**should, **ONE_REMAINS, "station.crew.least": 4}))


@pytest.mark.parametrize(
    ("needed", "told"),
    [
        ({"crew": {"least": 2}}, "1 person aboard, at least 2 needed"),
        (
            {"skills": {"pilot": {"least": 2}}},
            "1 person able to do pilot, at least 2 needed",
        ),
        (
            {"skills": {"pilot": {"after_departure": 1}}},
            "if Finch left, 0 people able to do pilot would remain, at least 1 needed",
        ),
    ],
)
def test_it_is_told_who_is_missing(needed: dict[str, Any], told: str) -> None:
    """On the last days, when Cleo is alone, a pilot, with Finch."""
    station = {"name": "Tiny Station", **needed}
    last = audited(RULE, tiny({**PILOTS, "station": station}))[-1]
    assert last.message == told
    assert last.vehicles == (("Finch",) if "if Finch left" in told else ())
    assert last.see == (
        (("station", "crew") if "crew" in needed else ("station", "skills", "pilot")),
    )


@pytest.mark.parametrize(
    ("able", "told"),
    [("", ["0 people aboard are able to do pilot, at least 2 needed"]), ("Ana Boris", [])],
)
def test_who_is_aboard_from_the_start_is_counted(able: str, told: list[str]) -> None:
    skilled = {f"people.{name}.skills": ["pilot"] for name in able.split()}
    scenario = tiny({"station.skills.pilot.least": 2, **skilled})
    assert contradictions(Situation.of(scenario, {})) == told


@pytest.mark.parametrize(
    ("docked", "told"),
    [(f"{jan(1)}T12:00Z", []), (jan(2), ["2 people are aboard, at least 3 needed"])],
)
def test_who_is_on_their_way_may_be_there_on_the_first_day(docked: str, told: list[str]) -> None:
    """Finch brings Cleo in the first day of the horizon or right after it."""
    finch = {"type": "boat", "pad": "beach", "launched": "2029-12-31", "docked": docked}
    scenario = tiny({"vehicles.Finch": finch, "station.crew.least": 3})
    assert contradictions(Situation.of(scenario, {})) == told
    assert judged(RULE, scenario, ALL_STAY) == ([] if not told else [("crew", 1, 2)])
