"""The input of a sweep: a scenario, edits to it, and one or two parameters that vary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from lifeboat.editing.draft import Draft
from lifeboat.editing.opened import Opened, open_edited, with_edits
from lifeboat.editing.routes import VARY
from lifeboat.editing.varied import Varied, read_varied
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.known_types import known_source
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario

At = tuple[int, ...]
"""A point: an amount of every parameter, counted from the first amount of each."""

INTERVALS = {1: 8, 2: 4}
"""By the number of parameters: into how many parts each range is divided first."""

MOST = 200
"""The greatest number of amounts, or pairs of them, that are solved first."""


@dataclass(frozen=True)
class SweepRequest:
    """A scenario, and the parameters that vary in it."""

    opened: Opened
    varied: tuple[Varied, ...]
    _flags: tuple[tuple[str, str], ...]
    _over: bool

    def at(self, point: At) -> Opened:
        """The scenario with these amounts; raises `MistakesError` if they make no sense."""
        layers = (one.layer(at) for one, at in zip(self.varied, point, strict=True))
        return with_edits(
            self.opened.base,
            flags=self._flags,
            over=self._over,
            more=[layer for layer in layers if layer is not None],
        )

    @property
    def scenario(self) -> Scenario:
        """The scenario before anything is varied."""
        return self.opened.sourced.scenario

    def coarse(self) -> list[At]:
        """The points to solve first."""
        return list(product(*map(self._coarse, self.varied)))

    def lines(self, points: Iterable[At]) -> Iterator[list[At]]:
        """Rows of points in which only one parameter varies, in the order of its amounts; any other
        has one of the amounts solved first.
        """
        known = sorted(points)
        for axis in range(len(self.varied)):
            others = self.varied[:axis] + self.varied[axis + 1 :]
            for beside in product(*map(self._coarse, others)):
                yield [it for it in known if it[:axis] + it[axis + 1 :] == beside]

    @property
    def size(self) -> int:
        """The number of points to solve first."""
        return prod(-(-it.amounts.last // self._step(it)) + 1 for it in self.varied)

    def _coarse(self, varied: Varied) -> list[int]:
        last = varied.amounts.last
        return [*range(0, last, self._step(varied)), last]

    def _step(self, varied: Varied) -> int:
        return varied.amounts.step or -(-varied.amounts.last // INTERVALS[len(self.varied)])


def open_sweep(
    path: str,
    vary: Sequence[str],
    *,
    flags: Sequence[tuple[str, str]] = (),
    over: bool = False,
) -> SweepRequest:
    """Read a scenario, apply edits to it, and read the parameters that vary.

    Args:
        path: a scenario file, `-` for standard input.
        vary: one or two ranges, as `Heron.slip=0..30d` or `station.crew.wanted=5..7`.
        flags: edits as on the command line, by kind and text.
        over: whether later edits may change again what earlier ones have changed.

    Raises:
        MistakesError: with every mistake in the file, the edits or the ranges.
    """
    flags = tuple(flags)
    opened = open_edited(path, flags=flags, over=over)
    slot = RESOLUTIONS[opened.sourced.scenario.resolution]
    if len({text.partition("=")[0].strip() for text in vary}) < len(vary):
        message = "a sweep does not vary the same thing twice"
        raise MistakesError([Mistake(kind="flag", message=message)])
    if len(vary) not in INTERVALS:
        message = f"a sweep varies one or two things, not {len(vary)}"
        hint = "as --vary Heron.slip=0..30d"
        raise MistakesError([Mistake(kind="flag", message=message, hint=hint)])
    varied, mistakes = [], list[Mistake]()
    for text in vary:
        try:
            varied.append(read_varied(text, slot))
        except MistakesError as error:
            mistakes += error.mistakes
    if mistakes:
        raise MistakesError(mistakes)
    _refuse_whole_windows(opened, varied)
    asked = SweepRequest(opened, tuple(varied), flags, over)
    if asked.size > MOST:
        message = f"these are {asked.size} answers to begin with, more than {MOST}"
        raise MistakesError([Mistake(kind="too-many", message=message, hint="take larger steps")])
    _refuse_unknown(asked)
    return asked


def _refuse_whole_windows(opened: Opened, varied: Sequence[Varied]) -> None:
    """Refuse windows as parameters of dates: which end of them varies has to be said."""
    draft = Draft(opened.sourced.source, known_source())
    found = [one.wrong_window() for one in varied if one.is_set_to_whole_window(draft)]
    if found:
        raise MistakesError(found)


def _refuse_unknown(asked: SweepRequest) -> None:
    """Refuse a parameter that does not exist; an amount that makes no sense is an answer."""
    try:
        asked.at(tuple(one.amounts.last for one in asked.varied))
    except MistakesError as error:
        places = ((it, it.place) for it in error.mistakes if it.place is not None)
        unknown = [it for it, place in places if (place.file, place.column) == (VARY, 1)]
        if unknown:
            raise MistakesError(unknown) from None
