"""The cheapest amounts that suffice, against trying them all."""

from __future__ import annotations

import random
from itertools import product

import pytest

from lifeboat.questions.repair.cheapest import Amounts, Cheapest

MOST = (3, 1, 4, 2)
PRICES = (2, 5, 1, 3)
EVERY = list(product(*(range(most + 1) for most in MOST)))


def at_least(one: Amounts, other: Amounts) -> bool:
    return all(a >= b for a, b in zip(one, other, strict=True))


def price(amounts: Amounts) -> int:
    return sum(a * b for a, b in zip(PRICES, amounts, strict=True))


@pytest.mark.parametrize("seed", range(200))
def test_every_amount_that_could_not_be_less_the_cheapest_first(seed: int) -> None:
    chance = random.Random(seed)
    enough = chance.sample(EVERY[1:], chance.randrange(0, 5))

    def suffices(amounts: Amounts) -> bool:
        return any(at_least(amounts, it) for it in enough)

    search = Cheapest(PRICES, MOST, suffices)
    found = list(search.each())
    least = [it for it in enough if not any(it != one and at_least(it, one) for one in enough)]
    assert sorted(found) == sorted(set(least))
    assert list(map(price, found)) == sorted(map(price, found))
    assert search.is_known


def test_what_is_not_known_is_said() -> None:
    """Two of the third measure suffice; of the second nothing is known."""

    def suffices(amounts: Amounts) -> bool | None:
        return True if amounts[2] >= 2 else None if amounts[1] else False

    search = Cheapest(PRICES, MOST, suffices)
    assert (0, 0, 2, 0) in list(search.each())
    assert not search.is_known
