"""Which points of a sweep are answered, and where the next answer is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from lifeboat.errors import MistakesError
from lifeboat.files.known_types import known_types
from lifeboat.questions.sweep.asked import At, Sweeping
from lifeboat.questions.sweep.point import Reply, Task
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.search.warm_start import WarmStart

SHARE = 0.5
"""The share of the time for one answer in which plans of other kinds are tried."""

OFTEN = 2
"""So often plans of other kinds are tried at a point: each time may bring a new kind."""

AnswerAll = Callable[[Sequence[Task], Callable[[int], None]], list[Reply]]


@dataclass(frozen=True)
class _Wanted:
    """A point to be answered, beginning with the plan at another."""

    point: At
    like: At | None = None
    keeps: bool = False
    """Whether the kind of that plan is to be kept, on whatever dates, if that is as good."""


@dataclass
class SweepSearch:
    """Points that are answered, and where the next ones are needed."""

    asked: Sweeping
    answer_all: AnswerAll
    say: Callable[[str], None]
    found: dict[At, Reply] = field(default_factory=dict)
    tried: set[tuple[At, Hashable]] = field(default_factory=set)
    """Where it was tried to keep which kind."""
    lost: set[tuple[At, Hashable]] = field(default_factory=set)
    """Where it is certain that which kind is not as good as the best."""
    answered: int = 0
    shared: set[tuple[At, Hashable]] = field(default_factory=set)
    """Where which kinds of plan were tried."""
    shares: Counter[At] = field(default_factory=Counter)
    """How often plans of other kinds were tried at a point."""

    def begin(self) -> None:
        """Answer the amounts that are looked at first, each beginning with the very first plan."""
        first, *others = self.asked.coarse()
        self._answer([_Wanted(first)])
        self._answer([_Wanted(point, first) for point in others])
        if all(reply.mistakes for reply in self.found.values()):
            raise MistakesError(self.found[first].mistakes)

    def share(self) -> bool:
        """Try plans of all kinds where that may help; False if it is nowhere needed."""
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
        """One answer of every kind that has a plan."""
        return list({it.shape: it for it in self.found.values() if it.has_plan}.values())

    def refine(self) -> bool:
        """Answer what is needed next; False if nothing is."""
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

    def _answer(self, wanted: Sequence[_Wanted]) -> None:
        shapes = [None if it.like is None else self.found[it.like].shape for it in wanted]
        tasks = [self._task(it.point, self._memory(it.point, it.like), it.keeps) for it in wanted]
        for asked, shape, reply in zip(wanted, shapes, self._answers(tasks), strict=True):
            known = self.found.get(asked.point, reply)
            found = known.or_better(reply, if_as_good=reply.shape == shape)
            self.found[asked.point] = found
            if asked.keeps:
                self.tried.add((asked.point, shape))
                if found.shape != shape and reply.has_searched and reply.is_certain:
                    self.lost.add((asked.point, shape))

    def _answers(self, tasks: Sequence[Task]) -> list[Reply]:
        done = self.answered

        def said(number: int) -> None:
            self.say(f"{done + number} answered, {len(tasks) - number} under way")

        self.answered += len(tasks)
        return self.answer_all(tasks, said) if tasks else []

    def _memory(self, point: At, like: At | None) -> WarmStart | None:
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
        """By person: one of those whom nothing in the scenario tells apart, the same for all."""
        from lifeboat.solving.formulation.parties import parties

        found = parties(Situation.of(self.asked.scenario, known_types()))
        return {one.name: party.one.name for party in found for one in party.members}


def _middle(before: At, after: At) -> At:
    return tuple((one + other) // 2 for one, other in zip(before, after, strict=True))
