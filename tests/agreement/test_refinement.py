"""Special paths of the search find the same answers: every slot of gaps where bounds stand still,
goals one by one, and refuting anything better where no better plan was found.

Random stations are small, and few of them take these paths by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from agreement.random_scenarios import SMALL, scenarios
from lifeboat.files.known_types import known_types
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.model import Status
from lifeboat.solving.cpsat.solver import Settings, SolveResult
from lifeboat.solving.search import objective, proving, refinement
from lifeboat.solving.search.incumbent import Incumbent, SearchOutcome
from lifeboat.solving.search.lexicographic import find_best
from lifeboat.solving.search.objective import ObjectiveBlock
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.state import SearchState


def small_stations(first: int) -> list[Problem]:
    made = scenarios(20, SMALL, first=first)
    return [Problem(Situation.of(it.scenario, known_types()), Settings()) for it in made]


def goals(outcomes: Sequence[SearchOutcome]) -> list[object]:
    return [
        (it.values, it.bounds) if isinstance(it, Incumbent) else type(it).__name__
        for it in outcomes
    ]


@pytest.mark.parametrize("batch", range(3))
def test_every_slot_at_once_finds_the_same(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small_stations(11000 + 100 * batch)
    usual = [find_best(one) for one in made]
    monkeypatch.setattr(refinement, "STUCK", 0)
    finest = [find_best(one) for one in made]
    assert goals(finest) == goals(usual)
    assert any(_size(one) != _size(other) for one, other in zip(usual, finest, strict=True))


@pytest.mark.parametrize("batch", range(3))
def test_refuting_what_is_better_finds_the_same(
    batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = small_stations(13000 + 100 * batch)
    usual = [find_best(one) for one in made]
    ended = _refuting_always(monkeypatch)
    refuted = [find_best(one) for one in made]
    assert goals(refuted) == goals(usual)
    assert {Status.INFEASIBLE, Status.OPTIMAL} <= ended


def _refuting_always(monkeypatch: pytest.MonkeyPatch) -> set[Status]:
    """Prove every goal by itself, by refutation once a plan is known; returns how those ended."""
    ended, undercut, may_refute = set[Status](), Relaxation.undercut, proving.may_refute

    def told(
        on: Relaxation, block: ObjectiveBlock, values: Sequence[int], caps: dict[int, int]
    ) -> SolveResult:
        result = undercut(on, block, values, caps)
        ended.add(result.status)
        return result

    def always(state: SearchState, block: ObjectiveBlock) -> bool:
        if state.incumbent is not None:
            state.attempts.failed.add(block)
        return may_refute(state, block)

    monkeypatch.setattr(objective, "TOGETHER", 1)
    monkeypatch.setattr(Relaxation, "is_least", lambda *_: False)
    monkeypatch.setattr(Relaxation, "undercut", told)
    monkeypatch.setattr(proving, "_may_be_easy", lambda _: False)
    monkeypatch.setattr(proving, "may_refute", always)
    return ended


def _size(found: SearchOutcome) -> int:
    return sum(map(len, found.candidates.values())) if isinstance(found, Incumbent) else 0
