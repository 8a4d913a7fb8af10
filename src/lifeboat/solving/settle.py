"""Settle goal after goal, on a grid that is refined only where an answer asks for it.

On a coarse grid with gaps between its dates a minimum is a bound that no plan
can beat. Where the answer uses a gap, dates are added there and the bounds are
raised again, until a plan that uses no gap meets them: then it is proven.
(Dynamic discretisation discovery: Boland, Hewitt, Marshall and Savelsbergh,
Operations Research 65(5), 2017.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lifeboat.decisions import Sum, total_of
from lifeboat.goals import Weighed, order_of, scale
from lifeboat.goals.best_places import Damaged, Improvised, NoPlace
from lifeboat.goals.fewest_reseats import Reseats
from lifeboat.rules import RULES
from lifeboat.solving.cells import Cell, collect
from lifeboat.solving.choice import NOTHING_MORE, Choice
from lifeboat.solving.decider import Decider
from lifeboat.solving.program import Variable
from lifeboat.solving.search import Search, Settings
from lifeboat.solving.skeleton import Skeleton, chosen_cells, gaps, read_skeleton, tie_break
from lifeboat.station.dates import Dates, Event
from lifeboat.station.situation import Situation

TOGETHER = 10**12
"""Goals are minimised in one go as long as their weights stay below this."""

Candidates = dict[Event, list[int]]


EASY = 0.5
"""Where one of all bounds takes longer than this, in the solver's deterministic time, goals are
settled one after another: then there is a plan to show long before the last bound."""


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
    rounds: int = 0
    candidates: Candidates = field(default_factory=dict)
    """The dates of the last grid."""


def dated_goals(situation: Situation) -> tuple[Weighed, ...]:
    """The goals that dates and rides decide: all but the number of reseats."""
    order = order_of(situation.scenario)
    kept = (
        tuple((goal, weight) for goal, weight in weighed if goal.name != Reseats.name)
        for weighed in order
    )
    return tuple(weighed for weighed in kept if weighed)


def build(situation: Situation, candidates: Candidates, choice: Choice = NOTHING_MORE) -> Decider:
    """The model of a situation on a grid: every rule, and what more is asked."""
    decider = Decider(situation, candidates, choice.allows)
    for rule in RULES:
        rule.post(decider)
    choice.post(decider)
    return decider


def settle(
    situation: Situation,
    settings: Settings,
    choice: Choice = NOTHING_MORE,
    start: Candidates | None = None,
) -> Settled:
    """Find the best dates and rides, or prove that there are none.

    Args:
        situation: what is asked about.
        settings: how to search.
        choice: something more that is asked of the plan.
        start: the dates to begin with; the coarsest grid when left out.
    """
    return _Settling(situation, settings, choice).run(start)


@dataclass
class _Settling:
    situation: Situation
    settings: Settings
    choice: Choice
    packs: list[list[int]] = field(default_factory=list)
    """Goals by index, those together that are minimised in one go."""
    done: int = 0
    """How many packs are settled."""
    bounds: dict[int, int] = field(default_factory=dict)
    """By goal: proven so far."""
    needed: set[int] = field(default_factory=set)
    best: Settled | None = None
    impossible: bool = False
    unproven: bool = False
    """Whether something took too long to prove: from then on the dates at hand must do."""
    found: dict[int, int] = field(default_factory=dict)
    """By goal: what the best plan has, where it is not proven."""

    def run(self, start: Candidates | None) -> Settled:
        dates = collect(self.situation)
        candidates = start or dates.closed(0)
        rounds = 0
        for rounds in range(self.settings.rounds + 2):
            grid = _Grid(self, candidates)
            if grid.settle() or self.impossible or self.settings.is_over():
                break
            if rounds < self.settings.rounds:
                candidates = grid.refined(dates)
            elif self.settings.to_the_end:
                candidates = dates.every_slot()
            else:
                self.unproven = True
        bounds = tuple(self.bounds[index] for index in sorted(self.bounds))
        if self.best is None:
            return Settled(None, (), bounds, impossible=self.impossible, rounds=rounds)
        return replace(self.best, bounds=bounds, rounds=rounds, candidates=candidates)


class _Grid:
    """One grid: its model, and what can be settled on it."""

    def __init__(self, settling: _Settling, candidates: Candidates) -> None:
        self._all = settling
        self._candidates = candidates
        self._decider = build(settling.situation, candidates, settling.choice)
        self._decider.linear.say_needed(settling.needed)
        self._search = Search(self._decider.linear, settling.settings)
        self._costs = [
            total_of(
                goal.cost(self._decider) * (weight * scale(settling.situation, weighed, goal))
                for goal, weight in weighed
            )
            for weighed in dated_goals(settling.situation)
        ]
        self._gaps = list(gaps(self._decider))
        self._chosen: dict[Event, Cell] = {}
        if not settling.packs:
            settling.packs = self._pack()

    def settle(self) -> bool:
        """Settle pack after pack as far as this grid can; True if it settles all of them."""
        packs = self._all.packs[self._all.done :]
        if self._all.settings.effort is None and len(packs) > 1 and self._settle_at_once():
            return self._all.done == len(self._all.packs) and self._break_ties()
        while self._all.done < len(self._all.packs):
            pack = self._all.packs[self._all.done]
            if not self._all.unproven and not self._settle_pack(pack) and not self._all.unproven:
                return False
            if self._all.unproven and not self._find(pack):
                return self._all.best is not None
            self._all.done += 1
        return self._break_ties()

    def _find(self, pack: list[int]) -> bool:
        """The best plan on the dates at hand, proven or not."""
        step = self._search.minimise(self._weigh(pack), self._caps(), self._gaps, from_last=True)
        if step.is_found:
            self._remember()
            for index in pack:
                self._all.found[index] = self._search.measure(self._costs[index])
        return step.is_found

    def _settle_at_once(self) -> bool:
        """All bounds first, and one search for a plan that meets them: most often there is one
        that meets all but the last, and nothing has to be searched for pack by pack.
        """
        begun, known = self._all.done, dict(self._all.bounds)
        if self._bound_every_pack() and self._meet_them():
            return True
        self._all.done, self._all.bounds = begun, known
        return False

    def _bound_every_pack(self) -> bool:
        for pack in self._all.packs[self._all.done :]:
            total = self._weigh(pack)
            if not self._search.minimise(total, self._caps(), effort=EASY).is_proven:
                return False
            self._all.needed |= self._decider.linear.needed
            for index in pack:
                self._all.bounds[index] = self._search.measure(self._costs[index])
            self._all.done += 1
        return True

    def _meet_them(self) -> bool:
        """Whether a plan that uses no gap meets all bounds, or all but the last pack's."""
        last = self._all.packs[-1]
        self._chosen = chosen_cells(self._decider, self._search.value)
        if not any(cell.is_gap for cell in self._chosen.values()):
            return self._remember()
        self._all.done -= 1
        total = self._weigh(last)
        asked = sum(self._all.bounds[index] * weight for index, weight in self._weights(last))
        exact = self._search.minimise(total, self._caps(), self._gaps, from_last=True)
        self._all.done += exact.is_found and exact.value == asked
        return exact.is_found and self._remember()

    def _settle_pack(self, pack: list[int]) -> bool:
        """Whether a plan that uses no gap meets the bound of a pack."""
        total = self._weigh(pack)
        step = self._search.minimise(total, self._caps())
        self._all.needed |= self._decider.linear.needed
        if not step.is_proven:
            self._all.impossible = step.is_impossible
            self._all.unproven = not step.is_impossible and self._all.settings.effort is not None
            return False
        for index in pack:
            self._all.bounds[index] = self._search.measure(self._costs[index])
        self._chosen = chosen_cells(self._decider, self._search.value)
        if not any(cell.is_gap for cell in self._chosen.values()):
            return self._remember()
        exact = self._search.minimise(total, self._caps(), self._gaps, from_last=True)
        if exact.is_found:
            self._remember()
        return exact.is_found and exact.value == step.value

    def _break_ties(self) -> bool:
        total, caps = tie_break(self._decider), self._caps()
        kept = self._modes_and_rides() if self._all.best is not None else ()
        step = self._search.minimise(total, caps, self._gaps, from_last=True, kept=kept)
        if step.is_impossible and not self._all.packs:
            self._all.impossible = True
        return step.is_found and self._remember()

    def _modes_and_rides(self) -> Iterator[Variable]:
        """Who goes up and home on what: without it little but dates is left to choose."""
        ships = self._all.situation.ships
        for (name, _), chain in self._decider.launches.items():
            if any(way.crew for way in ships[name].ways):
                yield from chain.values[-1:]
        for chain in self._decider.leaving.values():
            yield from chain.values[-1:]

    def _caps(self) -> list[tuple[Sum, int]]:
        settled = [index for pack in self._all.packs[: self._all.done] for index in pack]
        known = {**self._all.bounds, **self._all.found}
        return [(self._costs[index], known[index]) for index in settled]

    def _pack(self) -> list[list[int]]:
        """Goals that follow each other, as many together as their ranges allow."""
        packs: list[list[int]] = []
        weight = TOGETHER + 1
        for index, cost in enumerate(self._costs):
            weight *= self._range(cost)
            if weight > TOGETHER:
                packs.append([])
                weight = self._range(cost)
            packs[-1].append(index)
        return packs

    def _range(self, cost: Sum) -> int:
        linear = self._decider.linear
        form = linear.read(cost, kind=False)
        return linear.greatest(form) - linear.least(form) + 1

    def _weigh(self, pack: list[int]) -> Sum:
        return total_of(self._costs[index] * weight for index, weight in self._weights(pack))

    def _weights(self, pack: list[int]) -> list[tuple[int, int]]:
        """How much each goal of a pack weighs: no gain in one makes up for a loss in one before."""
        weight, found = 1, []
        for index in reversed(pack):
            found.append((index, weight))
            weight *= self._range(self._costs[index])
        return found

    def _remember(self) -> bool:
        values = tuple(self._search.measure(cost) for cost in self._costs)
        if self._all.best is None or values <= self._all.best.values:
            skeleton = read_skeleton(self._decider, self._search.value)
            broken = self._decider.what_is_broken(self._search.value)
            self._all.best = Settled(skeleton, values, spent=self._spent(), broken=broken)
        return True

    def _spent(self) -> dict[str, int]:
        goals = (goal for weighed in dated_goals(self._all.situation) for goal, _ in weighed)
        return {
            goal.name: self._search.measure(goal.cost(self._decider))
            for goal in goals
            if isinstance(goal, (NoPlace, Damaged, Improvised))
        }

    def refined(self, dates: Dates) -> Candidates:
        """More dates, where the last answer would have liked to have them."""
        spots = {event: {cell.first, cell.last} for event, cell in self._chosen.items()}
        loose = {
            event: (cell.first, cell.last) for event, cell in self._chosen.items() if cell.is_gap
        }
        last = self._all.done == len(self._all.packs) - 1
        return dates.refined(self._candidates, spots, loose, widely=last)
