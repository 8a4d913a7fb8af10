from __future__ import annotations

from typing import Any

from posing import counted, modelled
from tiny import jan, plan, tiny

EVERYBODY_STAYS = plan({"Wren": {"stays": True}})
NOT_INTO_FINCH = {"vehicles.Finch.reseat_from": "2030-02-01"}


def hit(state: str, **more: Any) -> dict[str, Any]:
    """What becomes of Wren on the 3rd."""
    return {"vehicles.Wren.conditions": {jan(3): {"state": state, **more}}}


def test_with_a_place_for_everybody_there_is_none() -> None:
    assert counted("no-place", tiny()) == 0


def test_each_day_of_each_person_without_a_place_counts() -> None:
    """Ana and Boris, from the 3rd to the 10th: 2 x 8."""
    scenario = tiny({**hit("unusable"), **NOT_INTO_FINCH})
    assert counted("no-place", scenario, EVERYBODY_STAYS) == 16


def test_only_those_beyond_the_places_left_count() -> None:
    scenario = tiny({**hit("emergency-only", places=1), **NOT_INTO_FINCH})
    assert counted("no-place", scenario, EVERYBODY_STAYS) == 8


def test_a_liner_moved_to_a_free_seat_ends_it() -> None:
    """Finch docks on the 5th with one seat free: 2 x 2 days, then one of them for 6 days."""
    moved = plan({"Wren": {"stays": True}}, {"Ana": {"seats": {jan(5): "Finch"}}})
    assert counted("no-place", tiny(hit("unusable")), moved) == 10


def test_the_model_moves_the_liners_that_a_plan_leaves_where_they_are() -> None:
    assert modelled("no-place", tiny(hit("unusable")), EVERYBODY_STAYS) == 10
