"""Other plans of random scenarios, held against brute force."""

from __future__ import annotations

from collections import Counter

import pytest

from agreement.other_plans import by_choice, by_trade
from agreement.random_scenarios import TINY, scenarios


@pytest.mark.parametrize("first", range(9_100_000, 9_100_000 + 3000, 1000))
def test_the_best_plan_with_each_choice(first: int) -> None:
    tally: Counter[str] = Counter()
    made = scenarios(30, TINY, first=first)
    assert [it for one in made for it in by_choice(one, tally)] == []
    assert tally["choices"] > 20
    assert tally["choices"] > tally["choices that no plan makes"]


@pytest.mark.parametrize("first", [9_300_000, 1_555_133, 2_555_448])
def test_no_plan_is_below_a_front(first: int) -> None:
    tally: Counter[str] = Counter()
    made = scenarios(6, TINY, first=first)
    assert [it for one in made for it in by_trade(one, tally)] == []
    assert tally["trades"] > 20
    assert tally["trades not known to the end"] <= tally["trades"] / 4
