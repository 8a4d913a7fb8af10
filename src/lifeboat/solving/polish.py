"""What is left when time runs out before all is proven: the best plan, bettered goal by goal.

Proofs are sought for the first goals first, so the last ones may not have been looked at when time
is over. On the dates of the last grid, beginning with the best plan, each is made as small as the
time allows, none before it made worse.
"""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import takewhile

from lifeboat.solving.cells import collect
from lifeboat.solving.choice import Choice
from lifeboat.solving.grid import Grid
from lifeboat.solving.same_kind import same_kind
from lifeboat.solving.search import Settings
from lifeboat.solving.settled import Settled
from lifeboat.station.situation import Situation


def polished(situation: Situation, settings: Settings, choice: Choice, settled: Settled) -> Settled:
    """A plan no worse than the one that is settled, with its bounds."""
    assert settled.skeleton is not None
    assert settings.until is not None
    settled = _on_good_dates(situation, settings, choice, settled)
    grid = Grid(situation, settled.candidates, settings, choice)
    best = settled
    packs = grid.packs()
    if settled.skeleton is None or not grid.fly(settled.skeleton, packs):
        return settled
    caps: dict[int, int] = {}
    for number, pack in enumerate(packs):
        if pack[-1] < _proven(settled):
            caps.update((index, best.values[index]) for index in pack)
            continue
        if settings.is_over():
            break
        now = time.monotonic()
        until = now + (settings.until - now) / (len(packs) - number)
        if grid.best(pack, caps, until).is_found and grid.values() < best.values:
            best = grid.settled()
        caps.update((index, best.values[index]) for index in pack)
    return replace(best, bounds=settled.bounds, candidates=settled.candidates)


def _on_good_dates(
    situation: Situation, settings: Settings, choice: Choice, settled: Settled
) -> Settled:
    """The best plan with the same flights and rides, on whatever dates differences lead to at
    once: with those kept, even many dates are soon searched.
    """
    assert settled.skeleton is not None
    near = collect(situation).closed(1)
    better = same_kind(situation, settings, settled.skeleton, near, choice)
    if better is None or better.skeleton is None or better.values >= settled.values:
        return settled
    flown = better.skeleton.events()
    dates = {it: sorted({*at, *flown.get(it, ())}) for it, at in settled.candidates.items()}
    return replace(better, bounds=settled.bounds, candidates=dates)


def _proven(settled: Settled) -> int:
    """How many goals are proven to be least, one after another from the first on."""
    pairs = zip(settled.values, settled.bounds, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
