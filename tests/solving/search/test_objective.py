"""Goals as one sum: what a goal before has is never given up for one that follows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import pytest
from pydantic import TypeAdapter

from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import GoalItem
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.decisions import formulate
from lifeboat.solving.search.objective import Objective, dated_goals, objective_of
from rescue import rescue
from searching import best_of


def goals_up_to(*most: int) -> Objective:
    """Goals of which each may be anything from none up to a number."""
    builder = ModelBuilder()
    return Objective(builder, tuple(plain(builder.number(it, "goal")) for it in most))


def test_no_gain_in_a_goal_makes_up_for_one_before() -> None:
    """All there may be of three goals: in the order of their sum as in that of the goals."""
    objective = goals_up_to(2, 3, 4)
    weighed = objective.builder.read(objective.weighed((0, 1, 2)), optimistic=False)
    values = list(product(range(3), range(4), range(5)))
    sums = [Solution(it).measure(weighed) for it in values]
    assert all(less < more for less, more in pairwise(sums))


def test_values_of_goals_are_weighed_as_the_goals_are() -> None:
    """Of up to 2, 3 and 4; a goal of which no value is given counts as none."""
    objective = goals_up_to(2, 3, 4)
    weighed = objective.builder.read(objective.weighed((0, 1, 2)), optimistic=False)
    for values in product(range(3), range(4), range(5)):
        value = Solution(values).measure(weighed)
        assert objective.weight_of((0, 1, 2), dict(enumerate(values))) == value
    assert objective.weight_of((0, 1, 2), {0: 1}) == Solution((1, 0, 0)).measure(weighed)
    assert objective.weight_of((1, 2), {0: 2, 1: 1, 2: 3}) == 5 + 3


def test_what_a_sum_says_of_its_first_goal() -> None:
    """Of up to 2, 3 and 4: of all values with that sum or more, the least of the first."""
    objective = goals_up_to(2, 3, 4)
    every = list(product(range(3), range(4), range(5)))
    for block in ((0, 1, 2), (0, 1), (0,)):
        sums = [objective.weight_of(block, {it: one[it] for it in block}) for one in every]
        for total in set(sums):
            least = min(one[0] for one, found in zip(every, sums, strict=True) if found >= total)
            assert objective.least_of_first(block, total) == least


def test_what_is_known_of_a_goal_is_kept_while_another_is_made_small() -> None:
    objective = goals_up_to(1, 9)
    first, second = objective.costs
    objective.builder.post(first * 9 + second >= 9)
    solver = Solver(objective.builder, Settings())
    assert solver.minimise(second).value == 0
    assert solver.minimise(second, objective.capped({0: 0})).value == 9


@pytest.mark.parametrize(
    ("most", "blocks"),
    [
        # A million values each: two goals together have 10**12, the most there may be.
        ((999_999, 999_999, 999_999), [(0, 1), (2,)]),
        ((1_000_000, 999_999, 999_999), [(0,), (1, 2)]),
        ((1, 9, 99), [(0, 1, 2)]),
        ((10**13, 1), [(0,), (1,)]),
    ],
)
def test_goals_share_a_sum_as_long_as_its_numbers_stay_small(
    most: tuple[int, ...], blocks: list[tuple[int, ...]]
) -> None:
    assert goals_up_to(*most).blocks() == blocks


@pytest.mark.parametrize(
    ("within", "blocks"),
    [
        ((0, 0, 0), [(0, 1, 2)]),
        ((2, 0, 0), [(0,), (1, 2)]),
        ((0, 5, 0), [(0, 1), (2,)]),
        ((1, 1, 1), [(0,), (1,), (2,)]),
        ((0, 0, 4), [(0, 1, 2)]),
    ],
)
def test_a_goal_that_may_be_made_worse_is_the_last_of_its_sum(
    within: tuple[int, ...], blocks: list[tuple[int, ...]]
) -> None:
    """In one sum with those after it, it could not be."""
    assert replace(goals_up_to(1, 9, 99), within=within).blocks() == blocks


def test_the_tolerances_are_those_of_the_goals_that_dates_decide() -> None:
    """Half a day, and two flights; slots of six hours."""
    order = [
        {"goal": "no-place", "within": 0.5},
        {"goal": "reseats", "within": 9},
        "moved",
        {"goal": "cancelled", "within": 2},
    ]
    goals = TypeAdapter(list[GoalItem]).validate_python(order)
    situation = rescue(goals=goals, resolution="6h")
    decide = formulate(situation, collect(situation).closed(0))
    assert objective_of(decide).within == (2, 0, 2)


def test_what_is_settled_after_dates_is_no_goal_of_theirs() -> None:
    order = ["reseats", {"moved": 2, "reseats": 1}, "no-place"]
    found = dated_goals(rescue(goals=order))
    assert [[(goal.name, weight) for goal, weight in it.settled_with_dates()] for it in found] == [
        [("moved", 2)],
        [("no-place", 1)],
    ]


@pytest.mark.parametrize(("resolution", "moved"), [("1d", 1 + 3 * 4), ("6h", 4 + 3 * (4 * 4 - 3))])
def test_a_flight_weighed_with_days_counts_as_a_day_however_short_a_slot_is(
    resolution: str, moved: int
) -> None:
    """Without Heron all three stay four days longer than planned, to the end of the horizon: by
    six hours, 13 quarters of a day after the last one of the day they were to land on.
    """
    scenario = rescue().scenario
    heron = scenario.vehicles["Heron"].model_copy(update={"may_cancel": True})
    changes: dict[str, Any] = {
        "vehicles": {**scenario.vehicles, "Heron": heron},
        "pins": {"none comes": Pin(vehicle="Heron", flies=False)},
        "goals": [{"cancelled": 1, "moved": 1}],
        "resolution": resolution,
    }
    assert best_of(rescue(**changes)).values == (moved,)
