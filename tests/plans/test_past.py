"""What of a plan was over by the date of a scenario."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.past import end_of_today, gone_by, has_left, still_named
from tiny import plan, tiny

GULL: dict[str, dict[str, Any]] = {
    "Gull": {"dock": "2029-06-01", "undock": "2029-12-31"},
    "Robin": {"launch": "2029-12-30", "undock": "2030-01-05"},
    "Tern": {"cancelled": True},
}


def test_a_scenario_may_know_all_of_its_own_slot() -> None:
    assert end_of_today(tiny()).isoformat() == "2030-01-02T00:00:00+00:00"
    by_hours = tiny({"as_of": "2030-01-01T07:30Z", "resolution": "6h"})
    assert end_of_today(by_hours).isoformat() == "2030-01-01T12:00:00+00:00"


def test_a_vehicle_is_gone_once_its_last_date_is_past() -> None:
    now = end_of_today(tiny())
    assert gone_by(plan(GULL), now) == {"Gull"}
    assert gone_by(plan({"Gull": {}}), now) == frozenset()


@pytest.mark.parametrize(
    ("ride", "left"),
    [
        ({"home": "Gull"}, True),
        ({"home": "Robin"}, False),
        ({"seats": {"2029-12-01": "Gull"}}, True),
        ({"stays": True, "seats": {"2029-12-01": "Gull"}}, False),
        ({}, False),
    ],
)
def test_somebody_has_left_with_their_vehicle(ride: dict[str, Any], left: bool) -> None:
    asked = plan(GULL, {"Dan": ride})
    assert has_left(asked, asked.people["Dan"], end_of_today(tiny())) == left


def test_what_is_still_to_come_has_neither_left_nor_been_cancelled() -> None:
    people: dict[str, dict[str, Any]] = {
        "Dan": {"home": "Gull"},
        "Eve": {"home": "Robin"},
        "Fay": {},
        "Ana": {"stays": True},
    }
    assert still_named(plan(GULL, people), tiny()) == {"Robin", "Eve", "Ana"}
