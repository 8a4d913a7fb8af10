"""How far goals were settled, and the best plan's dates and rides."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.solving.formulation.cells import Candidates
from lifeboat.solving.formulation.schedule import Skeleton


@dataclass(frozen=True, slots=True)
class Settled:
    """How far the goals are settled, and the best plan's dates and rides."""

    skeleton: Skeleton | None
    values: tuple[int, ...] = ()
    """By goal as the scenario orders them, weighted where weighed together: the best plan's."""
    bounds: tuple[int, ...] = ()
    """By goal: what no plan can have less of, as far as it was proven."""
    spent: dict[str, int] = field(default_factory=dict)
    """By goal about places: the person-slots the best plan spends on them."""
    broken: frozenset[tuple[str, str]] = frozenset()
    """The rules that the best plan breaks, with what it breaks them for."""
    impossible: bool = False
    candidates: Candidates = field(default_factory=dict)
    """The dates of the last grid."""

    @property
    def is_proven(self) -> bool:
        """Whether no plan has less of any goal."""
        return self.skeleton is not None and self.values == self.bounds
