from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from posing import audited, judged
from tiny import TINY, jan, plan, tiny

RULE = "flights-keep-their-windows"
MODE = "vehicles.Finch.modes.crewed"
ON_THE_4TH = [("Finch", 4, 5)]


def launched(day: int) -> Plan:
    return plan({"Finch": {"launch": jan(day)}})


def test_a_launch_within_its_window_is_kept() -> None:
    assert judged(RULE, tiny()) == []


def test_a_window_holds_its_first_and_its_last_day() -> None:
    scenario = tiny({f"{MODE}.windows": f"{jan(4)}..{jan(5)}"})
    assert judged(RULE, scenario, launched(3)) == [("Finch", 3, 4)]
    assert judged(RULE, scenario, launched(4)) == []
    assert judged(RULE, scenario, launched(5)) == []
    assert judged(RULE, scenario, launched(6)) == [("Finch", 6, 7)]


def test_between_two_windows_nothing_is_launched() -> None:
    scenario = tiny({f"{MODE}.windows": [jan(3), f"{jan(5)}..{jan(6)}"]})
    assert judged(RULE, scenario) == ON_THE_4TH


def test_the_lead_time_counts_from_as_of() -> None:
    """Three days after the 1st is the 4th."""
    assert judged(RULE, tiny({f"{MODE}.lead": "3d"})) == []
    assert judged(RULE, tiny({f"{MODE}.lead": "3d 1h"})) == ON_THE_4TH


def test_the_lead_time_counts_from_the_gate() -> None:
    for expected, kept in ((2, True), (3, False)):
        edits = {f"{MODE}.lead": "2d", f"{MODE}.gate": "board"}
        scenario = tiny({**edits, "investigations.board.expected": jan(expected)})
        assert judged(RULE, scenario) == ([] if kept else ON_THE_4TH)


ROBIN = {
    **TINY["vehicles"]["Finch"],
    "planned": jan(7),
    "modes": {"empty": {"windows": f"{jan(2)}..{jan(9)}"}},
}
TWO_LAUNCHES = {"vehicles.Robin": ROBIN, "ports.west.accepts": ["ring"]}


@pytest.mark.parametrize(("gap", "kept"), [("3d", True), ("3d 1h", False)])
def test_a_pad_needs_its_gap(gap: str, kept: bool) -> None:
    """Finch on the 4th, Robin on the 7th: three days."""
    scenario = tiny({**TWO_LAUNCHES, "pads.beach.gap": gap})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 7, 8)])


@pytest.mark.parametrize(("after", "kept"), [("raft", True), ("boat", False)])
def test_a_pad_may_need_another_gap_for_some_pairs(after: str, kept: bool) -> None:
    gaps = {"slow": {"before": ["boat"], "after": [after], "gap": "4d"}}
    edits = {**TWO_LAUNCHES, "pads.beach.gaps": gaps, "pads.beach.gap": "3d"}
    scenario = tiny({**edits, "vehicle_types.raft": TINY["vehicle_types"]["boat"]})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 7, 8)])


def test_two_pads_do_not_wait_for_each_other() -> None:
    edits = {**TWO_LAUNCHES, "pads.beach.gap": "9d", "pads.cliff": {}}
    assert judged(RULE, tiny({**edits, "vehicles.Robin": {**ROBIN, "pad": "cliff"}})) == []


@pytest.mark.parametrize(("last", "kept"), [(3, True), (4, False)])
def test_a_pad_out_of_use_launches_nothing(last: int, kept: bool) -> None:
    outages = {"storm": {"during": f"{jan(1)}..{jan(last)}"}}
    found = judged(RULE, tiny({"pads.beach.outages": outages}))
    assert found == ([] if kept else ON_THE_4TH)


@pytest.mark.parametrize(
    ("family", "last", "kept"), [("boat", 3, True), ("boat", 4, False), ("other", 4, True)]
)
def test_a_grounded_family_is_not_launched(family: str, last: int, kept: bool) -> None:
    grounding: dict[str, Any] = {"families": [family], "during": f"..{jan(last)}"}
    found = judged(RULE, tiny({"groundings.leak": grounding}))
    assert found == ([] if kept else ON_THE_4TH)


@pytest.mark.parametrize(
    ("window", "kept"),
    [(f"..{jan(8)}", True), (f"..{jan(7)}", False), (f"{jan(8)}..", True), (f"{jan(9)}..", False)],
)
def test_a_vehicle_undocks_within_its_own_window(window: str, kept: bool) -> None:
    found = judged(RULE, tiny({"vehicles.Wren.undock": window}))
    assert found == ([] if kept else [("Wren", 8, 9)])


@pytest.mark.parametrize("may_cancel", [True, False])
def test_a_flight_that_may_not_be_cancelled_flies(may_cancel: bool) -> None:
    scenario = tiny({"vehicles.Finch.may_cancel": may_cancel})
    found = judged(RULE, scenario, plan({"Finch": {"cancelled": True}}))
    assert found == ([] if may_cancel else [("Finch", None, None)])


def test_a_vehicle_docks_after_its_flight_time() -> None:
    for dock, kept in ((5, True), (6, False)):
        found = audited(RULE, tiny(), plan({"Finch": {"launch": jan(4), "dock": jan(dock)}}))
        assert (found == []) is kept


def test_nobody_goes_up_twice() -> None:
    modes = {"crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]}}
    scenario = tiny({**TWO_LAUNCHES, "vehicles.Robin": {**ROBIN, "modes": modes}})
    assert [subject for subject, *_ in judged(RULE, scenario)] == ["Cleo"]
