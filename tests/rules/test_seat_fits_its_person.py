from __future__ import annotations

from typing import Any

from lifeboat.plans.plan import Plan
from posing import audited, judged, only, possible
from tiny import TINY, jan, plan, tiny

RULE = "seat-fits-its-person"

RAFT = {
    **TINY["vehicle_types"]["boat"],
    "needs": ["raft-liner"],
    "improvised_needs": ["raft-liner"],
}
TO_ANOTHER_TYPE = {"vehicles.Finch.type": "raft", "vehicle_types.raft": RAFT}


def reseat(first: int) -> Plan:
    """Boris's liner is in Finch from a day on, and back in Wren on the 7th."""
    return plan(people={"Boris": {"seats": {jan(first): "Finch", jan(7): "Wren"}}})


def both(edits: dict[str, Any], first: int) -> list[tuple[object, ...]]:
    """The audit of a reseat; the model, where a pin asks for it, has to agree."""
    found = audited(RULE, tiny(edits), reseat(first))
    pin = {"person": "Boris", "seat": "Finch", "during": f"{jan(first)}..{jan(6)}"}
    pinned = only(tiny({**edits, "pins.there": pin}), RULE, "pins-hold")
    assert possible(pinned) == (not found)
    return [(it.subject, it.first and it.first.day, it.end and it.end.day) for it in found]


def test_everybody_in_the_vehicle_they_came_in_is_kept() -> None:
    assert judged(RULE, tiny()) == []


def test_a_liner_may_be_moved_into_a_vehicle_on_the_day_it_docks() -> None:
    assert both({}, first=5) == []


def test_a_liner_is_not_moved_into_a_vehicle_that_is_not_there_yet() -> None:
    assert both({}, first=4) == [("Boris", 4, 7)]


def test_a_liner_does_not_stay_in_a_vehicle_that_has_left() -> None:
    scenario = tiny({"vehicles.Wren.leaves": jan(6)})
    stays = plan(people={"Ana": {"stays": True}})
    found = audited(RULE, scenario, stays)
    assert [(it.subject, it.first and it.first.day, it.end and it.end.day) for it in found] == [
        ("Ana", 6, 11)
    ]


def test_gear_has_to_fit() -> None:
    assert both(TO_ANOTHER_TYPE, first=5) == [("Boris", 5, 7)]
    assert both({**TO_ANOTHER_TYPE, "people.Boris.gear": ["liner", "raft-liner"]}, first=5) == []


def test_gear_that_a_vehicle_brings_fits_in_that_vehicle() -> None:
    brings = {"vehicles.Finch.brings": {"Boris": ["raft-liner"]}}
    assert both({**TO_ANOTHER_TYPE, **brings}, first=5) == []
    for_ana = {"vehicles.Finch.brings": {"Ana": ["raft-liner"]}}
    assert both({**TO_ANOTHER_TYPE, **for_ana}, first=5) == [("Boris", 5, 7)]
    elsewhere = {"vehicles.Wren.brings": {"Boris": ["raft-liner"]}}
    assert both({**TO_ANOTHER_TYPE, **elsewhere}, first=5) == [("Boris", 5, 7)]


def test_gear_has_to_fit_where_improvised_places_would_need_nothing() -> None:
    """There are no improvised places in a raft, so nobody fits in for want of needs."""
    raft = {**RAFT, "improvised_needs": []}
    assert both({**TO_ANOTHER_TYPE, "vehicle_types.raft": raft}, first=5) == [("Boris", 5, 7)]


def test_training_has_to_fit() -> None:
    gear = {"people.Boris.gear": ["liner", "raft-liner"], "vehicle_types.raft": RAFT}
    untrained = {**gear, "vehicles.Finch.type": "raft", "people.Boris.trained": ["boat"]}
    untrained["vehicle_types.raft"] = {**RAFT, "improvised_needs": ["nothing anyone has"]}
    assert both(untrained, first=5) == [("Boris", 5, 7)]
    assert both({**untrained, "people.Boris.trained": ["boat", "raft"]}, first=5) == []


def test_a_liner_is_moved_in_no_earlier_than_the_vehicle_is_ready() -> None:
    assert both({"vehicles.Finch.reseat_from": jan(6)}, first=6) == []
    assert both({"vehicles.Finch.reseat_from": jan(7)}, first=6) == [("Boris", 6, 7)]


def test_those_who_came_in_a_vehicle_need_not_wait_until_it_is_ready() -> None:
    assert judged(RULE, tiny({"vehicles.Finch.reseat_from": jan(9)})) == []


def test_a_liner_may_wait_on_the_station() -> None:
    waits = plan(people={"Boris": {"seats": {jan(2): "station", jan(7): "Wren"}}})
    assert judged(RULE, tiny(), waits) == []
