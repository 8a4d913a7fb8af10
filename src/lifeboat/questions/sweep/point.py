"""One answer of a sweep, and of what kind it is."""

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
    """What is to be answered; nothing where the scenario makes no sense."""

    scenario: Scenario | None = None
    edits: tuple[str, ...] = ()
    memory: WarmStart | None = None
    """What a neighbour's answer left, and plans of other kinds that may be better."""
    keeps: bool = False
    """Whether the best plan of that neighbour's kind is to be searched for first, on all dates."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """By person: one of those whom the scenario, before anything varies, does not tell apart."""
    share: float = 1.0
    """Of the time for one answer, how much this one has."""
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True)
class Reply:
    """An answer, its kind, and what it leaves for its neighbours."""

    answer: Answer | None
    shape: Hashable
    """Equal for answers of the same kind."""
    memory: WarmStart | None = None
    mistakes: tuple[Mistake, ...] = ()
    has_searched: bool = False
    """Whether the neighbour's kind was searched for on every date there is."""

    @property
    def best(self) -> Option | None:
        """Its plan."""
        return None if self.answer is None else self.answer.best

    @property
    def has_plan(self) -> bool:
        return self.best is not None

    @property
    def plan(self) -> Schedule | None:
        """Its plan as the solver has it."""
        return None if self.memory is None else self.memory.plan

    @property
    def values(self) -> tuple[float, ...]:
        """The goals of its plan, in their order."""
        return () if self.best is None else tuple(goal.value for goal in self.best.goals)

    def or_better(self, other: Reply, if_as_good: bool = False) -> Reply:
        """The other one if its plan is better, or, where that is wanted, only as good."""
        if not other.has_plan or (self.has_plan and other.values > self.values):
            return self
        if self.has_plan and other.values == self.values:
            return other._proven_like(self) if if_as_good else self
        return other

    def _proven_like(self, other: Reply) -> Reply:
        """The same plan, known to be as good as one of which more is proven."""
        if self.is_certain or self.answer is None or self.best is None:
            return self
        if not other.is_certain or other.answer is None or other.best is None:
            return self
        best = self.best.model_copy(update={"goals": other.best.goals})
        update = {"best": best, "outcome": other.answer.outcome}
        return replace(self, answer=self.answer.model_copy(update=update))

    @property
    def is_certain(self) -> bool:
        """Whether more time would not change it."""
        return self.answer is None or self.answer.outcome in ("proven-best", "impossible")


def answer_task(task: Task, stop: Stop, *, run: Run) -> Reply:
    """Solve for one point, beginning with the plan of a neighbour."""
    if task.scenario is None:
        kinds = tuple(sorted({it.kind for it in task.mistakes}))
        return Reply(None, ("refused", kinds), mistakes=task.mistakes)
    from lifeboat.questions.solve import solve
    from lifeboat.solving.search.warm_start import WarmStart

    memory = replace(task.memory or WarmStart(), keeps=task.keeps)
    limit = None if run.time_limit is None else run.time_limit * task.share
    own = replace(run, time_limit=limit, stop=stop, edits=task.edits)
    searched = task.keeps and _begin_with_its_kind(task.scenario, memory, own)
    answer = solve(task.scenario, plans=1, run=own, memory=memory)
    shape = _shape_of_answer(task.scenario, answer, task.alike)
    return Reply(answer, shape, memory, has_searched=searched)


def _begin_with_its_kind(scenario: Scenario, memory: WarmStart, run: Run) -> bool:
    """Begin with the best plan of the kind remembered; whether all dates were searched for it."""
    from lifeboat.files.known_types import known_types
    from lifeboat.situation.situation import Situation
    from lifeboat.solving.cpsat.solver import Settings
    from lifeboat.solving.search.problem import Problem
    from lifeboat.solving.search.same_flights import begin_with_same_flights

    situation = Situation.of(scenario, known_types())
    until = None if run.time_limit is None else time.monotonic() + run.time_limit
    settings = Settings(seed=run.seed, until=until, stop=run.stop)
    return begin_with_same_flights(Problem(situation, settings), memory)


def _shape_of_answer(scenario: Scenario, answer: Answer, alike: Mapping[str, str]) -> Hashable:
    if answer.best is None:
        return answer.outcome
    return _flights_shape(scenario, answer.best), _homes_shape(answer.best, alike)


def _flights_shape(scenario: Scenario, best: Option) -> Hashable:
    """Which vehicles fly, and those for people in which mode."""
    crewed = {
        name
        for name, vehicle in scenario.vehicles.items()
        if any(mode.crew for mode in vehicle.modes.values())
    }
    flown = ((it.vehicle, it.mode if it.vehicle in crewed else None) for it in best.flights)
    return frozenset(flown)


def _homes_shape(best: Option, alike: Mapping[str, str]) -> Hashable:
    """How many go home on what, of those who are alike: which of them is no other kind."""
    homes = Counter((alike.get(it.person, it.person), it.home) for it in best.people)
    return frozenset(homes.items())
