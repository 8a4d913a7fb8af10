from __future__ import annotations

import pytest

from posing import judged
from tiny import jan, plan, tiny

RULE = "never-understaffed"
PILOTS = {"people.Ana.skills": ["pilot"], "people.Cleo.skills": ["pilot"]}


def test_a_station_that_may_be_empty_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(("least", "kept"), [(1, True), (2, False)])
def test_the_least_crew_is_always_aboard(least: int, kept: bool) -> None:
    """Only Cleo is aboard from the 8th on."""
    found = judged(RULE, tiny({"station.crew.least": least}))
    assert found == ([] if kept else [("crew", 8, 11)])


def test_a_skill_is_always_aboard() -> None:
    """Ana until the 7th, Cleo from the 5th."""
    skills = {"station.skills.pilot.least": 1}
    assert judged(RULE, tiny({**PILOTS, **skills})) == []
    assert judged(RULE, tiny({"people.Ana.skills": ["pilot"], **skills})) == [("pilot", 8, 11)]
    assert judged(RULE, tiny({"people.Cleo.skills": ["pilot"], **skills})) == [("pilot", 1, 5)]


def test_enough_would_remain_if_any_one_vehicle_left() -> None:
    """Until Cleo comes on the 5th, Wren would take the only pilot away; and once Wren has left,
    Finch would, for Cleo is to go home on it some day.
    """
    skills = {"station.skills.pilot.after_departure": 1}
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
