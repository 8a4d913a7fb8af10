"""Settle goal after goal, on a grid that is refined only where an answer asks for it.

On a coarse grid with gaps between its dates a minimum is a bound that no plan
can beat. Where the answer uses a gap, dates are added there and the bounds are
raised again, until the best plan known meets them: then it is proven.
(Dynamic discretisation discovery: Boland, Hewitt, Marshall and Savelsbergh,
Operations Research 65(5), 2017.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lifeboat.situation.candidate_dates import Dates
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.model import FOUND
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates, collect, joined
from lifeboat.solving.formulation.schedule import Skeleton
from lifeboat.solving.formulation.side_constraints import NOTHING_MORE, Choice
from lifeboat.solving.search.improvement import polished
from lifeboat.solving.search.incumbent import Settled
from lifeboat.solving.search.refinement import Refining
from lifeboat.solving.search.relaxation import EASY, Grid, Pack

PROVING = 2 / 3
"""The share of a limited time that is spent on proofs; in the rest the best plan is bettered."""

LARGER = 1.3
"""A better plan is sought again once the grid has that many times as many dates."""

REFUTED = 12
"""So many times plans that are better in a pack are looked for, before its bounds are minimised."""


def settle(
    situation: Situation,
    settings: Settings,
    choice: Choice = NOTHING_MORE,
    start: Candidates | None = None,
    known: Settled | None = None,
    like: Sequence[Skeleton] = (),
    keep: bool = False,
) -> Settled:
    """Find the best dates and rides, or prove that there are none.

    Args:
        situation: what is asked about.
        settings: how to search.
        choice: something more that is asked of the plan.
        start: the dates to begin with; the coarsest grid when left out.
        known: a plan that is known already.
        like: plans for nearly the same; those that can be flown here are where to begin.
        keep: whether flights and rides of such a plan stay where others are only as good.
    """
    best = known if known is not None and known.skeleton is not None else None
    proving = settings if settings.until is None else settings.with_share(PROVING)
    settled = _Settling(situation, proving, choice, best, like, keep).run(start)
    if settled.skeleton is None or settled.is_proven or settings.until is None:
        return settled
    return polished(situation, settings, choice, settled)


def best_on(situation: Situation, settings: Settings, candidates: Candidates) -> Settled:
    """The best dates and rides with every event on one of the given dates, nothing proven."""
    grid = Grid(situation, candidates, settings)
    settling = _Settling(situation, settings, NOTHING_MORE, packs=grid.packs(), unproven=True)
    settling.settle(grid)
    return settling.best or Settled(None)


@dataclass
class _Settling:
    situation: Situation
    settings: Settings
    choice: Choice
    best: Settled | None = None
    like: Sequence[Skeleton] = ()
    keep: bool = False
    packs: list[Pack] = field(default_factory=list)
    done: int = 0
    """How many packs are settled."""
    bounds: dict[int, int] = field(default_factory=dict)
    """By goal: proven so far."""
    needed: frozenset[int] = frozenset()
    impossible: bool = False
    unproven: bool = False
    """Whether something took too long to prove: from then on the dates at hand must do."""
    found: dict[int, int] = field(default_factory=dict)
    """By goal: what the best plan has, where it is not proven."""
    sought: dict[Pack, int] = field(default_factory=dict)
    """How many dates there were when a plan that is best in a pack was last sought."""
    in_vain: set[Pack] = field(default_factory=set)
    """Packs in which a better plan was last sought in vain."""
    refuted: dict[Pack, int] = field(default_factory=dict)
    """How often plans better in a pack than the best one were looked for."""
    is_hard: bool = False
    """Whether bounds were not all easy, or no plan met them: then it is one pack after another."""
    refining: Refining = field(default_factory=Refining)

    def run(self, start: Candidates | None) -> Settled:
        dates = collect(self.situation)
        grid = self._first_grid(dates, start or dates.closed(0))
        if self.best is not None:
            self.sought = dict.fromkeys(self.packs, grid.size)
        for rounds in range(self.settings.rounds + 2):
            if self.settle(grid) or self.impossible or self.settings.is_over():
                break
            grid = self._grid(self._next_dates(grid, dates, rounds))
        bounds = tuple(self.bounds[index] for index in sorted(self.bounds))
        best = self.best or Settled(None, impossible=self.impossible)
        return replace(best, bounds=bounds, candidates=grid.candidates)

    def _first_grid(self, dates: Dates, candidates: Candidates) -> Grid:
        if len(self.like) > 1:
            return self._grid(self._with_best_of(self.like, dates, candidates))
        grid = self._grid(candidates)
        if not self.like or self._is_still_best(grid, self.like[0]):
            return grid
        # What proved another plan best makes the search for a better one slower, not faster; most
        # often that one has the same flights and rides, on dates that are good now.
        return self._grid(self._with_best_of(self.like, dates, dates.closed(0)))

    def _is_still_best(self, grid: Grid, plan: Skeleton) -> bool:
        """Whether a plan is soon proven to be the best in all packs but the last."""
        if grid.fly(plan, self.packs) or grid.fly(plan, self.packs, on_its_dates=False):
            self._remember(grid)
        self._settle_by_best(grid)
        return self.done == len(self.packs) - 1

    def _next_dates(self, grid: Grid, dates: Dates, rounds: int) -> Candidates:
        if rounds < self.settings.rounds:
            return self._refined(grid, dates)
        if self.settings.to_the_end:
            return dates.every_slot()
        self.unproven = True
        return grid.candidates

    def _refined(self, grid: Grid, dates: Dates) -> Candidates:
        is_last = self.done == len(self.packs) - 1
        was_fine = self.refining.is_fine
        candidates = self.refining.refined(grid, dates, self.settings.spread, is_last)
        if self.refining.is_fine and not was_fine:
            self._go_one_by_one()
        return candidates

    def _go_one_by_one(self) -> None:
        """Each goal by itself from here on; of all but the first nothing is known without it."""
        left = [index for pack in self.packs[self.done :] for index in pack]
        self.packs[self.done :] = [(index,) for index in left]
        for index in left[1:]:
            self.bounds.pop(index, None)
        self.is_hard = True

    def _grid(self, candidates: Candidates) -> Grid:
        settings = replace(self.settings, deep=self.refining.is_fine)
        grid = Grid(self.situation, candidates, settings, self.choice, self.needed)
        if not self.packs:
            self.packs = grid.packs()
        return grid

    def _with_best_of(
        self, plans: Sequence[Skeleton], dates: Dates, candidates: Candidates
    ) -> Candidates:
        """Begin with the best of some kinds of plan, each on good dates of its own: those that
        differences from known dates lead to. Gives candidate dates that have those of the best one.
        """
        near = candidates
        for plan in plans:
            near = joined(near, dates.all_inside(plan.events()))
        wide = self._grid(dates.spread(near, {event: {*at} for event, at in near.items()}, {}))
        for plan in plans:
            if wide.fly(plan, self.packs, on_its_dates=False):
                self._remember(wide)
        return self._and_the_best(candidates)

    def _and_the_best(self, candidates: Candidates) -> Candidates:
        """Candidate dates, with those of the best plan known."""
        known = self.best.skeleton.events() if self.best and self.best.skeleton else {}
        return joined(candidates, known)

    def settle(self, grid: Grid) -> bool:
        """Settle pack after pack as far as this grid can; True if it settles all of them."""
        self._settle_by_best(grid)
        if self._may_be_easy() and self._settle_at_once(grid):
            return self.done == len(self.packs) and self._break_ties(grid)
        while self.done < len(self.packs):
            pack = self.packs[self.done]
            if not self.unproven and not self._settle_pack(grid, pack) and not self.unproven:
                return False
            if self.unproven and not self._find(grid, pack):
                return self.best is not None
            self.done += 1
        return self._break_ties(grid)

    def _settle_by_best(self, grid: Grid) -> None:
        """Settle all packs but the last at once, if the best plan known is soon proven to be the
        best in them.
        """
        last = len(self.packs) - 1
        if self.best is None or self.unproven or self.refining.is_fine or self.done >= last:
            return
        if self.packs[self.done] in self.in_vain:
            return  # `_refute_better` asks the same of one pack, with more effort.
        first, end = self.packs[self.done][0], self.packs[last][0]
        if grid.is_least(self.best.values[:end], first, self._caps()):
            self.bounds.update(enumerate(self.best.values[first:end], start=first))
            self.done = last

    def _may_be_easy(self) -> bool:
        left = len(self.packs) - self.done
        limited = self.unproven or self.settings.effort is not None
        return left > 1 and not limited and not self.is_hard

    def _find(self, grid: Grid, pack: Pack) -> bool:
        """The best plan on the dates at hand, proven or not."""
        step = grid.best(pack, self._caps())
        if step.is_found:
            self._remember(grid)
            values = grid.values()
            self.found.update((index, values[index]) for index in pack)
        return step.is_found

    def _settle_at_once(self, grid: Grid) -> bool:
        """All bounds first, and one search for a plan that meets them: most often there is one
        that meets all but the last, and nothing has to be searched for pack by pack.
        """
        begun, known = self.done, dict(self.bounds)
        if self._bound_every_pack(grid) and self._meet_them(grid):
            return True
        self.done, self.bounds, self.is_hard = begun, known, True
        return False

    def _bound_every_pack(self, grid: Grid) -> bool:
        for pack in self.packs[self.done :]:
            if not grid.bound(pack, self._caps(), EASY).is_proven:
                return False
            self._keep_bounds(grid, pack)
            self.done += 1
        return True

    def _meet_them(self, grid: Grid) -> bool:
        """Whether a plan that uses no gap meets all bounds, or all but the last pack's."""
        if not self.refining.uses_gaps:
            return self._remember(grid)
        last = self.packs[-1]
        self.done -= 1
        if self._is_to_be_sought(grid, last) and not self._seek(grid, last):
            return False
        self.done += self._is_met(last)
        return True

    def _settle_pack(self, grid: Grid, pack: Pack) -> bool:
        """Whether the best plan known, or one on this grid, meets the bound of a pack."""
        known = self._known(pack)
        if known is not None and known[0] == known[1]:
            self.bounds[pack[0]] = known[0]
            return True
        if self.may_be_best(pack) and (is_best := self._refute_better(grid, pack)) is not None:
            return is_best
        step = grid.bound(pack, self._caps(), within=known)
        if not step.is_proven:
            self.impossible = step.is_impossible
            self.unproven = not step.is_impossible and self.settings.effort is not None
            return False
        self._keep_bounds(grid, pack)
        if not self.refining.uses_gaps:
            return self._remember(grid)
        if self._is_to_be_sought(grid, pack):
            self._seek(grid, pack)
        return self._is_met(pack)

    def may_be_best(self, pack: Pack) -> bool:
        """Whether the best plan may well be the best in a pack: another was sought in vain."""
        return (
            pack in self.in_vain
            and self.settings.effort is None
            and pack != self.packs[-1]
            and self._is_settled_by_best()
            and self.refuted.get(pack, 0) < REFUTED
            and not self.refining.is_fine
        )

    def _refute_better(self, grid: Grid, pack: Pack) -> bool | None:
        """Look for what is better in a pack than the best plan: that there is nothing proves that
        one, and anything with gaps shows where dates are missing, sooner than a bound would.

        Returns:
            Whether it is proven; None if neither is soon known.
        """
        assert self.best is not None
        self.refuted[pack] = self.refuted.get(pack, 0) + 1
        step = grid.undercut(pack, self.best.values, self._caps())
        if step.is_impossible:
            self.bounds.update((index, self.best.values[index]) for index in pack)
            return True
        if step.status in FOUND:
            self.needed |= grid.needed
            self.refining.chosen = grid.chosen()
            if self.refining.uses_gaps:
                return False
            self._remember(grid)
        self.in_vain.discard(pack)
        return None

    def _known(self, pack: Pack) -> tuple[int, int] | None:
        """Where goals are settled one by one: what the next is at least, by the bound so far, and
        at most, by the best plan.
        """
        if not self.refining.is_fine or self.best is None or not self._is_settled_by_best():
            return None
        (index,) = pack
        return self.bounds.get(index, 0), self.best.values[index]

    def _keep_bounds(self, grid: Grid, pack: Pack) -> None:
        values = dict(enumerate(grid.values()))
        bounds = {index: values[index] for index in pack}
        raised = any(self.bounds.get(index) != bounds[index] for index in pack)
        self.bounds.update(bounds)
        self.needed |= grid.needed
        self.refining.note(grid.chosen(), raised)

    def _is_to_be_sought(self, grid: Grid, pack: Pack) -> bool:
        """Whether to look for a plan on this grid; bounds alone refine it more cheaply."""
        if self._is_met(pack):
            return False
        if not self._is_settled_by_best():
            return True
        if not self.refining.is_fine and grid.size >= LARGER * self.sought.get(pack, 0):
            return True
        return self.refining.stood_still > 1

    def _seek(self, grid: Grid, pack: Pack) -> bool:
        self.sought[pack] = grid.size
        before = self.best
        step = grid.best(pack, self._caps())
        found = step.is_found and self._remember(grid)
        if before is not None and self.best is not None and self.best.values < before.values:
            self.in_vain.discard(pack)
        elif before is not None and step.is_proven:
            self.in_vain.add(pack)
        return found

    def _is_met(self, pack: Pack) -> bool:
        """Whether the best plan known has no more than the bound of a pack, and of all before."""
        return self._is_settled_by_best() and self._has_least(pack)

    def _is_settled_by_best(self) -> bool:
        return all(self._has_least(pack) for pack in self.packs[: self.done])

    def _has_least(self, pack: Pack) -> bool:
        known = {**self.bounds, **self.found}
        return self.best is not None and all(self.best.values[it] <= known[it] for it in pack)

    def _break_ties(self, grid: Grid) -> bool:
        like = self.best.skeleton if self.best else None
        if like is not None and not self.unproven:
            like = grid.with_fewer_on_another_ship(self._caps(), like) or like
        step = grid.break_ties(self._caps(), like)
        if step.is_impossible and not self.packs:
            self.impossible = True
        if step.is_found and (self.best is None or grid.values() <= self.best.values):
            self.best = grid.settled()
        return step.is_found

    def _caps(self) -> dict[int, int]:
        """What every settled goal may be at most."""
        known = {**self.bounds, **self.found}
        return {index: known[index] for pack in self.packs[: self.done] for index in pack}

    def _remember(self, grid: Grid) -> bool:
        """Remember a better plan; one that is only as good where no other is to be kept."""
        values = grid.values()
        best = None if self.best is None else self.best.values
        if best is None or values < best or (values == best and not self.keep):
            self.best = grid.settled()
        return True
