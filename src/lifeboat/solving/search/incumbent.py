"""How a search ends: with the best plan so far, a proof that there is none, or neither."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat, takewhile

from lifeboat.solving.formulation.cells import Candidates
from lifeboat.solving.formulation.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Incumbent:
    """The best plan so far: its dates and rides, its goals, and what is proven about them."""

    schedule: Schedule
    values: tuple[int, ...]
    """By goal in the scenario's order; goals weighed together have one weighted value."""
    bounds: tuple[int, ...] = ()
    """By goal: its bound, as far as one is proven; no plan has less."""
    within: tuple[int, ...] = ()
    """By goal: its tolerance, by which the goals after it may make it worse; none if no goal has
    one.
    """
    spent: dict[str, int] = field(default_factory=dict)
    """By goal about places: the person-slots the plan spends on that quality."""
    broken: frozenset[tuple[str, str]] = frozenset()
    """The rules it breaks, each with its subject."""
    candidates: Candidates = field(default_factory=dict)
    """The dates of the last grid."""

    @property
    def enough(self) -> tuple[int, ...]:
        """By goal with a bound: up to where less of it is not better."""
        return tuple(map(sum, zip(self.bounds, self.within or repeat(0), strict=False)))

    @property
    def proven(self) -> int:
        """How many goals in a row, from the first on, are proven."""
        pairs = zip(self.values, self.enough, strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] <= pair[1], pairs))

    @property
    def is_proven(self) -> bool:
        """Whether no plan is better."""
        return self.proven == len(self.values)


@dataclass(frozen=True, slots=True)
class Infeasible:
    """Proven: no plan keeps every rule that is a `must`."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """The search ended before any plan was found."""


SearchOutcome = Incumbent | Infeasible | NotFound
