"""Answers that start from what proved the last are as good as answers from nothing."""

from __future__ import annotations

import random

import pytest

from agreement.random_scenarios import SMALL, scenarios
from agreement.test_replan import happened, some_date
from lifeboat.answers.solve import Answer
from lifeboat.questions.session import Session
from lifeboat.questions.solve import solve


def told(answer: Answer) -> tuple[object, ...]:
    goals = () if answer.best is None else answer.best.goals
    return answer.outcome, [(goal.name, goal.value, goal.bound) for goal in goals]


@pytest.mark.parametrize("batch", range(4))
def test_a_session_finds_what_solve_finds(batch: int) -> None:
    """One mishap after another, all answered in the same session, by days or by hours."""
    for made in scenarios(6, SMALL, first=7000 + 100 * batch):
        chance, scenario, session = random.Random(made.seed), made.scenario, Session()
        for _ in range(4):
            assert told(session.solve(scenario)) == told(solve(scenario, plans=1)), made.seed
            scenario = happened(scenario, some_date(scenario, chance), chance)


def test_a_session_may_turn_to_another_scenario() -> None:
    session = Session()
    for made in scenarios(8, SMALL, first=9000):
        assert told(session.solve(made.scenario)) == told(solve(made.scenario, plans=1)), made.seed
