"""Repairs of random scenarios, held against every slot."""

from __future__ import annotations

from collections import Counter

import pytest

from agreement.conflicts import every_slot
from agreement.random_scenarios import SMALL, TINY, Size, scenarios
from agreement.repairs import repaired


@pytest.mark.parametrize(
    ("size", "count", "first"),
    [*((TINY, 30, 7_200_000 + 1000 * it) for it in range(3)), (SMALL, 20, 7_000_000)],
)
def test_every_repair_is_confirmed(size: Size, count: int, first: int) -> None:
    tally: Counter[str] = Counter()
    made = scenarios(count, size, first=first)
    assert [it for one in made for it in repaired(one, every_slot, tally)] == []
    assert tally["repairs"] >= count / 6, "or the batch shows little"
