"""The problem a search solves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.formulation.side_constraints import NO_SIDE_CONSTRAINT, SideConstraint
from lifeboat.solving.search.incumbent import Incumbent

BestSoFar = Callable[[Situation, Incumbent], None]
"""Called with the situation that is searched, on its grid, and each plan better than the one before
or better proven.
"""


def untold(situation: Situation, found: Incumbent) -> None:
    """Tell nobody of the best plan so far."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A situation, and how to search for its best plan."""

    situation: Situation
    settings: Settings
    side: SideConstraint = NO_SIDE_CONSTRAINT
    """What a plan must satisfy besides the rules."""
    start: Candidates | None = None
    """The dates of the first grid; the coarsest grid when left out."""
    known: Incumbent | None = None
    """A plan that is known already: the first incumbent."""
    like: tuple[Schedule, ...] = ()
    """Plans of similar situations; the search begins with those that can be flown here."""
    keep: bool = False
    """Whether the flights and rides of such a plan are kept where others are only as good."""
    tell: BestSoFar = untold
    """Told how the search goes on."""
