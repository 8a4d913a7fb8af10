"""The smallest set, on letters that cannot stand together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lifeboat.questions.conflict.smallest import Smallest, smallest

LETTERS = "abcdefghijklmnop"


def found(*conflicts: str, unknown: str = "", most: int | None = None) -> Smallest[str] | None:
    """What is found where some sets of letters cannot stand together, and nothing is known as soon
    as one of the unknown letters is gone.
    """

    def is_possible(kept: Sequence[str]) -> bool | None:
        if any(letter not in kept for letter in unknown):
            return None
        return not any(set(it) <= set(kept) for it in conflicts)

    return smallest(LETTERS, is_possible, most)


@pytest.mark.parametrize("conflict", ["a", "p", "ab", "ap", "cgk", "mnop", LETTERS])
def test_one_conflict_is_found_whatever_it_is(conflict: str) -> None:
    assert found(conflict) == Smallest(tuple(conflict))


def test_what_comes_last_is_told_of_several() -> None:
    assert found("ab", "op") == Smallest(("o", "p"))


def test_where_all_can_be_let_go_nothing_is_left() -> None:
    assert smallest(LETTERS, lambda kept: False) == Smallest(())


def test_what_is_not_known_is_kept_and_told() -> None:
    assert found("cg", unknown="d") == Smallest(("c", "d", "g"), ("d",))


def test_what_is_needed_is_told_from_what_is_not_known() -> None:
    told = Smallest(("c", "d", "g"), ("d",))
    assert told.needed == ("c", "g")
    assert not told.is_smallest


def test_it_gives_up_once_more_are_needed_than_wanted() -> None:
    assert found("abcd", most=3) is None
    assert found("abc", most=3) == Smallest(("a", "b", "c"))


def test_few_questions_are_asked_where_little_matters() -> None:
    asked: list[int] = []

    def is_possible(kept: Sequence[int]) -> bool:
        asked.append(len(kept))
        return 700 not in kept

    assert smallest(range(1000), is_possible) == Smallest((700,))
    assert len(asked) <= 2 * 10 + 1


def test_nothing_is_asked_twice() -> None:
    asked: list[tuple[str, ...]] = []

    def is_possible(kept: Sequence[str]) -> bool:
        asked.append(tuple(kept))
        return not set("bn") <= set(kept)

    smallest(LETTERS, is_possible)
    assert len(asked) == len(set(asked))
