"""What would overlap goes below each other."""

from __future__ import annotations

import random
from itertools import pairwise

from lifeboat.showing.timeline.lanes import lanes

Span = tuple[float, float]


def spans(*told: Span) -> list[list[Span]]:
    return lanes(told, lambda it: it)


def test_what_follows_each_other_is_in_one_lane() -> None:
    assert spans((0, 2), (2, 4), (5, 6)) == [[(0, 2), (2, 4), (5, 6)]]


def test_what_overlaps_is_not() -> None:
    assert spans((0, 3), (2, 4), (3, 5)) == [[(0, 3), (3, 5)], [(2, 4)]]


def test_nothing_needs_no_lane() -> None:
    assert spans() == []


def test_nothing_is_lost_and_nothing_overlaps() -> None:
    chance = random.Random(7)
    for _ in range(200):
        lefts = map(float, chance.choices(range(30), k=12))
        told = [(left, left + chance.randint(1, 9)) for left in lefts]
        found = spans(*told)
        assert sorted(it for lane in found for it in lane) == sorted(told)
        for lane in found:
            assert all(one[1] <= other[0] for one, other in pairwise(lane))
