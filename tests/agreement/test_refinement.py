"""Where bounds stand still, events get every slot and goals are settled one by one; where a better
plan was sought in vain, anything better is refuted: same answers.

Random stations are small, and few of them ever get there by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from agreement.random_scenarios import SMALL, scenarios
from lifeboat.files.known_types import known_types
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.model import Status
from lifeboat.solving.cpsat.solver import Settings, Step
from lifeboat.solving.search import refinement, relaxation
from lifeboat.solving.search.incumbent import Settled
from lifeboat.solving.search.lexicographic import _Settling, settle
from lifeboat.solving.search.relaxation import Grid, Pack


@pytest.mark.parametrize("batch", range(3))
def test_every_slot_at_once_finds_the_same(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [
        Situation.of(one.scenario, known_types())
        for one in scenarios(20, SMALL, first=11000 + 100 * batch)
    ]
    usual = [settle(one, Settings()) for one in made]
    monkeypatch.setattr(refinement, "STUCK", 0)
    finest = [settle(one, Settings()) for one in made]
    assert [(one.values, one.bounds) for one in finest] == [
        (one.values, one.bounds) for one in usual
    ]
    assert any(_size(one) < _size(other) for one, other in zip(usual, finest, strict=True))


@pytest.mark.parametrize("batch", range(3))
def test_refuting_what_is_better_finds_the_same(
    batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [
        Situation.of(one.scenario, known_types())
        for one in scenarios(20, SMALL, first=13000 + 100 * batch)
    ]
    usual = [settle(one, Settings()) for one in made]
    ended = _refuting_always(monkeypatch)
    refuted = [settle(one, Settings()) for one in made]
    assert [(one.values, one.bounds) for one in refuted] == [
        (one.values, one.bounds) for one in usual
    ]
    assert {Status.INFEASIBLE, Status.OPTIMAL} <= ended


def _refuting_always(monkeypatch: pytest.MonkeyPatch) -> set[Status]:
    """Settle every goal by itself, and so wherever a plan is known. Gives how it ended."""
    ended, undercut, may_be_best = set[Status](), Grid.undercut, _Settling.may_be_best

    def told(on: Grid, pack: Pack, values: Sequence[int], caps: dict[int, int]) -> Step:
        step = undercut(on, pack, values, caps)
        ended.add(step.status)
        return step

    def sought_in_vain(settling: _Settling, pack: Pack) -> bool:
        if settling.best is not None:
            settling.in_vain.add(pack)
        return may_be_best(settling, pack)

    monkeypatch.setattr(relaxation, "TOGETHER", 1)
    monkeypatch.setattr(Grid, "is_least", lambda *_: False)
    monkeypatch.setattr(Grid, "undercut", told)
    monkeypatch.setattr(_Settling, "_may_be_easy", lambda _: False)
    monkeypatch.setattr(_Settling, "may_be_best", sought_in_vain)
    return ended


def _size(settled: Settled) -> int:
    return sum(map(len, settled.candidates.values()))
