"""The five-year scenario of the benchmarks is as described there."""

from __future__ import annotations

import pytest
import yaml

from lifeboat.answers.option import one_by_one
from lifeboat.files.known_types import known_types
from lifeboat.files.scenario_file import scenario_of
from lifeboat.files.source import source_of
from lifeboat.goals import GOALS
from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from lifeboat.rules import RULES
from lifeboat.scenario.scenario import Scenario
from rotation import scenario


def read(*, damaged: bool, years: int = 5) -> Scenario:
    return scenario_of(
        source_of(yaml.safe_dump(scenario(damaged, years)), "rotation.yaml"),
        known_types=known_types(),
        rule_names=[rule.name for rule in RULES],
        goal_names=[goal.name for goal in GOALS],
    ).scenario


@pytest.mark.parametrize("damaged", [False, True])
def test_it_has_sixty_vehicles_and_eighty_people_and_no_mistakes(damaged: bool) -> None:
    rotation = read(damaged=damaged)
    assert (len(rotation.vehicles), len(rotation.people)) == (60, 80)


@pytest.mark.parametrize("years", [1, 2, 5, 10, 20])
def test_its_plan_of_record_keeps_every_rule(years: int) -> None:
    assert check(read(damaged=False, years=years), Plan()).option.findings == ()


def test_a_damaged_ship_leaves_one_without_a_place_until_it_was_to_leave() -> None:
    """Two places for three from 1 January; relieved on 1 April, it leaves on 7 April: 96 days."""
    goals = {it.name: it.value for it in one_by_one(check(read(damaged=True), Plan()).option.goals)}
    assert (goals["no-place"], goals["damaged"]) == (96, 2 * 96)
