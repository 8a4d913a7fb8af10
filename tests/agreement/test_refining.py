"""Where bounds stand still, events get every slot and goals are settled one by one: same answers.

Random stations are small, and few of them ever get there by themselves.
"""

from __future__ import annotations

import pytest

from agreement.random_scenarios import SMALL, scenarios
from lifeboat.files.known import known_types
from lifeboat.solving import refining
from lifeboat.solving.search import Settings
from lifeboat.solving.settle import settle
from lifeboat.solving.settled import Settled
from lifeboat.station.situation import Situation


@pytest.mark.parametrize("batch", range(3))
def test_every_slot_at_once_finds_the_same(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [
        Situation.of(one.scenario, known_types())
        for one in scenarios(20, SMALL, first=11000 + 100 * batch)
    ]
    usual = [settle(one, Settings()) for one in made]
    monkeypatch.setattr(refining, "STUCK", 0)
    finest = [settle(one, Settings()) for one in made]
    assert [(one.values, one.bounds) for one in finest] == [
        (one.values, one.bounds) for one in usual
    ]
    assert any(_size(one) < _size(other) for one, other in zip(usual, finest, strict=True))


def _size(settled: Settled) -> int:
    return sum(map(len, settled.candidates.values()))
