"""Which points of a sweep are solved, and which come next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from lifeboat.errors import MistakesError
from lifeboat.files.known_types import known_types
from lifeboat.questions.sweep.point import Reply, Task
from lifeboat.questions.sweep.request import At, SweepRequest
from lifeboat.questions.workers import rounds_left
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.search.warm_start import WarmStart

SHARE = 0.5
"""The share of the time for one answer that trying plans of other kinds takes."""

OFTEN = 2
"""How often plans of other kinds are tried at a point: each time may bring a new kind."""

AnswerAll = Callable[[Sequence[Task], Callable[[int], None]], list[Reply]]


@dataclass(frozen=True)
class _Wanted:
    """A point to solve, starting from the plan at another."""

    point: At
    like: At | None = None
    keeps: bool = False
    """Whether to keep the kind of that plan, on any dates, if it is as good as the best."""


@dataclass
class SweepSearch:
    """The points solved so far, and the search for the next ones."""

    asked: SweepRequest
    answer_all: AnswerAll
    say: Callable[[str], None]
    at_once: int = 1
    """How many answers are sought at the same time."""
    found: dict[At, Reply] = field(default_factory=dict)
    tried: set[tuple[At, Hashable]] = field(default_factory=set)
    """Points, each with a kind that a search has tried to keep there."""
    lost: set[tuple[At, Hashable]] = field(default_factory=set)
    """Points, each with a kind that is certainly worse than the best there."""
    answered: int = 0
    shared: set[tuple[At, Hashable]] = field(default_factory=set)
    """Points, each with a kind whose plan was tried there."""
    shares: Counter[At] = field(default_factory=Counter)
    """How often plans of other kinds were tried at a point."""

    def begin(self) -> None:
        """Solve the first points, the first of all and then the others starting from its plan."""
        first, *others = self.asked.coarse()
        self._answer([_Wanted(first)], more=len(others))
        self._answer([_Wanted(point, first) for point in others])
        if all(reply.mistakes for reply in self.found.values()):
            raise MistakesError(self.found[first].mistakes)

    def share(self) -> bool:
        """Try plans of all kinds where that may help; returns False if it is needed nowhere."""
        wanted = [it for it, reply in self.found.items() if self._may_be_bettered(it, reply)]
        tasks = [self._task(it, self._memory(it, it), share=SHARE) for it in wanted]
        self.shares.update(wanted)
        for point, reply in zip(wanted, self._answers(tasks), strict=True):
            self.found[point] = self.found[point].or_better(reply)
        return bool(wanted)

    def _may_be_bettered(self, point: At, reply: Reply) -> bool:
        if reply.is_certain or self.shares[point] >= OFTEN:
            return False
        shapes = {other.shape for other in self._kinds()} - {reply.shape}
        return any((point, it) not in self.shared for it in shapes)

    def _kinds(self) -> list[Reply]:
        """One reply of every kind that has a plan."""
        return list({it.shape: it for it in self.found.values() if it.has_plan}.values())

    def refine(self) -> bool:
        """Solve the points needed next; returns False if there are none."""
        wanted: dict[At, _Wanted] = {}
        for before, after in self._changes():
            middle = _middle(before, after)
            if self._may_be_needless(before, after):
                wanted.setdefault(after, _Wanted(after, before, keeps=True))
            elif middle not in (before, after):
                wanted.setdefault(middle, _Wanted(middle, before))
        self._answer(list(wanted.values()))
        return bool(wanted)

    def _changes(self) -> Iterator[tuple[At, At]]:
        for line in self.asked.lines(self.found):
            for before, after in pairwise(line):
                if self.found[before].shape != self.found[after].shape:
                    yield before, after

    def _may_be_needless(self, before: At, after: At) -> bool:
        one, other = self.found[before], self.found[after]
        return one.has_plan and other.has_plan and (after, one.shape) not in self.tried

    def _answer(self, wanted: Sequence[_Wanted], more: int = 0) -> None:
        shapes = [None if it.like is None else self.found[it.like].shape for it in wanted]
        tasks = [self._task(it.point, self._memory(it.point, it.like), it.keeps) for it in wanted]
        for asked, shape, reply in zip(wanted, shapes, self._answers(tasks, more), strict=True):
            known = self.found.get(asked.point, reply)
            found = known.or_better(reply, if_as_good=reply.shape == shape)
            self.found[asked.point] = found
            if asked.keeps:
                self.tried.add((asked.point, shape))
                if found.shape != shape and reply.has_searched and reply.is_certain:
                    self.lost.add((asked.point, shape))

    def _answers(self, tasks: Sequence[Task], more: int = 0) -> list[Reply]:
        done = self.answered
        left = rounds_left(len(tasks), self.at_once, more)
        tasks = [replace(task, rounds=it) for task, it in zip(tasks, left, strict=True)]

        def said(number: int) -> None:
            self.say(f"{done + number} answered, {len(tasks) - number} under way")

        self.answered += len(tasks)
        return self.answer_all(tasks, said) if tasks else []

    def _memory(self, point: At, like: At | None) -> WarmStart | None:
        """What the answer at another point left to start from, with the plans of all other kinds
        unless that answer is certain.
        """
        memory = None if like is None else self.found[like].memory
        if like is None or memory is None or self.found[like].is_certain:
            return memory
        kinds = self._kinds()
        self.shared |= {(point, it.shape) for it in kinds}
        others = [it.plan for it in kinds if it.shape != self.found[like].shape]
        return replace(memory, others=tuple(it for it in others if it))

    def _task(
        self, point: At, memory: WarmStart | None, keeps: bool = False, share: float = 1.0
    ) -> Task:
        try:
            opened = self.asked.at(point)
        except MistakesError as error:
            return Task(mistakes=error.mistakes)
        return Task(opened.sourced.scenario, opened.edits, memory, keeps, self._alike, share)

    @cached_property
    def _alike(self) -> dict[str, str]:
        """By person: who stands for all those whom nothing in the scenario tells apart."""
        from lifeboat.solving.formulation.parties import parties

        found = parties(Situation.of(self.asked.scenario, known_types()))
        return {one.name: party.one.name for party in found for one in party.members}


def _middle(before: At, after: At) -> At:
    return tuple((one + other) // 2 for one, other in zip(before, after, strict=True))
