"""How far goals are proven: five goals in three blocks."""

from __future__ import annotations

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
