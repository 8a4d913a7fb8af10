"""Plans that are known without a search, beside the one that was found; by hand, on the tiny
station.
"""

from __future__ import annotations

import time

from lifeboat.answers.option import Option
from lifeboat.questions.known_plans import kept, recorded
from lifeboat.questions.run import Run
from lifeboat.questions.solve import AS_RECORDED, solve
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

SITUATION = Situation.of(tiny(), {})
LATE = plan({"Finch": {"launch": jan(6)}})
CROWDED = plan({}, {"Ana": {"home": "Finch"}})
"""Finch stays, so that Ana cannot go home in it: that is no plan."""


def late() -> Option:
    found = kept(SITUATION, LATE, None)
    assert found is not None
    return found


def moved(option: Option | None) -> float:
    assert option is not None
    return next(goal.value for goal in option.goals if goal.name == "moved")


def test_the_plan_of_record_is_shown_where_nothing_was_found() -> None:
    found = recorded(SITUATION, None)
    assert moved(found) == 0
    assert found is not None
    # Nothing is missing at the tiny station: less than nothing there is not.
    assert all(goal.proven and goal.bound == 0 for goal in found.goals)


def test_the_plan_of_record_is_shown_where_it_is_the_better_one() -> None:
    assert moved(late()) == 2
    assert moved(recorded(SITUATION, late())) == 0


def test_of_two_as_good_the_one_that_was_found_is_shown() -> None:
    found = kept(SITUATION, plan(), None)
    assert recorded(SITUATION, found) is found


def test_after_a_goal_that_is_not_proven_nothing_is() -> None:
    """Wren is not repaired: Ana and Boris hold a damaged place, and stay on."""
    hit = tiny({f"vehicles.Wren.conditions.{jan(1)}": {"state": "emergency-only"}})
    found = recorded(Situation.of(hit, {}), None)
    assert found is not None
    proven = [goal.proven for goal in found.goals]
    first = proven.index(False)
    assert found.goals[first].name == "damaged"
    assert not any(proven[first:])
    assert [goal.bound for goal in found.goals[first + 1 :]] == [None] * len(proven[first + 1 :])


def test_a_plan_to_keep_gives_way_to_a_better_one_and_to_none_other() -> None:
    better = recorded(SITUATION, None)
    assert kept(SITUATION, LATE, better) is better
    assert moved(kept(SITUATION, plan(), late())) == 0
    assert kept(SITUATION, CROWDED, better) is better
    assert kept(SITUATION, CROWDED, None) is None


def test_without_any_time_there_is_a_plan() -> None:
    answer = solve(tiny(), run=Run(until=time.monotonic() - 1))
    assert (answer.outcome, answer.reason[0]) == ("best-found", AS_RECORDED)
    assert moved(answer.best) == 0
