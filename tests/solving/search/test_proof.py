"""How far goals are proven: five goals in three blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.proof import Proof


def proof(done: int) -> Proof:
    """Two blocks of two goals around one of one, a bound known of every goal."""
    return Proof([(0, 1), (2,), (3, 4)], done, {0: 6, 1: 12, 2: 0, 3: 1, 4: 2})


def a_plan(*values: int) -> Incumbent:
    return Incumbent(Schedule({}, {}, {}), values)


def test_goals_of_blocks_that_are_done_may_not_be_more_and_no_other_goals() -> None:
    assert [proof(done).caps() for done in (0, 1, 2)] == [
        {},
        {0: 6, 1: 12},
        {0: 6, 1: 12, 2: 0},
    ]


def test_where_something_was_found_and_not_proven_no_more_than_that() -> None:
    limited = proof(done=1)
    limited.found[1] = 14
    assert limited.caps() == {0: 6, 1: 14}
    assert limited.is_met_so_far(a_plan(6, 14, 5, 5, 5))
    assert not limited.is_met_so_far(a_plan(6, 15, 0, 1, 2))


def test_a_bound_is_not_met_at_the_price_of_a_goal_before() -> None:
    known = proof(done=1)
    assert known.is_met(a_plan(6, 12, 0, 9, 9), (2,))
    assert not known.is_met(a_plan(7, 12, 0, 9, 9), (2,))
    assert not known.is_met(a_plan(6, 12, 1, 9, 9), (2,))
    assert not known.is_met(None, (2,))


def test_a_bound_is_kept_only_for_the_goals_before_as_they_were() -> None:
    """Where the goals before turn out to be more, there may be less of those that follow."""
    known = Proof([(0, 1), (2,), (3, 4)], 1, {0: 6, 1: 12})
    known.keep({2: 5})
    assert known.least() == {2: 5}
    known.bounds[1] = 13
    assert known.least() == {}
    known.bounds[1] = 12
    known.done = 2
    assert known.least() == {}


def test_the_first_goal_of_a_block_keeps_its_bound_when_each_is_proven_by_itself() -> None:
    known = Proof([(0, 1), (2,)])
    known.keep({0: 6, 1: 12})
    known.one_by_one()
    assert known.least() == {0: 6}
    known.done = 1
    assert known.least() == {}


def tolerant(done: int) -> Proof:
    """The same with a tolerance of 3 for the last goal of the first block, and of 1 for the last of
    all.
    """
    return replace(proof(done), within=(0, 3, 0, 0, 1))


def test_a_goal_with_a_tolerance_may_be_so_much_more_once_its_block_is_done() -> None:
    assert [tolerant(done).caps() for done in (0, 1, 3)] == [
        {},
        {0: 6, 1: 15},
        {0: 6, 1: 15, 2: 0, 3: 1, 4: 3},
    ]
    assert tolerant(1).tolerant == [1, 4]
    assert proof(1).tolerant == []


def test_a_tolerance_is_added_to_what_was_found_where_nothing_is_proven() -> None:
    limited = tolerant(done=1)
    limited.found[1] = 14
    assert limited.caps() == {0: 6, 1: 17}


def test_a_plan_within_the_tolerance_meets_what_is_known_so_far() -> None:
    known = tolerant(done=1)
    assert known.is_met(a_plan(6, 15, 0, 9, 9), (2,))
    assert not known.is_met(a_plan(6, 16, 0, 9, 9), (2,))
    assert not known.is_met(a_plan(7, 12, 0, 9, 9), (2,))


def test_the_bound_itself_is_met_without_the_tolerance() -> None:
    """The least there can be of a goal is what is proven; the tolerance is for those after it."""
    first = tolerant(done=0)
    assert first.is_met_so_far(None)
    assert first.is_met(a_plan(6, 12, 9, 9, 9), (0, 1))
    assert not first.is_met(a_plan(6, 13, 0, 1, 2), (0, 1))


@pytest.mark.parametrize(
    ("done", "better", "worse"),
    [
        (0, (6, 12, 9, 9, 9), (6, 13, 0, 0, 0)),  # not known yet: less is better
        (1, (6, 15, 0, 1, 2), (6, 12, 0, 1, 3)),  # known: 12 is no better than 15
        (1, (6, 15, 0, 1, 2), (6, 16, 0, 0, 0)),  # 16 is more than is tolerated
        (1, (6, 15, 0, 1, 2), (7, 12, 0, 0, 0)),
    ],
)
def test_less_than_is_tolerated_is_not_better_once_it_is_known(
    done: int, better: tuple[int, ...], worse: tuple[int, ...]
) -> None:
    known = tolerant(done)
    assert known.rated(better) < known.rated(worse)


def test_within_the_tolerance_plans_are_as_good() -> None:
    known = tolerant(done=1)
    assert known.rated((6, 12, 0, 1, 2)) == known.rated((6, 14, 0, 1, 2)) == (6, 15, 0, 1, 2)


def test_a_bound_that_is_as_before_is_not_raised() -> None:
    known = proof(done=1)
    assert not known.keep({2: 0})
    assert known.keep({2: 1})
    assert known.bounds[2] == 1


def test_one_by_one_only_the_goal_that_is_next_keeps_its_bound() -> None:
    """Bounds of goals in one sum say nothing of a later goal once an earlier one may be more."""
    known = proof(done=1)
    known.one_by_one()
    assert known.blocks == [(0, 1), (2,), (3,), (4,)]
    assert known.block == (2,)
    assert known.bounds == {0: 6, 1: 12, 2: 0}


def test_a_proof_is_at_the_last_block_and_then_done() -> None:
    assert [(it.is_at_the_last, it.is_done) for it in map(proof, (1, 2, 3))] == [
        (False, False),
        (True, False),
        (False, True),
    ]
