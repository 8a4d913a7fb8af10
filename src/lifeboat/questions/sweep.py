"""How does the answer change as something varies, and where exactly does it become another one?"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from lifeboat.errors import MistakesError
from lifeboat.plans.swept import Swept
from lifeboat.questions.sweep_points import Reply, Task, answer_task
from lifeboat.questions.sweep_told import told
from lifeboat.questions.sweeping import At, Sweeping
from lifeboat.questions.workers import Stop, Workers

if TYPE_CHECKING:
    from lifeboat.solving.memory import Memory


def sweep(
    asked: Sweeping,
    *,
    time_limit: float | None = None,
    seed: int = 1,
    workers: int = 1,
    progress: Callable[[str], None] | None = None,
    stop: Stop | None = None,
) -> Swept:
    """Solve a scenario for amounts of one or two parameters, and find where the answer changes.

    A few amounts are looked at first. Between two neighbours with answers of different kinds the
    amount half way is looked at next, until they are one unit apart. Each answer begins with the
    plan of the neighbour before and keeps its kind where nothing is better, so that a change that
    is told is one that has to be. Where an answer was not proven in its time, the plans of all
    kinds found elsewhere are tried as well.

    Args:
        asked: the scenario, and what is varied.
        time_limit: seconds for each answer, wall clock.
        seed: of the solver.
        workers: how many answers are sought at the same time, each in a process of its own.
        progress: told how many are answered.
        stop: asked again and again; when it says yes, what is known by then is told.

    Raises:
        MistakesError: the scenario makes no sense for any of the amounts looked at first.
    """
    say, stop = progress or _silent, stop or _never
    answer = partial(answer_task, time_limit=time_limit, seed=seed)
    with Workers(workers, stop) as all_of:
        search = _Search(asked, lambda tasks, said: all_of.each(answer, tasks, said), say)
        search.begin()
        while not stop() and (search.share() or search.refine()):
            pass
    return told(asked, search.found, search.tried, interrupted=stop())


SHARE = 0.5
"""The share of the time for one answer in which plans of other kinds are tried."""

AnswerAll = Callable[[Sequence[Task], Callable[[int], None]], list[Reply]]


@dataclass
class _Search:
    """Points that are answered, and where the next ones are needed."""

    asked: Sweeping
    answer_all: AnswerAll
    say: Callable[[str], None]
    found: dict[At, Reply] = field(default_factory=dict)
    tried: set[tuple[At, Hashable]] = field(default_factory=set)
    """Where an answer began with a plan of which kind, to keep it where nothing is better."""
    answered: int = 0
    shared: set[tuple[At, Hashable]] = field(default_factory=set)
    """Where which kinds of plan were tried."""

    def begin(self) -> None:
        """Answer the amounts that are looked at first, each beginning with the very first plan."""
        first, *others = self.asked.coarse()
        self._answer({first: None})
        self._answer(dict.fromkeys(others, first))
        if all(reply.mistakes for reply in self.found.values()):
            raise MistakesError(self.found[first].mistakes)

    def share(self) -> bool:
        """Try plans of all kinds where that may help; False if it is nowhere needed."""
        wanted = [it for it, reply in self.found.items() if self._may_be_bettered(it, reply)]
        memories = {it: self._memory(it, it) for it in wanted}
        tasks = [self._task(it, memories[it], SHARE) for it in wanted]
        for point, reply in zip(wanted, self._answers(tasks), strict=True):
            if reply.has_plan and reply.values < self.found[point].values:
                self.found[point] = reply
        return bool(wanted)

    def _may_be_bettered(self, point: At, reply: Reply) -> bool:
        shapes = {other.shape for other in self._kinds()} - {reply.shape}
        return not reply.is_certain and any((point, it) not in self.shared for it in shapes)

    def _kinds(self) -> list[Reply]:
        """One answer of every kind that has a plan."""
        return list({it.shape: it for it in self.found.values() if it.has_plan}.values())

    def refine(self) -> bool:
        """Answer what is needed next; False if nothing is."""
        needed: dict[At, At | None] = {}
        for before, after in self._changes():
            middle = _middle(before, after)
            if middle not in (before, after):
                needed.setdefault(middle, before)
            elif self._may_be_needless(before, after):
                needed.setdefault(after, before)
        self._answer(needed)
        return bool(needed)

    def _changes(self) -> Iterator[tuple[At, At]]:
        for line in self.asked.lines(self.found):
            for before, after in pairwise(line):
                if self.found[before].shape != self.found[after].shape:
                    yield before, after

    def _may_be_needless(self, before: At, after: At) -> bool:
        one, other = self.found[before], self.found[after]
        return one.has_plan and other.has_plan and (after, one.shape) not in self.tried

    def _answer(self, wanted: dict[At, At | None]) -> None:
        """Answer at some points, each beginning with the plan at another."""
        shapes = [None if like is None else self.found[like].shape for like in wanted.values()]
        memories = (self._memory(point, like) for point, like in wanted.items())
        tasks = [self._task(it, memory) for it, memory in zip(wanted, memories, strict=True)]
        for point, shape, reply in zip(wanted, shapes, self._answers(tasks), strict=True):
            self.tried.add((point, shape))
            if point not in self.found or reply.shape == shape:
                self.found[point] = reply

    def _answers(self, tasks: Sequence[Task]) -> list[Reply]:
        done = self.answered

        def said(number: int) -> None:
            self.say(f"{done + number} answered, {len(tasks) - number} under way")

        self.answered += len(tasks)
        return self.answer_all(tasks, said) if tasks else []

    def _memory(self, point: At, like: At | None) -> Memory | None:
        """What the answer at another point left; with the plans of all other kinds, unless that
        answer is certain.
        """
        memory = None if like is None else self.found[like].memory
        if like is None or memory is None or self.found[like].is_certain:
            return memory
        kinds = self._kinds()
        self.shared |= {(point, it.shape) for it in kinds}
        others = [it.plan for it in kinds if it.shape != self.found[like].shape]
        return replace(memory, others=tuple(it for it in others if it))

    def _task(self, point: At, memory: Memory | None, share: float = 1.0) -> Task:
        try:
            opened = self.asked.at(point)
        except MistakesError as error:
            return Task(mistakes=error.mistakes)
        return Task(opened.sourced.scenario, opened.edits, memory, share)


def _middle(before: At, after: At) -> At:
    return tuple((one + other) // 2 for one, other in zip(before, after, strict=True))


def _never() -> bool:
    return False


def _silent(_: str) -> None:
    """Nobody is told."""
