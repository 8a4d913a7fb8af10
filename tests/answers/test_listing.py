from __future__ import annotations

import pytest

from lifeboat.answers.listing import listed, listed_most


@pytest.mark.parametrize(
    ("names", "said"), [("", ""), ("A", "A"), ("AB", "A and B"), ("ABC", "A, B and C")]
)
def test_names_in_a_row(names: str, said: str) -> None:
    assert listed(names) == listed_most(names) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [("ABCDEF", "A, B, C, D, E and F"), ("ABCDEFG", "A, B, C, D, E and 2 others")],
)
def test_of_many_the_last_are_counted(names: str, said: str) -> None:
    assert listed_most(names) == said
