from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Plan
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


def test_a_port_is_free_on_the_day_the_one_before_undocks() -> None:
    """Wren undocks on the 8th; Finch docks on the 8th or on the 7th."""
    assert judged(RULE, tiny(), finch("north", launch=7)) == []
    assert judged(RULE, tiny(), finch("north", launch=6)) == [("north", 7, 8)]


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
    assert judged(RULE, scenario, finch("south", launch=7)) == []


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
