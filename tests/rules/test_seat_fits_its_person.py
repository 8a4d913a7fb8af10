from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from deciding import situation
from lifeboat.plans.plan import Plan
from lifeboat.rules.seat_fits_its_person import may_sit
from posing import audited, counted, judged, modelled, only, possible
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


def test_a_liner_is_not_moved_into_a_vehicle_that_never_comes() -> None:
    """However strict the rule: Finch is cancelled."""
    lost = plan({"Finch": {"cancelled": True}}, {"Boris": {"seats": {jan(5): "Finch"}}})
    (found,) = audited(RULE, tiny({"rules": {RULE: "should"}}), lost)
    assert (found.strength, found.people, found.vehicles) == ("must", ("Boris",), ("Finch",))
    assert [it and it.day for it in (found.first, found.end)] == [5, 8]


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


SUITS = {
    "vehicle_types.dinghy": {**TINY["vehicle_types"]["boat"], "needs": ["suit"]},
    "vehicle_types.boat.flies_empty": ["up", "down"],
    "vehicles.Finch.type": "dinghy",
    "vehicles.Wren.conditions": {jan(3): {"state": "unusable"}},
    "ports.west": {"accepts": ["ring"]},
}
"""Finch needs suits, which Ana and Boris do not have; from the 3rd on Wren is good for nobody."""


def bringing(day: int) -> dict[str, Any]:
    """Tern, which docks on that day and leaves on the next, delivers a suit for Ana."""
    modes = {"cargo": {"windows": jan(day - 1)}}
    dates = {"planned": jan(day - 1), "leaves": jan(day + 1)}
    tern = {"type": "boat", "seats": 0, "modes": modes, **dates}
    return {**SUITS, "vehicles.Tern": {**tern, "delivers_gear": {"Ana": ["suit"]}}}


def in_finch(day: int) -> Plan:
    """Everybody stays; from that day on Ana's liner is in Finch."""
    stays = {"stays": True}
    return plan({"Wren": stays}, {"Ana": {**stays, "seats": {jan(day): "Finch"}}, "Boris": stays})


def seated(flown: Plan, day: int) -> Plan:
    """The plan with Ana's liner in Finch from a day on."""
    ana = flown.people["Ana"].model_copy(
        update={"seats": {datetime(2030, 1, day, tzinfo=UTC): "Finch"}}
    )
    return flown.model_copy(update={"people": {**flown.people, "Ana": ana}})


def test_gear_that_is_delivered_fits_from_then_on() -> None:
    """Tern docks on the 6th, Finch on the 5th."""
    scenario = tiny(bringing(6))
    assert [it.subject for it in audited(RULE, scenario, in_finch(5))] == ["Ana"]
    assert audited(RULE, scenario, in_finch(6)) == []


@pytest.mark.parametrize(("day", "without"), [(6, 3), (8, 5)])
def test_nobody_has_a_place_that_waits_for_gear(day: int, without: int) -> None:
    """Ana from the 3rd up to that day; Boris on all eight days that are left. What has been
    delivered stays when Tern leaves.
    """
    assert counted("no-place", tiny(bringing(day)), in_finch(day)) == without + 8


def test_a_vehicle_at_the_station_has_delivered_it_already() -> None:
    """Ana has a place in Finch as soon as that is there, on the 5th."""
    scenario = tiny({**SUITS, "vehicles.Wren.delivers_gear": {"Ana": ["suit"]}})
    assert counted("no-place", scenario, in_finch(5)) == 2 + 8


def test_a_ride_home_waits_for_gear_too() -> None:
    """Whoever leaves on the 7th sat in it on the 6th, when Tern had docked."""
    for day, may in ((6, False), (7, True)):
        leaves = plan(
            {"Wren": {"stays": True}, "Finch": {"undock": jan(day)}},
            {"Ana": {"home": "Finch"}, "Boris": {"stays": True}, "Cleo": {"home": "Finch"}},
        )
        assert (modelled("no-place", tiny(bringing(6)), leaves) is not None) is may
        assert (
            audited("home-on-a-sound-seat", tiny(bringing(6)), seated(leaves, day - 1)) == []
        ) is may


def test_as_a_should_a_seat_without_its_gear_is_an_improvised_place() -> None:
    """Ana and Boris would sit in Finch from the 5th on, where there is one seat left."""
    lax = {**bringing(6), "rules.seat-fits-its-person": "should"}
    assert counted("improvised", tiny(lax), in_finch(5)) == 1
    assert counted("no-place", tiny(lax), in_finch(5)) == 2 + 8


def test_whom_only_an_improvised_place_fits_may_sit_in_it() -> None:
    edits = {"vehicle_types.boat.improvised": 1, "vehicle_types.boat.improvised_needs": ["suit"]}
    assert judged(RULE, tiny({**edits, "people.Ana.gear": ["suit"]})) == []
    found = audited(RULE, tiny({**edits, "people.Ana.gear": ["rope"]}))
    assert [it.subject for it in found] == ["Ana"]


@pytest.mark.parametrize(
    ("gear", "in_time", "may"),
    [
        (["liner"], True, True),
        (["suit"], True, True),
        (["liner", "suit"], True, True),
        (["rope"], True, False),
        (["liner", "suit"], False, False),
        (["rope"], False, False),
    ],
)
def test_a_liner_may_be_where_a_place_of_any_kind_fits_once_it_can_be_received(
    gear: list[str], in_time: bool, may: bool
) -> None:
    """A seat of Finch needs a liner and its improvised place a suit; it can receive liners on the
    7th, slot 6. As a `should` a liner may be in any vehicle, at a cost.
    """
    asked = situation(
        {
            "vehicle_types.boat.improvised": 1,
            "vehicle_types.boat.improvised_needs": ["suit"],
            "people.Ana.gear": gear,
            "vehicles.Finch.reseat_from": jan(7),
        }
    )
    ana, finch, slot = asked.members["Ana"], asked.ships["Finch"], 6 if in_time else 5
    assert may_sit(ana, finch, slot, strict=True) is may
    assert may_sit(ana, finch, slot, strict=False)
