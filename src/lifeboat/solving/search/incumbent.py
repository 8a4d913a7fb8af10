"""How a search ends: with the best plan so far, with the proof that there is none, or in time."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.solving.formulation.cells import Candidates
from lifeboat.solving.formulation.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Incumbent:
    """The best plan so far: its dates and rides, its goals, and what is proven about them."""

    schedule: Schedule
    values: tuple[int, ...]
    """By goal as the scenario orders them, weighted where weighed together."""
    bounds: tuple[int, ...] = ()
    """By goal: what no plan can have less of, as far as that is proven."""
    spent: dict[str, int] = field(default_factory=dict)
    """By goal about places: the person-slots it spends on them."""
    broken: frozenset[tuple[str, str]] = frozenset()
    """The rules it breaks, with what it breaks them for."""
    candidates: Candidates = field(default_factory=dict)
    """The dates of the last grid."""

    @property
    def is_proven(self) -> bool:
        """Whether no plan is better."""
        return self.values == self.bounds


@dataclass(frozen=True, slots=True)
class Infeasible:
    """Proven: no plan keeps every rule that is a `must`."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """The search ended before any plan was found."""


SearchOutcome = Incumbent | Infeasible | NotFound
