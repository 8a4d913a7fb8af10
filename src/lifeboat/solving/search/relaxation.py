"""One grid of dates: what no plan can have less of, and the best plan on these very dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from lifeboat.curves import Sum, total_of
from lifeboat.goals import Weighed, order_of, scale
from lifeboat.goals.best_places import Damaged, Improvised, NoPlace
from lifeboat.goals.fewest_reseats import Reseats
from lifeboat.rules import RULES
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.solving.cpsat.solver import Search, Settings, Step
from lifeboat.solving.formulation.cells import Candidates, Cell, size_of
from lifeboat.solving.formulation.chains import Chain
from lifeboat.solving.formulation.decisions import Decider
from lifeboat.solving.formulation.schedule import (
    Skeleton,
    chosen_cells,
    gaps,
    read_skeleton,
)
from lifeboat.solving.formulation.side_constraints import NOTHING_MORE, Choice
from lifeboat.solving.formulation.tie_breaks import on_another_ship, tie_break
from lifeboat.solving.search.incumbent import Settled

TOGETHER = 10**12
"""Goals are minimised in one go as long as their weights stay below this."""

EASY = 0.5
"""Where one of all bounds takes longer than this, in the solver's deterministic time, goals are
settled one after another: then there is a plan to show long before the last bound."""

SOON = 0.02
"""How long, in the same time, it may take to prove that no plan is better in some goals: where it
takes longer, they are better minimised. On all cases measured it took less than 0.007 where
it was proven."""

Pack = tuple[int, ...]
"""Goals by index, in their order, that are minimised in one go."""


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


class Grid:
    """Candidate dates for every event, the model on them, and what its last solution has."""

    def __init__(
        self,
        situation: Situation,
        candidates: Candidates,
        settings: Settings,
        choice: Choice = NOTHING_MORE,
        needed: frozenset[int] = frozenset(),
    ) -> None:
        self._situation, self.candidates = situation, candidates
        self.decider = build(situation, candidates, choice)
        self.decider.linear.say_needed(set(needed))
        self.search = Search(self.decider.linear, settings)
        self._costs = [
            total_of(
                goal.cost(self.decider) * (weight * scale(situation, weighed, goal))
                for goal, weight in weighed
            )
            for weighed in dated_goals(situation)
        ]
        self._gaps = list(gaps(self.decider))
        self._proven: dict[object, tuple[Step, Solution]] = {}
        """Bounds that were asked for before, and their solutions."""

    @property
    def size(self) -> int:
        """How many dates it has."""
        return size_of(self.candidates)

    @property
    def needed(self) -> frozenset[int]:
        """Which rules of those that seldom bind have been posted."""
        return frozenset(self.decider.linear.needed)

    def packs(self) -> list[Pack]:
        """Goals that follow each other, as many together as their ranges allow."""
        packs: list[list[int]] = []
        weight = TOGETHER + 1
        for index, reach in enumerate(self._ranges):
            weight *= reach
            if weight > TOGETHER:
                packs.append([])
                weight = reach
            packs[-1].append(index)
        return [tuple(pack) for pack in packs]

    def bound(
        self,
        pack: Pack,
        caps: dict[int, int],
        effort: float | None = None,
        within: tuple[int, int] | None = None,
    ) -> Step:
        """What no plan can have less of than this; the solution may use gaps."""
        asked = pack, tuple(sorted(caps.items()))
        if asked not in self._proven:
            total, kept = self._weigh(pack), self.capped(caps)
            step = self.search.minimise(total, kept, effort=effort, within=within)
            if not step.is_proven:
                return step
            self._proven[asked] = step, self.search.solution
        step, self.search.solution = self._proven[asked]
        return step

    def is_least(self, values: Sequence[int], first: int, caps: dict[int, int]) -> bool:
        """Whether it is soon proven that, of the goals from one on, no plan has less than these
        values of the first in which it differs.
        """
        goals = range(first, len(values))
        return self._find_less(goals, values, caps, SOON).is_impossible

    def undercut(self, pack: Pack, values: Sequence[int], caps: dict[int, int]) -> Step:
        """Look for something, gaps or not, that has less than these values in a pack."""
        return self._find_less(pack, values, caps, EASY)

    def _find_less(
        self, goals: Sequence[int], values: Sequence[int], caps: dict[int, int], effort: float
    ) -> Step:
        than = [(self._costs[index], values[index]) for index in goals]
        return self.search.find_less(than, self.capped(caps), effort)

    def best(self, pack: Pack, caps: dict[int, int], until: float | None = None) -> Step:
        """The best on the dates of this grid: the solution uses no gap."""
        total, kept = self._weigh(pack), self.capped(caps)
        return self.search.minimise(total, kept, self._gaps, from_last=True, until=until)

    def fly(self, plan: Skeleton, packs: list[Pack], on_its_dates: bool = True) -> bool:
        """Make the best plan with the flights and rides of another its last solution.

        Args:
            plan: the other one.
            packs: the goals.
            on_its_dates: whether on its dates, which are all on this grid, too.

        Returns:
            Whether it can be.
        """
        as_it = self._dates_and_rides if on_its_dates else self._modes_and_rides
        kept, caps = list(as_it(plan)), dict[int, int]()
        for pack in packs:
            total = self._weigh(pack)
            if not self.search.minimise(total, self.capped(caps), self._gaps, kept=kept).is_found:
                return False
            values = self.values()
            caps.update((index, values[index]) for index in pack)
        return True

    def with_fewer_on_another_ship(self, caps: dict[int, int], plan: Skeleton) -> Skeleton | None:
        """A plan as good in which fewer people go home on another vehicle than they came in, though
        that might take them; None if none is soon found.
        """
        rides = on_another_ship(self.decider)
        now = sum(plan.rides.get(ride, 0) for ride in rides)
        if now == 0:
            return None
        chains = (self.decider.leaving[party.one.name, ship] for party, ship in rides)
        total = total_of(plain(chain.ever) for chain in chains)
        fewer = [*self.capped(caps), (total, now - 1)]
        step = self.search.minimise(total, fewer, self._gaps, from_last=True, effort=EASY)
        return read_skeleton(self.decider, self.search.value) if step.is_found else None

    def break_ties(self, caps: dict[int, int], like: Skeleton | None) -> Step:
        """Of all that is as good, what the tie-break prefers; with modes and rides as in a plan."""
        same = () if like is None else self._modes_and_rides(like)
        return self.search.minimise(
            tie_break(self.decider), self.capped(caps), self._gaps, from_last=True, kept=same
        )

    def values(self) -> tuple[int, ...]:
        """The value of every goal in the last solution."""
        return tuple(self.search.measure(cost) for cost in self._costs)

    def settled(self) -> Settled:
        """The last solution, which uses no gap, as the best plan so far."""
        skeleton = read_skeleton(self.decider, self.search.value)
        broken = self.decider.what_is_broken(self.search.value)
        return Settled(skeleton, self.values(), spent=self._spent(), broken=broken)

    def _spent(self) -> dict[str, int]:
        """By goal about places: the person-slots that the last solution spends on them."""
        goals = (goal for weighed in dated_goals(self._situation) for goal, _ in weighed)
        return {
            goal.name: self.search.measure(goal.cost(self.decider))
            for goal in goals
            if isinstance(goal, (NoPlace, Damaged, Improvised))
        }

    def chosen(self) -> dict[Event, Cell]:
        """The cell that each event falls into in the last solution."""
        return chosen_cells(self.decider, self.search.value)

    def refined(self, dates: Dates, chosen: dict[Event, Cell], widely: bool) -> Candidates:
        """More dates where a solution used gaps; `widely`: and wherever those may lead."""
        spots = {event: {cell.first, cell.last} for event, cell in chosen.items()}
        loose = {event: (it.first, it.last) for event, it in chosen.items() if it.is_gap}
        refine = dates.spread if widely else dates.refined
        return refine(self.candidates, spots, loose)

    def _modes_and_rides(self, like: Skeleton) -> Iterator[tuple[Variable, int]]:
        """Who goes up and home on what: without it little but dates is left to choose."""
        for (name, mode), chain in self.decider.launches.items():
            course = like.courses.get(name)
            if chain.values and any(way.crew for way in self._situation.ships[name].ways):
                flown = course is not None and course.way is not None and course.way.name == mode
                yield chain.ever, int(flown)
        rides = {(party.one.name, ship): count for (party, ship), count in like.rides.items()}
        for key, chain in self.decider.leaving.items():
            if chain.values:
                yield chain.ever, rides.get(key, 0)

    def dates_of(self, plan: Skeleton) -> Iterator[tuple[Variable, int]]:
        """Every flag of a date, and its value in a plan on this grid."""
        for (name, mode), chain in self.decider.launches.items():
            course = plan.courses.get(name)
            flies = course is not None and course.way is not None and course.way.name == mode
            launch = course.launch if course is not None and flies else None
            yield from _happened(chain, launch, 1)
        left = {name: course.undock for name, course in plan.courses.items()}
        for name, chain in self.decider.undocks.items():
            yield from _happened(chain, left.get(name), 1)

    def _dates_and_rides(self, plan: Skeleton) -> Iterator[tuple[Variable, int]]:
        """Every flag of a date, and how many have left on what by then."""
        yield from self.dates_of(plan)
        left = {name: course.undock for name, course in plan.courses.items()}
        rides = {(party.one.name, ship): count for (party, ship), count in plan.rides.items()}
        for key, chain in self.decider.leaving.items():
            yield from _happened(chain, left.get(key[1]), rides.get(key, 0))

    def capped(self, caps: dict[int, int]) -> list[tuple[Sum, int]]:
        """The costs of some goals, and the most they may be."""
        return [(self._costs[index], most) for index, most in caps.items()]

    def _weigh(self, pack: Pack) -> Sum:
        return total_of(self._costs[index] * weight for index, weight in self._weights(pack))

    def _weights(self, pack: Pack) -> list[tuple[int, int]]:
        """How much each goal of a pack weighs: no gain in one makes up for a loss in one before."""
        weight, found = 1, []
        for index in reversed(pack):
            found.append((index, weight))
            weight *= self._ranges[index]
        return found

    @cached_property
    def _ranges(self) -> list[int]:
        linear = self.decider.linear
        forms = [linear.read(cost, kind=False) for cost in self._costs]
        return [linear.greatest(form) - linear.least(form) + 1 for form in forms]


def _happened(chain: Chain, slot: int | None, count: int) -> Iterator[tuple[Variable, int]]:
    """The values of a chain if that many happen in a slot; none ever, without one."""
    for cell, variable in zip(chain.cells, chain.values, strict=True):
        yield variable, count if slot is not None and cell.last >= slot else 0
