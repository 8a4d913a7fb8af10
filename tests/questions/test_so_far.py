"""What a search that is under way tells of its plans."""

import lifeboat
from lifeboat.answers.so_far import SoFar
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from repository import SCENARIOS, TINY


def heard(path: str, resolution: str = "1d") -> tuple[list[SoFar | None], lifeboat.Answer]:
    told: list[SoFar | None] = []
    scenario = lifeboat.read_scenario(path).model_copy(update={"resolution": resolution})
    return told, solve(scenario, plans=1, run=Run(found=told.append), reasons=False)


def test_a_search_begins_without_a_plan_and_ends_with_its_answer() -> None:
    """Heron comes empty in its first slot, two days early: from 1 March on, three people share
    two places of Sparrow, which is damaged, for six days.
    """
    told, answer = heard(str(TINY))
    assert told[0] is None
    last = told[-1]
    assert last is not None
    assert answer.best is not None
    values = {goal.name: goal.value for goal in last.goals}
    assert values["no-place+unsafe"] == 6
    assert values["damaged"] == 12
    assert any(line.startswith("Heron ") for line in last.flights)
    final = {goal.name: goal.value for goal in answer.best.goals}
    assert values == {name: final[name] for name in values}


def test_it_counts_days_whatever_the_slot() -> None:
    for resolution in ("1d", "6h"):
        told, answer = heard(str(TINY), resolution)
        assert answer.best is not None
        last = told[-1]
        assert last is not None
        final = {goal.name: goal.value for goal in answer.best.goals}
        assert {goal.name: goal.value for goal in last.goals} == {
            goal.name: final[goal.name] for goal in last.goals
        }


def test_plans_only_get_better_and_no_bound_is_above_the_answer() -> None:
    told, answer = heard(str(SCENARIOS / "soyuz-ms-22" / "2022-12-30.yaml"))
    assert answer.best is not None
    plans = [it for it in told if it is not None]
    values = [tuple(goal.value for goal in it.goals) for it in plans]
    assert len(plans) > 1
    assert values == sorted(values, reverse=True)
    first = {goal.name: goal.value for goal in answer.best.goals}
    for plan in plans:
        assert plan.proven <= len(plan.goals)
        head = plan.goals[0]
        assert head.bound is None or head.bound <= first[head.name]
        for goal in plan.goals:
            assert goal.bound is None or goal.bound <= goal.value


def test_bounds_never_fall_and_that_of_the_answer_is_no_less() -> None:
    """However soon the time is over: of the goals that were being proven one by one."""
    told: list[SoFar | None] = []
    scenario = lifeboat.read_scenario(str(SCENARIOS / "starliner-cft" / "2024-08-06.yaml"))
    run = Run(found=told.append, time_limit=6)
    answer = solve(scenario, plans=1, run=run, reasons=False)
    plans = [it for it in told if it is not None]
    bounds = [tuple(0 if it.bound is None else it.bound for it in plan.goals[:1]) for plan in plans]
    assert bounds == sorted(bounds)
    assert answer.best is not None
    assert answer.best.goals[0].bound == bounds[-1][0]


def test_who_listens_changes_nothing() -> None:
    _, answer = heard(str(TINY))
    alone = solve(lifeboat.read_scenario(str(TINY)), plans=1, reasons=False)
    assert answer.best == alone.best


def test_no_bound_by_whole_days_is_told_of_hours() -> None:
    """What is told first is sought by whole days, and says nothing of the least by the hour."""
    scenario = lifeboat.read_scenario(str(TINY))
    told: list[SoFar | None] = []
    by_hours = scenario.model_copy(update={"resolution": "6h"})
    answer = solve(by_hours, plans=1, run=Run(found=told.append), reasons=False)
    assert answer.best is not None
    least = answer.best.goals[0].value
    bounds = [it.goals[0].bound for it in told if it is not None]
    assert bounds[0] is None
    assert all(bound is None or bound <= least for bound in bounds)
