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
    """Until Cleo comes on the 5th, Wren would take the only pilot away."""
    skills = {"station.skills.pilot.after_departure": 1}
    assert judged(RULE, tiny({**PILOTS, **skills})) == [("pilot", 1, 5)]


def test_one_who_is_to_ride_another_vehicle_home_remains() -> None:
    """Dan rides home in Finch: were Wren to leave, he would remain, and the other way round."""
    dan = {"agency": "Tiny", "up": "Wren", "seat": "Wren", "skills": ["pilot"]}
    skills = {"station.skills.pilot.after_departure": 1}
    scenario = tiny({**PILOTS, **skills, "people.Dan": dan})
    stays = plan(people={"Dan": {"stays": True}})
    assert judged(RULE, scenario, stays) == []


def test_from_the_last_handover_on_the_one_vehicle_would_take_everybody() -> None:
    """Finch leaves with Cleo on the 10th; from the 8th on she is the only pilot."""
    skills = {"station.skills.pilot.after_departure": 1}
    home = plan({"Finch": {"undock": jan(10)}}, {"Cleo": {"home": "Finch"}})
    scenario = tiny({**PILOTS, **skills})
    assert judged(RULE, scenario, home) == [("pilot", 1, 5), ("pilot", 8, 10)]
