"""One answer of a sweep, and its kind."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.errors import Mistake
from lifeboat.questions.run import Run
from lifeboat.scenario.scenario import Scenario
from lifeboat.stopping import Stop

if TYPE_CHECKING:
    from lifeboat.solving.formulation.schedule import Schedule
    from lifeboat.solving.search.warm_start import WarmStart


@dataclass(frozen=True)
class Task:
    """One point to solve; without a scenario where the amounts make no sense."""

    scenario: Scenario | None = None
    edits: tuple[str, ...] = ()
    memory: WarmStart | None = None
    """What a neighbour's answer left to start from, and plans of other kinds that may be better."""
    keeps: bool = False
    """Whether to search first, on all dates, for the best plan of that neighbour's kind."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """By person: who stands for all those whom the scenario as it stands does not tell apart."""
    share: float = 1.0
    """The share of the time for one answer that this task has."""
    mistakes: tuple[Mistake, ...] = ()
    rounds: int = 1
    """How many rounds of answers have to share the time for all, this one's among them."""


@dataclass(frozen=True)
class Reply:
    """An answer, its kind, and what it leaves for its neighbours to start from."""

    answer: Answer | None
    shape: Hashable
    """Equal for answers of the same kind."""
    memory: WarmStart | None = None
    mistakes: tuple[Mistake, ...] = ()
    has_searched: bool = False
    """Whether the neighbour's kind was searched for on all dates."""

    @property
    def best(self) -> Option | None:
        """The plan of the answer, if it has one."""
        return None if self.answer is None else self.answer.best

    @property
    def has_plan(self) -> bool:
        return self.best is not None

    @property
    def plan(self) -> Schedule | None:
        """The plan as the solver has it, if there is one."""
        return None if self.memory is None else self.memory.plan

    @property
    def values(self) -> tuple[float, ...]:
        """The values of the plan's goals, in their order."""
        return () if self.best is None else tuple(goal.value for goal in self.best.goals)

    def or_better(self, other: Reply, if_as_good: bool = False) -> Reply:
        """The other reply if its plan is better or, with `if_as_good`, as good; else this one."""
        if not other.has_plan or (self.has_plan and other.values > self.values):
            return self
        if self.has_plan and other.values == self.values:
            return other._proven_like(self) if if_as_good else self
        return other

    def _proven_like(self, other: Reply) -> Reply:
        """This reply, with the proof of an equally good plan if only that one is proven."""
        if self.is_certain or self.answer is None or self.best is None:
            return self
        if not other.is_certain or other.answer is None or other.best is None:
            return self
        best = self.best.model_copy(update={"goals": other.best.goals})
        update = {"best": best, "outcome": other.answer.outcome}
        return replace(self, answer=self.answer.model_copy(update=update))

    @property
    def is_certain(self) -> bool:
        """Whether the answer is final: more time would not change it."""
        return self.answer is None or self.answer.outcome in ("proven-best", "impossible")


def answer_task(task: Task, stop: Stop, *, run: Run) -> Reply:
    """Solve one point, starting from the plan of a neighbour."""
    if task.scenario is None:
        kinds = tuple(sorted({it.kind for it in task.mistakes}))
        return Reply(None, ("refused", kinds), mistakes=task.mistakes)
    from lifeboat.questions.solve import solve
    from lifeboat.solving.search.warm_start import WarmStart

    memory = replace(task.memory or WarmStart(), keeps=task.keeps)
    run = run.with_share(task.rounds)
    limit = None if run.time_limit is None else run.time_limit * task.share
    own = replace(run, time_limit=limit, begun=time.monotonic(), stop=stop, edits=task.edits)
    searched = task.keeps and _begin_with_its_kind(task.scenario, memory, own)
    answer = solve(task.scenario, plans=1, run=own, memory=memory, reasons=False)
    shape = _shape_of_answer(task.scenario, answer, task.alike)
    return Reply(answer, shape, memory, has_searched=searched)


def _begin_with_its_kind(scenario: Scenario, memory: WarmStart, run: Run) -> bool:
    """Start from the best plan of the kind remembered; returns whether all dates were searched."""
    from lifeboat.files.known_types import known_types
    from lifeboat.situation.situation import Situation
    from lifeboat.solving.cpsat.solver import Settings
    from lifeboat.solving.search.problem import Problem
    from lifeboat.solving.search.same_flights import begin_with_same_flights

    situation = Situation.of(scenario, known_types())
    settings = Settings(seed=run.seed, until=run.search_ends(), stop=run.stop)
    return begin_with_same_flights(Problem(situation, settings), memory)


def _shape_of_answer(scenario: Scenario, answer: Answer, alike: Mapping[str, str]) -> Hashable:
    if answer.best is None:
        return answer.outcome
    return _flights_shape(scenario, answer.best), _homes_shape(answer.best, alike)


def _flights_shape(scenario: Scenario, best: Option) -> Hashable:
    """Which vehicles fly, and those that carry people in which mode."""
    crewed = {
        name
        for name, vehicle in scenario.vehicles.items()
        if any(mode.crew for mode in vehicle.modes.values())
    }
    flown = ((it.vehicle, it.mode if it.vehicle in crewed else None) for it in best.flights)
    return frozenset(flown)


def _homes_shape(best: Option, alike: Mapping[str, str]) -> Hashable:
    """How many of those who are alike go home on each vehicle; it does not matter which of them."""
    homes = Counter((alike.get(it.person, it.person), it.home) for it in best.people)
    return frozenset(homes.items())
