"""What a sweep is asked: a scenario, edits to it, and one or two things that vary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from lifeboat.editing.opened import Opened, open_edited, with_edits
from lifeboat.editing.varied import FLAG, Varied, read_varied
from lifeboat.errors import Mistake, MistakesError
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario

At = tuple[int, ...]
"""An amount of every parameter, counted from the first amount of each."""

INTERVALS = {1: 8, 2: 4}
"""By the number of parameters: into how many parts a range is cut first."""

MOST = 200
"""So many amounts, or pairs of them, are looked at first at the most."""


@dataclass(frozen=True)
class Sweeping:
    """A scenario, and what is varied in it."""

    opened: Opened
    varied: tuple[Varied, ...]
    _overlays: tuple[str, ...]
    _flags: tuple[tuple[str, str], ...]
    _over: bool

    def at(self, point: At) -> Opened:
        """The scenario with these amounts; raises `MistakesError` where it makes no sense."""
        layers = (one.layer(at) for one, at in zip(self.varied, point, strict=True))
        return with_edits(
            self.opened.base,
            overlays=self._overlays,
            flags=self._flags,
            over=self._over,
            more=[layer for layer in layers if layer is not None],
        )

    @property
    def scenario(self) -> Scenario:
        """The scenario before anything is varied."""
        return self.opened.sourced.scenario

    def coarse(self) -> list[At]:
        """The points that are looked at first."""
        return list(product(*map(self._coarse, self.varied)))

    def lines(self, points: Iterable[At]) -> Iterator[list[At]]:
        """Points in a row, of which only one parameter differs, in the order of its amounts; of
        the others each has an amount that was looked at first.
        """
        known = sorted(points)
        for axis in range(len(self.varied)):
            others = self.varied[:axis] + self.varied[axis + 1 :]
            for beside in product(*map(self._coarse, others)):
                yield [it for it in known if it[:axis] + it[axis + 1 :] == beside]

    @property
    def size(self) -> int:
        """How many points are looked at first."""
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
    overlays: Iterable[str] = (),
    flags: Sequence[tuple[str, str]] = (),
    over: bool = False,
) -> Sweeping:
    """Read a scenario, make edits to it, and read what is to vary.

    Args:
        path: a scenario file, `-` for standard input.
        vary: one or two ranges, as `Heron.slip=0..30d` or `station.crew.wanted=5..7`.
        overlays: names of overlays of the scenario, or files with one.
        flags: edits as the command line has them, by kind and text.
        over: whether flags may change again what overlays have changed.

    Raises:
        MistakesError: with every mistake in the file, the edits or the ranges.
    """
    overlays, flags = tuple(overlays), tuple(flags)
    opened = open_edited(path, overlays=overlays, flags=flags, over=over)
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
    asked = Sweeping(opened, tuple(varied), overlays, flags, over)
    if asked.size > MOST:
        message = f"these are {asked.size} answers to begin with, more than {MOST}"
        raise MistakesError([Mistake(kind="too-many", message=message, hint="take larger steps")])
    _refuse_unknown(asked)
    return asked


def _refuse_unknown(asked: Sweeping) -> None:
    """Refuse to vary what is not there; an amount that makes no sense is one of the answers."""
    try:
        asked.at(tuple(one.amounts.last for one in asked.varied))
    except MistakesError as error:
        places = ((it, it.place) for it in error.mistakes if it.place is not None)
        unknown = [it for it, place in places if (place.file, place.column) == (FLAG, 1)]
        if unknown:
            raise MistakesError(unknown) from None
