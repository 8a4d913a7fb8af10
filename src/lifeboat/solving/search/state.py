"""A search under way: the incumbent, what is proven, and what has been tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lifeboat.solving.cpsat.builder import Active
from lifeboat.solving.cpsat.solver import Rising, Settings
from lifeboat.solving.formulation.cells import Candidates
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import Caps, Objective, ObjectiveBlock
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.proof import Proof
from lifeboat.solving.search.refinement import Refinement
from lifeboat.solving.search.relaxation import Relaxation


@dataclass
class Attempts:
    """What has been tried in each block, so that it is tried again only where that can help."""

    sizes: dict[ObjectiveBlock, int] = field(default_factory=dict)
    """The size of the grid on which the best plan was last sought."""
    failed: set[ObjectiveBlock] = field(default_factory=set)
    """The blocks in which the best plan last sought was proven no better than the incumbent."""
    refuted: Counter[ObjectiveBlock] = field(default_factory=Counter)
    """How often a better solution, with gaps or without, was sought."""
    improved: int = 0
    """How many ways to a better plan have been tried before what is hard is proven."""


@dataclass
class SearchState:
    """A search under way."""

    problem: Problem
    incumbent: Incumbent | None
    proof: Proof = field(default_factory=Proof)
    refinement: Refinement = field(default_factory=Refinement)
    attempts: Attempts = field(default_factory=Attempts)
    active: Active = frozenset()
    """The lazy constraints that solutions have broken, to be posted on every grid."""
    is_impossible: bool = False
    is_unproven: bool = False
    """Whether a proof took too long: from then on the search finds plans on the grid it has."""
    all_time: Settings | None = None
    """How long the whole search may take, where it has a share for proofs."""
    last: Relaxation | None = None
    """The relaxation on the last grid."""
    raised: dict[int, tuple[Caps, int]] = field(default_factory=dict)
    """By goal: the greatest bound of a minimisation that was not over yet, and what was kept of the
    goals before it.
    """
    is_hard: bool = False
    """Whether a bound was hard, or no plan met the bounds: from then on it is block after block."""

    def relaxation(self, candidates: Candidates) -> Relaxation:
        """The relaxation on a grid of dates. As long as there is no plan, all the time there is may
        be spent to build it.
        """
        within = self.all_time if self.incumbent is None else None
        relaxation = Relaxation(self.problem, candidates, self.active, within)
        if not self.proof.blocks:
            self.proof.blocks = relaxation.objective.blocks()
            self.proof.within = relaxation.objective.within
        self.last = relaxation
        return relaxation

    def remember(self, relaxation: Relaxation) -> None:
        """Make the last solution the incumbent if it is better or, unless flights and rides are to
        be kept, only as good.
        """
        values = self.proof.rated(relaxation.values())
        best = None if self.incumbent is None else self.proof.rated(self.incumbent.values)
        if best is None or values < best or (values == best and not self.problem.keep):
            self.incumbent = relaxation.incumbent()
            if best is None or values < best:
                self.refinement.progressed()
            self.tell()

    def take(self, better: Incumbent) -> bool:
        """Make a plan the incumbent if it is better; returns whether it is."""
        best, values = self.incumbent, self.proof.rated(better.values)
        if best is not None and values >= self.proof.rated(best.values):
            return False
        self.incumbent = better
        self.refinement.progressed()
        self.tell()
        return True

    def keep_bounds(self, relaxation: Relaxation, block: ObjectiveBlock) -> None:
        """Keep the last solution's values as the bounds of a block, and the cells of its events."""
        values = relaxation.values()
        raised = self.proof.keep({index: values[index] for index in block})
        self.active |= relaxation.active
        self.refinement.note(relaxation.chosen(), raised)
        self.tell()

    def keep_values(self, best: Incumbent, goals: Iterable[int]) -> None:
        """Keep a plan's values as the bounds of some goals: no plan has less."""
        self.proof.bounds.update((index, best.values[index]) for index in goals)
        self.tell()

    def tell(self) -> None:
        """Tell whoever listens of the best plan so far, with the bounds that are known."""
        if self.incumbent is not None:
            self.problem.tell(self.problem.situation, self.with_bounds())

    def rising(self, objective: Objective, block: ObjectiveBlock) -> Rising | None:
        """What takes the bound of a block's first goal while the solver raises it: it is told, and
        is part of the answer should the time end before the minimum is found.
        """
        best, first, caps = self.incumbent, block[0], self.proof.caps()
        if best is None:
            return None

        def rise(total: int) -> None:
            least = min(objective.least_of_first(block, total), best.values[first])
            if least > self.known_bounds().get(first, 0):
                self.raised[first] = caps, least
                self.tell()

        return rise

    def known_bounds(self) -> dict[int, int]:
        """By goal: its bound, that of the next one as far as the solver has raised it."""
        known = dict(self.proof.bounds)
        if self.proof.is_done or self.proof.block[0] not in self.raised:
            return known
        first = self.proof.block[0]
        caps, least = self.raised[first]
        if caps != self.proof.caps() or first > len(known) or least <= known.get(first, 0):
            return known
        # Those of the goals after it were found where it had less.
        return {index: known[index] for index in range(first)} | {first: least}

    def is_met(self, block: ObjectiveBlock) -> bool:
        """Whether the incumbent meets the bound of a block, and all that is proven before it."""
        return self.proof.is_met(self.incumbent, block)

    def incumbent_so_far(self) -> Incumbent | None:
        """The incumbent, if it meets all that is proven so far."""
        return self.incumbent if self.is_met_so_far() else None

    def is_met_so_far(self) -> bool:
        """Whether the incumbent meets all that is proven so far."""
        return self.proof.is_met_so_far(self.incumbent)

    def with_bounds(self) -> Incumbent:
        """The incumbent with the bounds that are known."""
        assert self.incumbent is not None, "there is a plan"
        known = self.known_bounds()
        return replace(self.incumbent, bounds=tuple(known[index] for index in sorted(known)))

    def go_one_by_one(self) -> None:
        """Prove each goal by itself from here on."""
        self.proof.one_by_one()
        self.is_hard = True
