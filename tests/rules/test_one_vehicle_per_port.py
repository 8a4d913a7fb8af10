from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from lifeboat.answers.option import Option
from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Plan
from lifeboat.questions.solve import solve
from posing import audited, judged
from tiny import TINY, jan, plan, tiny

RULE = "one-vehicle-per-port"


def finch(port: str, launch: int) -> Plan:
    """Finch is launched on a day, docks a day later, at that port."""
    return plan({"Finch": {"port": port, "launch": jan(launch)}})


def closed(during: str, **more: Any) -> dict[str, Any]:
    """The south port is closed for some time."""
    return {"ports.south.closures": {"walk": {"during": during, **more}}}


def test_two_vehicles_at_two_ports_are_kept() -> None:
    assert judged(RULE, tiny()) == []


def test_what_has_places_comes_on_the_day_after_the_one_before_undocks() -> None:
    """Wren undocks on the 8th, and both have seats; Finch docks on the 9th, the 8th or the 7th."""
    assert judged(RULE, tiny(), finch("north", launch=8)) == []
    assert judged(RULE, tiny(), finch("north", launch=7)) == [("north", 8, 9)]
    assert judged(RULE, tiny(), finch("north", launch=6)) == [("north", 7, 8)]


def test_a_move_on_the_day_it_undocks_is_none() -> None:
    """Wren was to be moved on the 8th, on which it leaves for good: Finch comes a day later."""
    moved = {"vehicles.Wren.relocations": {jan(8): "south"}}
    assert judged(RULE, tiny(moved), finch("north", launch=8)) == []
    assert judged(RULE, tiny(moved), finch("north", launch=7)) == [("north", 8, 9)]
    gone_before = {"vehicles.Wren.relocations": {jan(7): "south"}, "vehicles.Wren.leaves": jan(9)}
    assert judged(RULE, tiny(gone_before), finch("north", launch=6)) == []


def test_the_hour_of_a_stated_move_counts_beside_hours_alone() -> None:
    """Wren is moved on the 7th at noon. Finch docks on the 7th, at any hour or at eleven or one."""
    moved: dict[str, Any] = {"vehicles.Wren.relocations": {f"{jan(7)}T12:00Z": "south"}}
    moved["vehicles.Finch.ports"] = ["north", "south"]
    for launch, found in ((jan(6), 0), (f"{jan(6)}T11:00Z", 1), (f"{jan(6)}T13:00Z", 0)):
        told = plan({"Finch": {"port": "north", "launch": launch}})
        assert len(audited(RULE, tiny(moved), told)) == found


def test_the_same_by_the_hour() -> None:
    """Wren undocks at midnight between the 7th and the 8th, Finch docks an hour or none later."""
    by_hours = {"resolution": "1h"}
    for launch, found in ((f"{jan(7)}T01:00Z", []), (jan(7), [("north", 8, 8)])):
        told = plan({"Finch": {"port": "north", "launch": launch}})
        assert judged(RULE, tiny(by_hours), told) == found


@pytest.mark.parametrize("without", ["Finch", "Wren"])
def test_what_has_no_places_follows_or_is_followed_within_a_day(without: str) -> None:
    """Nobody has a place in a ship with no seats, so that the order within a day is open."""
    edits: dict[str, Any] = {f"vehicles.{without}.seats": 0, "vehicle_types.boat.needs": []}
    empty = {"windows": f"{jan(2)}..{jan(9)}"}
    edits |= {"vehicles.Finch.modes": {"empty": empty}, "people": {}}
    assert audited(RULE, tiny(edits), finch("north", launch=7)) == []
    assert len(audited(RULE, tiny(edits), finch("north", launch=6))) == 1


def test_of_two_like_ports_one_is_left_by_a_ship_without_places() -> None:
    """Barge leaves the other port on the 8th, too: Finch docks there that day, Wren's is not free
    for it. If Barge stays, neither is.
    """
    kinds = TINY["vehicle_types"]
    barge = {"type": "barge", "port": "south", "docked": "2029-12-05", "leaves": jan(8)}
    edits = {"vehicle_types": {**kinds, "barge": {**kinds["boat"], "seats": 0, "needs": []}}}
    on_the_8th = plan({"Finch": {"port": "south", "launch": jan(7)}})
    assert judged(RULE, tiny({**edits, "vehicles.Barge": barge}), on_the_8th) == []
    barge = {**barge, "leaves": jan(9)}
    assert judged(RULE, tiny({**edits, "vehicles.Barge": barge}), on_the_8th) == [("south", 8, 9)]


def hours(leaves: str, docks: str, **more: Any) -> list[tuple[str, str]]:
    """The findings where Wren leaves the north port and Finch comes to it at these hours of the
    8th: from when to when, told by the hour.
    """
    launch = {"launch": f"{jan(7)}T{docks}Z", "dock": f"{jan(8)}T{docks}Z"}
    told = plan({"Wren": {"undock": f"{jan(8)}T{leaves}Z"}, "Finch": {"port": "north", **launch}})
    found = audited(RULE, tiny(more), told)
    return [(f"{it.first:%d %H:%M}", f"{it.end:%d %H:%M}") for it in found]


def test_where_hours_are_told_they_tell_who_comes_first() -> None:
    assert hours("06:10", "20:30") == []
    assert hours("20:30", "06:10") == [("08 06:10", "08 20:30")]


def test_where_hours_are_told_the_turn_round_is_counted_by_them() -> None:
    turn = {"station.turn_round": "6h"}
    assert hours("06:10", "12:10", **turn) == []
    assert hours("06:10", "12:00", **turn) == [("08 12:00", "08 12:00")]


def test_the_turn_round_time_is_kept() -> None:
    """A day and a half is two whole days on a grid of days: free on the 10th."""
    scenario = tiny({"station.turn_round": "36h"})
    assert judged(RULE, scenario, finch("north", launch=9)) == []
    assert judged(RULE, scenario, finch("north", launch=8)) == [("north", 9, 10)]


def test_the_mechanism_has_to_fit() -> None:
    scenario = tiny({"ports.south.accepts": ["cone"], "ports.west": {"accepts": ["ring"]}})
    assert judged(RULE, scenario, finch("west", launch=4)) == []
    assert judged(RULE, scenario, finch("south", launch=4)) == [("south", 5, 11)]


def test_a_port_may_be_for_some_types_only() -> None:
    types = {"vehicle_types.raft": TINY["vehicle_types"]["boat"], "ports.west.accepts": ["ring"]}
    others = tiny({**types, "ports.south.types": ["raft"]})
    assert judged(RULE, others, finch("south", launch=4)) == [("south", 5, 11)]
    both = tiny({**types, "ports.south.types": ["raft", "boat"]})
    assert judged(RULE, both, finch("south", launch=4)) == []


def test_a_vehicle_may_be_for_some_ports_only() -> None:
    scenario = tiny({"vehicles.Finch.ports": ["north"]})
    assert judged(RULE, scenario, finch("south", launch=4)) == [("south", 5, 11)]


def test_a_closed_port_is_empty() -> None:
    """Finch is there from the 5th on."""
    for during, kept in ((f"{jan(2)}..{jan(4)}", True), (f"{jan(2)}..{jan(5)}", False)):
        found = judged(RULE, tiny(closed(during)), finch("south", launch=4))
        assert found == ([] if kept else [("south", 5, 6)])


def test_a_port_may_be_closed_for_another_type_only() -> None:
    types = {"vehicle_types.raft": TINY["vehicle_types"]["boat"]}
    for name, kept in (("raft", True), ("boat", False)):
        scenario = tiny({**types, **closed(jan(6), types=[name])})
        found = judged(RULE, scenario, finch("south", launch=4))
        assert found == ([] if kept else [("south", 6, 7)])


def test_a_relocation_frees_one_port_and_takes_the_other() -> None:
    """Wren is at the north port on the 1st to 4th, at the south port on the 5th to 7th."""
    scenario = tiny({"vehicles.Wren.relocations": {jan(5): "south"}})
    assert judged(RULE, scenario, finch("north", launch=4)) == []
    assert judged(RULE, scenario, finch("north", launch=3)) == [("north", 4, 5)]
    assert judged(RULE, scenario, finch("south", launch=6)) == [("south", 7, 8)]
    assert judged(RULE, scenario, finch("south", launch=7)) == [("south", 8, 9)]
    assert judged(RULE, scenario, finch("south", launch=8)) == []


@pytest.mark.parametrize(
    ("port", "found"),
    [({"accepts": ["ring"]}, []), ({"accepts": ["cone"]}, [("west", 5, 8)])],
)
def test_a_plan_relocates_to_a_port_that_fits(port: Any, found: list[tuple[object, ...]]) -> None:
    moved = plan({"Wren": {"relocations": {jan(5): "west"}}})
    findings = audited(RULE, tiny({"ports.west": port}), moved)
    assert [_told(it) for it in findings] == found


def test_a_plan_relocates_to_a_port_for_its_type() -> None:
    raft = {"vehicle_types.raft": TINY["vehicle_types"]["boat"]}
    moved = plan({"Wren": {"relocations": {jan(5): "west"}}})
    for types, found in ((["raft"], [("west", 5, 8)]), (["raft", "boat"], []), (None, [])):
        scenario = tiny({**raft, "ports.west": {"accepts": ["ring"], "types": types}})
        assert [_told(it) for it in audited(RULE, scenario, moved)] == found


def _told(finding: Finding) -> tuple[object, ...]:
    assert finding.first is not None
    assert finding.end is not None
    return finding.subject, finding.first.day, finding.end.day


def at(day: int) -> datetime:
    return datetime(2030, 1, day, tzinfo=UTC)


FINCH_AT_NORTH = {
    "vehicles.Finch.ports": ["north"],
    "vehicles.Finch.modes": {"crewed": {"windows": jan(4), "crew": ["Cleo"]}},
    "vehicles.Wren.leaves": jan(9),
}
"""Finch docks at north on the 5th; Wren is there from the beginning, and leaves on the 9th."""


def best_of(edits: dict[str, Any]) -> Option | None:
    return solve(tiny({**FINCH_AT_NORTH, **edits}), plans=1).best


def test_a_vehicle_in_the_way_is_moved_where_that_is_allowed() -> None:
    """Ana and Boris sit in it, and are aboard while it moves."""
    best = best_of({"vehicles.Wren.may_relocate": {}})
    assert best is not None
    assert {it.vehicle: it.ports for it in best.flights} == {
        "Wren": ("north", "south"),
        "Finch": ("north",),
    }
    assert all(seat.quality == "nominal" for seat in best.seats)
    assert "with Ana and Boris aboard" in best.summary
    assert any(it.what.startswith("move of Wren from north to south") for it in best.decide_by)


def test_where_it_is_not_allowed_that_is_said() -> None:
    answer = solve(tiny({**FINCH_AT_NORTH, "vehicles.Wren.undock": f"{jan(9)}.."}), plans=1)
    assert answer.outcome == "impossible"
    assert [it for it in answer.reason if "Wren is at north, where Finch would dock" in it]


@pytest.mark.parametrize(
    "may",
    [
        {"during": f"{jan(6)}..{jan(8)}"},
        {"to": ["north"]},
        {"apart": "7d"},
    ],
)
def test_a_move_that_is_too_late_or_goes_nowhere_does_not_help(may: dict[str, Any]) -> None:
    """7 days before it leaves on the 9th is the 2nd; 36 days after its docking is the 7th."""
    edits = {"vehicles.Wren.undock": jan(9), "vehicles.Wren.may_relocate": may}
    if "apart" in may:
        edits["vehicles.Wren.docked"] = "2029-12-31"
    assert best_of(edits) is None


def tern_waits_for_north(day: int) -> dict[str, Any]:
    """Tern is launched on a day of January, to north alone, which is free but for Finch."""
    windows = {"empty": {"windows": jan(day)}}
    tern = {"type": "boat", "modes": windows, "planned": jan(day), "ports": ["north"]}
    return {
        "vehicles.Tern": tern,
        "vehicle_types.boat.flies_empty": ["up"],
        "ports.west": {"accepts": ["ring"]},
        "vehicles.Wren.port": "south",
    }


def test_a_vehicle_to_come_may_be_moved_too() -> None:
    """Finch docks at north on the 5th and makes room for Tern, which docks there on the 8th."""
    tree = {
        **tern_waits_for_north(7),
        "vehicles.Finch.undock": jan(10),
        "vehicles.Finch.may_relocate": {"to": ["west"]},
    }
    best = best_of(tree)
    assert best is not None
    assert best.plan.flights["Finch"].relocations == {at(7): "west"}


def test_a_stated_move_that_the_docking_has_passed_is_made_later_where_one_is_allowed() -> None:
    """Finch slips past its move of the 6th; Tern waits for north on the 10th."""
    tree = {
        **tern_waits_for_north(9),
        "vehicles.Finch.relocations": {jan(6): "west"},
        "vehicles.Finch.may_relocate": {},
        "vehicles.Finch.modes": {"crewed": {"windows": f"{jan(6)}..{jan(7)}", "crew": ["Cleo"]}},
    }
    best = best_of(tree)
    assert best is not None
    moves = best.plan.flights["Finch"].relocations
    assert moves == {at(9): "west"}
    assert "Finch is not moved to west on 2030-01-06 as stated: it docks on 2030-01-07" in (
        best.summary
    )


def test_where_a_vehicle_is_docked_it_fits() -> None:
    """It is there, whatever the file says of the port."""
    assert judged(RULE, tiny({"ports.north.accepts": ["cone"]})) == []


@pytest.mark.parametrize(("first", "kept"), [(7, False), (8, True)])
def test_a_port_may_close_on_the_day_its_vehicle_leaves(first: int, kept: bool) -> None:
    """Wren is at the north port up to the 7th."""
    shut = {"ports.north.closures": {"walk": {"during": f"{jan(first)}..{jan(9)}"}}}
    assert judged(RULE, tiny(shut)) == ([] if kept else [("north", 7, 8)])


def test_who_never_was_at_a_port_need_not_fit_it() -> None:
    """Finch leaves in the slot it docks in; that alone is wrong, and another rule's."""
    brief = plan({"Finch": {"port": "south", "undock": jan(5)}}, {"Cleo": {"stays": True}})
    assert audited(RULE, tiny({"ports.south.accepts": ["cone"]}), brief) == []
