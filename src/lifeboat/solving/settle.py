"""Settle goal after goal, on a grid that is refined only where an answer asks for it.

On a coarse grid with gaps between its dates a minimum is a bound that no plan
can beat. Where the answer uses a gap, dates are added there and the bounds are
raised again, until a plan that uses no gap meets them: then it is proven.
(Dynamic discretisation discovery: Boland, Hewitt, Marshall and Savelsbergh,
Operations Research 65(5), 2017.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lifeboat.decisions import Sum, total_of
from lifeboat.goals import Weighed, order_of, scale
from lifeboat.goals.best_places import Damaged, Improvised, NoPlace
from lifeboat.goals.fewest_reseats import Reseats
from lifeboat.rules import RULES
from lifeboat.solving.cells import Cell, collect
from lifeboat.solving.decider import Decider
from lifeboat.solving.search import Search, Settings, Step
from lifeboat.solving.skeleton import Skeleton, chosen_cells, gaps, read_skeleton, tie_break
from lifeboat.station.dates import Dates, Event
from lifeboat.station.situation import Situation

ROUNDS = 6
"""Refinements before every slot becomes a date of its own."""

TOGETHER = 10**12
"""Goals are minimised in one go as long as their weights stay below this."""

Choice = Callable[[Decider], None]
"""Something more that is asked of a plan, posted on every grid."""

Candidates = dict[Event, list[int]]


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
    impossible: bool = False
    rounds: int = 0


def no_more(_: Decider) -> None:
    """Nothing more is asked than the scenario asks."""


def dated_goals(situation: Situation) -> tuple[Weighed, ...]:
    """The goals that dates and rides decide: all but the number of reseats."""
    order = order_of(situation.scenario)
    kept = (
        tuple((goal, weight) for goal, weight in weighed if goal.name != Reseats.name)
        for weighed in order
    )
    return tuple(weighed for weighed in kept if weighed)


def build(situation: Situation, candidates: Candidates, choice: Choice = no_more) -> Decider:
    """The model of a situation on a grid: every rule, and what more is asked."""
    decider = Decider(situation, candidates)
    for rule in RULES:
        rule.post(decider)
    choice(decider)
    return decider


def settle(situation: Situation, settings: Settings, choice: Choice = no_more) -> Settled:
    """Find the best dates and rides, or prove that there are none."""
    return _Settling(situation, settings, choice).run()


@dataclass
class _Settling:
    situation: Situation
    settings: Settings
    choice: Choice
    bounds: list[int] = field(default_factory=list)
    needed: set[int] = field(default_factory=set)
    best: Settled | None = None
    impossible: bool = False

    def run(self) -> Settled:
        dates = collect(self.situation)
        candidates = dates.closed(0)
        rounds = 0
        for rounds in range(ROUNDS + 2):
            grid = _Grid(self, candidates)
            if not grid.raise_bounds() or grid.meet_bounds():
                break
            if rounds:
                grid.find_any()
            if self.settings.is_over():
                break
            candidates = grid.refined(dates) if rounds < ROUNDS else dates.every_slot()
        if self.best is None:
            bounds = tuple(self.bounds)
            return Settled(None, (), bounds, impossible=self.impossible, rounds=rounds)
        return replace(self.best, bounds=tuple(self.bounds), rounds=rounds)


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
        self._chosen: dict[Event, Cell] = {}

    def raise_bounds(self) -> bool:
        """Raise the bounds of the goals as far as this grid can; False if it cannot go on."""
        known = self._all.bounds
        if len(known) == len(self._costs) and known:
            caps = list(zip(self._costs[:-1], known[:-1], strict=True))
            if self._settled(self._search.minimise(self._costs[-1], caps)):
                known[-1] = max(known[-1], self._search.measure(self._costs[-1]))
                return True
            if self._all.settings.is_over():
                return False
            known.clear()
        return self._from_the_first()

    def _from_the_first(self) -> bool:
        known = self._all.bounds
        for pack in self._packs():
            caps = list(zip(self._costs, known, strict=False))
            step = self._search.minimise(self._weigh(pack), caps)
            if not self._settled(step):
                self._all.impossible = step.is_impossible
                return False
            known.extend(self._search.measure(self._costs[index]) for index in pack)
        if not self._costs and not self._settled(self._search.minimise(Sum())):
            self._all.impossible = True
            return False
        return True

    def _settled(self, step: Step) -> bool:
        if not step.is_proven:
            return False
        self._all.needed |= self._decider.linear.needed
        self._chosen = chosen_cells(self._decider, self._search.value)
        return True

    def _packs(self) -> Iterator[list[int]]:
        """Goals that follow each other, as many together as their ranges allow."""
        pack: list[int] = []
        weight = 1
        for index, cost in enumerate(self._costs):
            width = self._range(cost)
            if pack and weight * width > TOGETHER:
                yield pack
                pack, weight = [], 1
            pack.append(index)
            weight *= width
        if pack:
            yield pack

    def _range(self, cost: Sum) -> int:
        linear = self._decider.linear
        form = linear.read(cost, kind=False)
        return linear.greatest(form) - linear.least(form) + 1

    def _weigh(self, pack: list[int]) -> Sum:
        weight, total = 1, Sum()
        for index in reversed(pack):
            total = total + self._costs[index] * weight
            weight *= self._range(self._costs[index])
        return total

    def meet_bounds(self) -> bool:
        """Whether a plan that uses no gap meets every bound: then it is the best, and proven."""
        caps = list(zip(self._costs, self._all.bounds, strict=True))
        never = gaps(self._decider)
        step = self._search.minimise(tie_break(self._decider), caps, never, from_last=True)
        return step.is_found and self._remember()

    def find_any(self) -> None:
        """The best plan on this grid's dates, so that there is one if time runs out."""
        never = list(gaps(self._decider))
        caps: list[tuple[Sum, int]] = list(zip(self._costs, self._all.bounds, strict=True))[:-1]
        if self._costs and self._search.minimise(self._costs[-1], caps, never).is_found:
            self._remember()
            return
        caps = []
        for cost in self._costs:
            if not self._search.minimise(cost, caps, never).is_found:
                return
            caps.append((cost, self._search.measure(cost)))
            self._remember()

    def _remember(self) -> bool:
        values = tuple(self._search.measure(cost) for cost in self._costs)
        if self._all.best is None or values <= self._all.best.values:
            skeleton = read_skeleton(self._decider, self._search.value)
            self._all.best = Settled(skeleton, values, spent=self._spent())
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
        spots = {
            event: {cell.first, cell.last} for event, cell in self._chosen.items()
        }
        loose = {event: cell for event, cell in self._chosen.items() if cell.is_gap}
        return dates.refined(self._candidates, spots, {e: (c.first, c.last) for e, c in loose.items()})
