"""Gaps between launches from one pad, in the audit and in the model."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.plan import Plan
from posing import judged
from tiny import TINY, jan, plan, tiny

RULE = "flights-keep-their-windows"
MODE = "vehicles.Finch.modes.crewed"
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


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [("boat", "boat", False), ("boat", "raft", True), ("raft", "boat", True)],
)
def test_a_pad_may_need_another_gap_for_some_pairs(before: str, after: str, kept: bool) -> None:
    gaps = {"slow": {"before": [before], "after": [after], "gap": "4d"}}
    edits = {**TWO_LAUNCHES, "pads.beach.gaps": gaps, "pads.beach.gap": "3d"}
    scenario = tiny({**edits, "vehicle_types.raft": TINY["vehicle_types"]["boat"]})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 7, 8)])


@pytest.mark.parametrize("order", [("slow", "quick"), ("quick", "slow")])
def test_of_two_gaps_for_a_pair_the_longer_is_kept(order: tuple[str, str]) -> None:
    """Four days and two; Robin comes three days after Finch."""
    spans = {"slow": "4d", "quick": "2d"}
    gaps = {it: {"before": ["boat"], "after": ["boat"], "gap": spans[it]} for it in order}
    scenario = tiny({**TWO_LAUNCHES, "pads.beach.gaps": gaps})
    assert judged(RULE, scenario) == [("beach", 7, 8)]


def test_two_pads_do_not_wait_for_each_other() -> None:
    edits = {**TWO_LAUNCHES, "pads.beach.gap": "9d", "pads.cliff": {}}
    assert judged(RULE, tiny({**edits, "vehicles.Robin": {**ROBIN, "pad": "cliff"}})) == []


def test_without_a_pad_nothing_waits() -> None:
    nowhere = {**TWO_LAUNCHES, "vehicles.Robin": {**ROBIN, "pad": None, "planned": jan(4)}}
    assert judged(RULE, tiny({**nowhere, "vehicles.Finch.pad": None})) == []


@pytest.mark.parametrize(("gap", "kept"), [("5d", True), ("6d", False)])
@pytest.mark.parametrize("first", ["Wren", "Finch"])
def test_a_pad_needs_its_gap_after_a_launch_that_is_past(first: str, gap: str, kept: bool) -> None:
    """Wren on 30 December, Finch on 4 January: five days, whichever the file names first."""
    wren = {**TINY["vehicles"]["Wren"], "launched": "2029-12-30", "pad": "beach"}
    ships = {"Wren": {**wren, "docked": "2029-12-31"}, "Finch": TINY["vehicles"]["Finch"]}
    order = {name: ships[name] for name in sorted(ships, key=lambda it: it != first)}
    scenario = tiny({"vehicles": order, "pads.beach.gap": gap})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 4, 5)])


UNDER_WAY: dict[str, Any] = {
    "as_of": jan(4),
    "vehicles.Finch": {"type": "boat", "pad": "beach", "launched": jan(3), "docked": jan(6)},
}


@pytest.mark.parametrize(("gap", "kept"), [("4d", True), ("5d", False)])
@pytest.mark.parametrize("first", ["Robin", "Finch"])
def test_a_pad_needs_its_gap_after_the_launch_of_what_is_on_its_way(
    first: str, gap: str, kept: bool
) -> None:
    """Finch on the 3rd, Robin on the 7th, whichever the file names first."""
    edits = {**UNDER_WAY, "vehicles.Robin": ROBIN, "ports.west.accepts": ["ring"]}
    scenario = tiny({**edits, "pads.beach.gap": gap})
    ships = dict(sorted(scenario.vehicles.items(), key=lambda it: it[0] != first))
    scenario = scenario.model_copy(update={"vehicles": ships})
    assert judged(RULE, scenario) == ([] if kept else [("beach", 7, 8)])


def test_a_gap_between_launches_that_are_past_is_past_as_well() -> None:
    """Wren on the 1st, Finch on the 3rd: nothing can be done about it on the 4th."""
    past = {"pad": "beach", "launched": jan(1), "docked": jan(2)}
    wren = {**TINY["vehicles"]["Wren"], **past}
    scenario = tiny({**UNDER_WAY, "vehicles.Wren": wren, "pads.beach.gap": "9d"})
    assert judged(RULE, scenario) == []


def two(finch: int, robin: int) -> Plan:
    return plan({"Finch": {"launch": jan(finch)}, "Robin": {"launch": jan(robin)}})


FROM_THE_FIRST = {
    **TWO_LAUNCHES,
    f"{MODE}.windows": f"{jan(1)}..{jan(9)}",
    "vehicles.Robin": {**ROBIN, "modes": {"empty": {"windows": f"{jan(1)}..{jan(9)}"}}},
}


@pytest.mark.parametrize(
    ("finch", "robin", "gap", "found"),
    [
        (1, 4, "3d", []),
        (1, 4, "4d", [("beach", 4, 5)]),
        (2, 1, "1d", []),
        (2, 1, "2d", [("beach", 2, 3)]),
        (1, 2, "1d", []),
        (1, 2, "2d", [("beach", 2, 3)]),
    ],
)
def test_a_gap_after_a_launch_on_the_very_first_day(
    finch: int, robin: int, gap: str, found: list[tuple[object, ...]]
) -> None:
    scenario = tiny({**FROM_THE_FIRST, "pads.beach.gap": gap})
    assert judged(RULE, scenario, two(finch, robin)) == found


@pytest.mark.parametrize(
    ("finch", "robin", "found"),
    [
        (4, 4, []),
        (4, 5, []),
        (5, 4, [("beach", 5, 6)]),
        (6, 4, []),
    ],
)
@pytest.mark.parametrize("listed", ["Finch", "Robin"])
def test_two_launches_on_one_day_may_be_in_the_order_that_needs_less(
    listed: str, finch: int, robin: int, found: list[tuple[object, ...]]
) -> None:
    """Robin, a raft, needs nothing after a boat; a boat needs two days after a raft."""
    gaps = {"quick": {"before": ["boat"], "after": ["raft"], "gap": "0d"}}
    scenario = tiny(
        {
            **TWO_LAUNCHES,
            "vehicle_types.raft": TINY["vehicle_types"]["boat"],
            "vehicles.Robin": {**ROBIN, "type": "raft"},
            "pads.beach.gap": "2d",
            "pads.beach.gaps": gaps,
        }
    )
    ships = dict(sorted(scenario.vehicles.items(), key=lambda it: it[0] != listed))
    scenario = scenario.model_copy(update={"vehicles": ships})
    assert judged(RULE, scenario, two(finch, robin)) == found
