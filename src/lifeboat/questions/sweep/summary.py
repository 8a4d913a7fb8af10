"""The answer of a sweep, as one document."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from itertools import pairwise
from string import ascii_uppercase

from lifeboat.answers.solve import between
from lifeboat.answers.sweep import AnswerKind, KindChange, Parameter, Point, Swept
from lifeboat.questions.sweep.point import Reply
from lifeboat.questions.sweep.request import At, SweepRequest


def summarise(
    asked: SweepRequest,
    found: Mapping[At, Reply],
    lost: Collection[tuple[At, Hashable]],
    *,
    interrupted: bool,
) -> Swept:
    """The document of a sweep.

    Args:
        asked: the scenario, and the parameters that vary.
        found: the replies, by point.
        lost: points, each with a kind that is certainly worse than the best there.
        interrupted: whether the sweep was stopped before its end.
    """
    return _Summary(asked, found, lost).swept(interrupted)


class _Summary:
    def __init__(
        self, asked: SweepRequest, found: Mapping[At, Reply], lost: Collection[tuple[At, Hashable]]
    ) -> None:
        self._asked, self._lost = asked, lost
        self._found = dict(sorted(found.items()))
        shapes = dict.fromkeys(reply.shape for reply in self._found.values())
        self._letters = {shape: _letter(index) for index, shape in enumerate(shapes)}

    def swept(self, interrupted: bool) -> Swept:
        scenario = self._asked.scenario
        some = next(it.answer for it in self._found.values() if it.answer is not None)
        return Swept(
            scenario=scenario.name,
            as_of=scenario.as_of,
            horizon_end=some.horizon_end,
            edits=self._asked.opened.edits,
            remarks=self._asked.opened.remarks,
            parameters=tuple(self._parameters()),
            points=tuple(self._points()),
            kinds=tuple(self._kinds()),
            changes=tuple(self._changes()),
            interrupted=interrupted,
        )

    def _parameters(self) -> Iterator[Parameter]:
        for axis, varied in enumerate(self._asked.varied):
            amounts = varied.amounts
            yield Parameter(
                name=varied.name,
                first=amounts.say(0),
                last=amounts.say(amounts.last),
                unit=amounts.say_unit(),
                amounts=tuple(map(varied.say, sorted({at[axis] for at in self._found}))),
            )

    def _points(self) -> Iterator[Point]:
        for at, reply in self._found.items():
            yield Point(
                at=self._say(at),
                kind=self._letters[reply.shape],
                outcome="refused" if reply.answer is None else reply.answer.outcome,
                reason=_reason(reply),
                goals=() if reply.best is None else reply.best.goals,
            )

    def _kinds(self) -> Iterator[AnswerKind]:
        for shape, letter in self._letters.items():
            same = [it for it in self._found.items() if it[1].shape == shape]
            reply = next((it for _, it in same if it.is_certain), same[0][1])
            title = "; ".join(_reason(reply)) if reply.best is None else reply.best.title
            at = self._say(same[0][0])
            yield AnswerKind(letter=letter, title=title, first_at=at, answer=reply.answer)

    def _changes(self) -> Iterator[KindChange]:
        for line in self._asked.lines(self._found):
            for before, after in pairwise(line):
                one, other = self._found[before], self._found[after]
                if one.shape != other.shape:
                    yield self._change(before, after, one, other)

    def _change(self, before: At, after: At, one: Reply, other: Reply) -> KindChange:
        axis = 0 if before[0] != after[0] else 1
        said, then = self._say(before), self._say(after)
        return KindChange(
            parameter=self._asked.varied[axis].name,
            beside=said[:axis] + said[axis + 1 :],
            before=said[axis],
            after=then[axis],
            from_kind=self._letters[one.shape],
            to_kind=self._letters[other.shape],
            exact=after[axis] - before[axis] == 1 and self._is_needed(after, one, other),
            difference=between(one.answer, other.answer),
        )

    def _is_needed(self, after: At, one: Reply, other: Reply) -> bool:
        """Whether the kind before the change is certainly worse than the best after it."""
        if one.has_plan and other.has_plan:
            return (after, one.shape) in self._lost and one.is_certain
        return all(it.has_plan or it.is_certain for it in (one, other))

    def _say(self, at: At) -> tuple[str, ...]:
        return tuple(one.say(it) for one, it in zip(self._asked.varied, at, strict=True))


def _letter(index: int) -> str:
    """A to Z, then AA, AB and so on."""
    above, rest = divmod(index, len(ascii_uppercase))
    return (_letter(above - 1) if above else "") + ascii_uppercase[rest]


def _reason(reply: Reply) -> tuple[str, ...]:
    if reply.answer is None:
        return tuple(mistake.message for mistake in reply.mistakes)
    return reply.answer.reason
