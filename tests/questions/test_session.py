"""The same question again and again, with a memory; tests/agreement does so at random."""

from __future__ import annotations

from typing import Any

import pytest

from handmade import answer
from lifeboat.answers.solve import Answer
from lifeboat.questions.run import Run
from lifeboat.questions.session import Session
from lifeboat.scenario.scenario import Scenario
from tiny import jan, tiny

LATE = {"vehicles.Finch.modes.crewed.windows": f"{jan(6)}..{jan(9)}"}
"""Finch can be launched on the 6th at the earliest, planned was the 4th."""


def costs(told: Answer) -> dict[str, float]:
    assert told.outcome == "proven-best"
    assert told.best is not None
    return {goal.name: goal.value for goal in told.best.goals if goal.value}


def test_each_answer_is_proven_whatever_was_asked_before() -> None:
    session = Session()
    assert costs(session.solve(tiny())) == {}
    assert costs(session.solve(tiny(LATE))) == {"moved": 2}
    assert costs(session.solve(tiny())) == {}


def test_it_may_be_asked_about_another_time() -> None:
    """Two days later, up to another end: what was the fifth day is the third."""
    session = Session()
    assert costs(session.solve(tiny())) == {}
    later = {**LATE, "as_of": jan(3), "horizon": "..2030-01-12"}
    assert costs(session.solve(tiny(later))) == {"moved": 2}


def test_an_answer_without_a_plan_spoils_nothing() -> None:
    """Four are never aboard."""
    session = Session()
    assert session.solve(tiny({"station.crew.least": 4})).outcome == "impossible"
    assert costs(session.solve(tiny())) == {}


def test_one_plan_is_told_and_how_it_was_asked() -> None:
    told = Session().solve(tiny(), run=Run(seed=9, digest="0123", edits=("late",)))
    receipt = told.receipt
    assert (receipt.seed, receipt.scenario_sha256, receipt.edits) == (9, "0123", ("late",))
    assert told.others == ()


def test_each_session_has_one_memory_and_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    memories: list[object] = []

    def solve(_: Scenario, *, memory: object, **__: Any) -> Answer:
        memories.append(memory)
        return answer()

    monkeypatch.setattr("lifeboat.questions.session.solve", solve)
    session = Session()
    for each in (session, session, Session()):
        each.solve(tiny())
    first, again, other = memories
    assert first is again
    assert first is not None
    assert other is not None
    assert other is not first
