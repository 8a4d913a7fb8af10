from __future__ import annotations

import pytest

from posing import judged
from tiny import jan, plan, tiny

RULE = "vehicle-within-its-life"


def test_without_a_limit_it_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(("limit", "kept"), [("38d", True), ("37d 23h", False)])
def test_a_life_runs_from_launch_to_landing(limit: str, kept: bool) -> None:
    """Launched on 1 December, landed on 8 January: 31 + 7 = 38 days."""
    found = judged(RULE, tiny({"vehicles.Wren.life": {"limit": limit}}))
    assert found == ([] if kept else [("Wren", 7, 8)])


def test_the_flight_down_counts() -> None:
    """Two days from undocking to landing: landed on the 10th, after 40 days."""
    down = {"vehicle_types.boat.flight_down": "2d"}
    assert judged(RULE, tiny({**down, "vehicles.Wren.life": {"limit": "40d"}})) == []
    assert judged(RULE, tiny({**down, "vehicles.Wren.life": {"limit": "39d"}})) == [("Wren", 9, 10)]


def test_a_waiver_holds_as_far_as_it_goes() -> None:
    for waived, kept in (("38d", True), ("37d", False)):
        life = {"limit": "30d", "waived_to": waived}
        found = judged(RULE, tiny({"vehicles.Wren.life": life}))
        assert found == ([] if kept else [("Wren", 7, 8)])


def test_a_life_of_the_type_is_that_of_every_vehicle() -> None:
    """Finch, launched on the 4th, stays to the end: from the 9th on it is beyond five days."""
    scenario = tiny(
        {"vehicle_types.boat.life": {"limit": "5d"}, "vehicles.Wren.life": {"limit": "38d"}}
    )
    assert judged(RULE, scenario) == [("Finch", 9, 11)]


def test_at_the_end_of_the_horizon_it_still_holds() -> None:
    """Launched on the 4th, still there when the 10th ends: seven days."""
    for limit, kept in (("7d", True), ("6d", False)):
        found = judged(RULE, tiny({"vehicles.Finch.life": {"limit": limit}}))
        assert found == ([] if kept else [("Finch", 10, 11)])


def test_a_vehicle_that_nothing_can_use_or_move_is_past_caring() -> None:
    edits = {"vehicles.Wren.conditions": {jan(3): {"state": "unusable"}}}
    stays = plan({"Wren": {"stays": True}})
    scenario = tiny({**edits, "vehicles.Wren.life": {"limit": "31d"}})
    assert judged(RULE, scenario, stays) == [("Wren", 1, 3)]
