"""Random scenarios swept: each answer is that of `solve`, and every change is necessary."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from agreement.random_scenarios import SMALL, Made, scenarios
from lifeboat.errors import MistakesError
from lifeboat.files.known_types import known_types
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.questions.sweep.point import Reply, answer_task
from lifeboat.questions.sweep.request import At, SweepRequest, open_sweep
from lifeboat.questions.sweep.search import SweepSearch
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.stopping import never

BATCHES = range(3)


def swept(made: Made, path: Path) -> SweepSearch | None:
    """The sweep of a launch that slips; None if there is no launch, or it cannot slip at all."""
    path.write_text(yaml.safe_dump(made.tree), encoding="utf-8")
    to_come = [name for name, it in made.scenario.vehicles.items() if it.modes]
    if not to_come:
        return None
    name = random.Random(made.seed).choice(to_come)
    try:
        asked = open_sweep(str(path), [f"{name}.slip=0..6d/3d"])
        answer = partial(answer_task, stop=never, run=Run())
        search = SweepSearch(
            asked, lambda tasks, _: [answer(task) for task in tasks], lambda _: None
        )
        search.begin()
    except MistakesError:
        return None
    while search.share() or search.refine():
        pass
    return search


def all_swept(count: int, first: int, folder: Path) -> Iterator[tuple[Made, SweepSearch]]:
    """Scenarios in which a launch may slip, each with its sweep."""
    for made in scenarios(count, SMALL, first=first):
        search = swept(made, folder / "made.yaml")
        if search is not None:
            yield made, search


@pytest.mark.parametrize("batch", BATCHES)
def test_each_answer_is_that_of_solve(batch: int, tmp_path: Path) -> None:
    answers = 0
    for made, search in all_swept(8, 13000 + 100 * batch, tmp_path):
        for at, reply in search.found.items():
            if reply.answer is None:
                continue
            alone = solve(search.asked.at(at).sourced.scenario, plans=1)
            assert alone.outcome == reply.answer.outcome, (made.seed, at)
            goals = () if alone.best is None else tuple(it.value for it in alone.best.goals)
            assert goals == reply.values, (made.seed, at)
            answers += 1
    assert answers, "or this shows nothing"


@pytest.mark.parametrize("batch", BATCHES)
def test_every_change_has_to_be(batch: int, tmp_path: Path) -> None:
    """The kind before a change is worse after it, on whatever dates."""
    changes = 0
    for made, search in all_swept(12, 14000 + 100 * batch, tmp_path):
        for before, after in pairwise(sorted(search.found)):
            one, other = search.found[before], search.found[after]
            if one.shape != other.shape and one.has_plan and other.has_plan:
                assert after[0] - before[0] == 1, made.seed
                assert is_worse(search.asked, after, one, other), (made.seed, after)
                changes += 1
    assert changes, "or this shows nothing"


def is_worse(asked: SweepRequest, at: At, one: Reply, other: Reply) -> bool:
    situation = Situation.of(asked.at(at).sourced.scenario, known_types())
    grid = Relaxation(Problem(situation, Settings()), collect(situation).every_slot())
    blocks = grid.objective.blocks()
    assert one.plan is not None
    if not grid.fly(one.plan, blocks, on_its_dates=False):
        return True
    kept, flown = grid.values(), grid.incumbent().schedule
    if (flown.rides, flown.flights.keys()) != (one.plan.rides, one.plan.flights.keys()):
        return True  # flights or rides of that kind are not possible any more
    assert other.plan is not None
    assert grid.fly(other.plan, blocks, on_its_dates=False)
    return kept > grid.values()
