from __future__ import annotations

from typing import Any

import pytest

from lifeboat.rules.counting import contradictions
from lifeboat.situation.situation import Situation
from posing import judged
from tiny import jan, plan, tiny

RULE = "never-too-many"


def water(stock: float, **more: object) -> dict[str, object]:
    return {"station.supplies.water": {"unit": "l", "stock": stock, "use": 1, **more}}


def test_without_bounds_it_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(("most", "kept"), [(3, True), (2, False)])
def test_never_more_than_the_greatest_crew(most: int, kept: bool) -> None:
    """Three from the 5th to the 7th."""
    found = judged(RULE, tiny({"station.crew.most": most}))
    assert found == ([] if kept else [("crew", 5, 8)])


@pytest.mark.parametrize(("allowed", "kept"), [("3d", True), ("2d", False)])
def test_more_than_the_long_term_crew_only_for_so_long(allowed: str, kept: bool) -> None:
    """More than two on three days."""
    edits = {"station.crew.long_term": 2, "station.crew.above_long_term": allowed}
    found = judged(RULE, tiny(edits))
    assert found == ([] if kept else [("long-term crew", 1, 11)])


@pytest.mark.parametrize(
    ("stock", "reserve", "kept"),
    [(20, 0, True), (19.999, 0, False), (25, 5, True), (24.5, 5, False)],
)
def test_supplies_stay_above_their_reserve(stock: float, reserve: float, kept: bool) -> None:
    """Two people for four days, three for three, one for three: 8 + 9 + 3 = 20."""
    found = judged(RULE, tiny(water(stock, reserve=reserve)))
    assert found == ([] if kept else [("water", 10, 11)])


def test_a_supply_is_short_from_the_first_day_under_its_reserve_to_the_last() -> None:
    """By the 6th two people for four days and three for two have used 14, by the 7th 17."""
    assert judged(RULE, tiny(water(16))) == [("water", 7, 11)]
    late = {"vehicles.Finch.delivers": {"water": 100}}
    assert judged(RULE, tiny({**water(5), **late})) == [("water", 3, 5)]


def test_what_a_docked_vehicle_brought_is_in_the_stock() -> None:
    """Also if it docked on the 1st, before the scenario was written down."""
    came = {"vehicles.Wren.docked": jan(1), "vehicles.Wren.delivers": {"water": 100}}
    assert judged(RULE, tiny({**water(19), **came})) == [("water", 10, 11)]


@pytest.mark.parametrize(("stock", "kept"), [(8, True), (7, False)])
def test_a_delivery_counts_from_docking(stock: float, kept: bool) -> None:
    """Eight are used up by the end of the 4th, the day before Finch docks."""
    found = judged(RULE, tiny({**water(stock), "vehicles.Finch.delivers": {"water": 100}}))
    assert found == ([] if kept else [("water", 4, 5)])


@pytest.mark.parametrize("gone", [6, 7, 8])
def test_nobody_is_aboard_once_a_supply_is_gone(gone: int) -> None:
    """With Finch left out nobody is aboard from the 8th on."""
    scenario = tiny({**water(1000, gone_from=jan(gone)), "vehicles.Finch.may_cancel": True})
    found = judged(RULE, scenario, plan({"Finch": {"cancelled": True}}))
    assert found == ([] if gone == 8 else [("water", gone, 8)])


@pytest.mark.parametrize("bound", [{"long_term": 1}, {"above_long_term": "1d"}])
def test_one_half_of_the_bound_for_the_long_term_crew_bounds_nothing(bound: dict[str, Any]) -> None:
    """Any time may be spent above a crew where none is said, and above none."""
    assert judged(RULE, tiny({"station.crew": bound})) == []


@pytest.mark.parametrize(("allowed", "kept"), [("7d", True), ("6d", False)])
def test_the_first_day_counts_as_one_above_the_long_term_crew(allowed: str, kept: bool) -> None:
    """More than one from the 1st to the 7th."""
    edits = {"station.crew.long_term": 1, "station.crew.above_long_term": allowed}
    found = judged(RULE, tiny(edits))
    assert found == ([] if kept else [("long-term crew", 1, 11)])


@pytest.mark.parametrize(("stock", "kept"), [(2, True), (1, False)])
def test_what_comes_on_the_second_day_is_not_there_on_the_first(stock: float, kept: bool) -> None:
    """Two people use two on the 1st; Finch docks on the 2nd."""
    edits = {
        **water(stock),
        "vehicles.Finch.delivers": {"water": 100},
        "vehicles.Finch.planned": jan(1),
        "vehicles.Finch.modes.crewed.windows": jan(1),
    }
    assert judged(RULE, tiny(edits)) == ([] if kept else [("water", 1, 2)])


@pytest.mark.parametrize(
    ("docked", "reasons"),
    [(f"{jan(1)}T12:00Z", []), (jan(2), ["water is under its reserve already"])],
)
def test_what_docks_on_the_first_day_may_fill_a_supply_up_again(
    docked: str, reasons: list[str]
) -> None:
    """Finch is on its way, and docks in the first day of the horizon or right after it."""
    finch = {"type": "boat", "pad": "beach", "launched": "2029-12-31", "docked": docked}
    short = water(8, reserve=10)
    scenario = tiny({**short, "vehicles.Finch": {**finch, "delivers": {"water": 100}}})
    assert contradictions(Situation.of(scenario, {})) == reasons
    assert judged(RULE, scenario) == ([] if not reasons else [("water", 1, 2)])


def test_a_supply_that_was_gone_before_is_missed_from_the_first_day() -> None:
    found = judged(RULE, tiny(water(1000, gone_from="2029-12-20")))
    assert found == [("water", 1, 11)]
