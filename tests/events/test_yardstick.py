"""The worked figures of MS-22: what comes out before any search, by counting slots of a day."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import lifeboat
from lifeboat.answers.option import one_by_one
from lifeboat.scenario.vehicles import Condition

HERE = Path(__file__).parent

# 14 December up to 26 February: 18 + 31 + 25 = 74 days; up to 18 January: 18 + 17 = 35, then 39.
UNUSABLE = {"2022-12-14": {"state": "unusable"}}
HOLDS_TWO = {"2022-12-14": {"state": "emergency-only", "places": 2}}
HOLDS_THREE_THEN_TWO = {
    "2022-12-14": {"state": "emergency-only", "places": 3},
    "2023-01-18": {"state": "emergency-only", "places": 2},
}


@pytest.mark.parametrize(
    ("plan", "conditions", "none", "damaged", "improvised"),
    [
        # 3 x 74 = 222
        ("nothing-done", UNUSABLE, 222, 0, 0),
        # 3 x 35 + 2 x 39 = 183, and Rubio in Dragon for 39
        ("liner-to-dragon", UNUSABLE, 183, 0, 39),
        # one too many for 35; 2 x 35 + 2 x 39 = 148
        ("liner-to-dragon", HOLDS_TWO, 35, 148, 39),
        # 3 x 35 + 2 x 39 = 183
        ("liner-to-dragon", HOLDS_THREE_THEN_TWO, 0, 183, 39),
    ],
)
def test_the_worked_figures_come_out(
    plan: str,
    conditions: dict[str, dict[str, object]],
    none: int,
    damaged: int,
    improvised: int,
) -> None:
    scenario = lifeboat.read_scenario(str(HERE / "yardstick.yaml"))
    told = {
        datetime.fromisoformat(day).replace(tzinfo=UTC): Condition.model_validate(state)
        for day, state in conditions.items()
    }
    ship = scenario.vehicles["MS-22"].model_copy(update={"conditions": told})
    vehicles = {**scenario.vehicles, "MS-22": ship}
    scenario = scenario.model_copy(update={"vehicles": vehicles})
    checked = lifeboat.check(scenario, lifeboat.read_plan(str(HERE / f"{plan}.yaml"), scenario))
    goals = {goal.name: goal.value for goal in one_by_one(checked.option.goals)}
    assert (goals["no-place"], goals["damaged"], goals["improvised"]) == (none, damaged, improvised)
