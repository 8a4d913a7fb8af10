"""The peers of the benchmarks answer the question that the program answers."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

import lifeboat
from lifeboat.answers.option import GoalValue
from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from peers.answering import answer
from peers.minizinc import GOALS, MODEL
from peers.minizinc_data import data_of
from peers.plain_cpsat import CpSat
from peers.plan import plan_of
from peers.reading import NotInThePeersError, read
from repository import ROOT

TINY = str(ROOT / "scenarios" / "tiny.yaml")
MS_22 = str(ROOT / "scenarios" / "soyuz-ms-22" / "2022-12-30.yaml")


def values(goals: tuple[GoalValue, ...]) -> dict[str, float]:
    return {goal.name: goal.value for goal in goals}


def test_plain_cp_sat_proves_the_same_values_with_a_plan_that_has_them() -> None:
    scenario = lifeboat.read_scenario(TINY)
    best = lifeboat.solve(scenario).best
    assert best is not None
    situation, case = read(TINY)
    goals, found = answer(CpSat(), case, 60)
    proven = {one.name: one.value for one in takewhile(lambda it: it.proven, found)}
    assert proven == values(best.goals)
    plan = Plan.model_validate(plan_of(situation, goals))
    assert values(check(scenario, plan).option.goals) == proven


def test_a_question_that_the_peers_do_not_know_is_refused() -> None:
    with pytest.raises(NotInThePeersError, match="a resolution but days"):
        read(str(ROOT / "scenarios" / "sts-107" / "2003-01-20.yaml"))


@pytest.mark.parametrize("path", [TINY, MS_22])
def test_minizinc_is_told_all_that_its_model_asks_for(path: str) -> None:
    _, case = read(path)
    text = MODEL.with_name("case.mzn").read_text("utf-8")
    asked = re.findall(r"^(?:int|enum|GOAL|array[^:]*):? (\w+);", text, re.MULTILINE)
    told = re.findall(r"^(\w+) = ", data_of(case, 1, [0] * len(GOALS)), re.MULTILINE)
    assert sorted(told) == sorted(asked)
