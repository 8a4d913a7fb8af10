"""The relaxation on one grid of dates: its bounds, and the best plan on its dates."""

from __future__ import annotations

from collections.abc import Sequence

from lifeboat.curves import Sum, total_of
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.solving.cpsat.builder import Active, nothing_collected
from lifeboat.solving.cpsat.solution import Solution
from lifeboat.solving.cpsat.solver import Rising, Settings, Solver, SolveResult
from lifeboat.solving.formulation.cells import Candidates, Cell, size_of
from lifeboat.solving.formulation.decisions import formulate
from lifeboat.solving.formulation.fixing import (
    FixedValue,
    as_planned,
    dates_and_rides,
    modes_and_rides,
)
from lifeboat.solving.formulation.other_choices import other_departures, other_modes, other_rides
from lifeboat.solving.formulation.schedule import Schedule, chosen_cells, gaps, read_schedule
from lifeboat.solving.formulation.tie_breaks import forced_moves, on_another_ship, tie_break
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import Caps, ObjectiveBlock, dated_goals, objective_of
from lifeboat.solving.search.problem import Problem

EASY = 0.5
"""If a bound takes more deterministic time than this, goals are minimised one block after another:
then there is a plan to show long before the last bound."""

SOON = 0.02
"""The deterministic time for a proof that no plan is better in some goals; if it takes longer, it
is better to minimise them. On all cases measured it took less than 0.007 where it was proven."""


class Relaxation:
    """Candidate dates for every event, the model on them, and its last solution.

    Raises `GivenUpError` if time runs out while the model is built, or added to.
    """

    def __init__(
        self,
        problem: Problem,
        candidates: Candidates,
        active: Active = frozenset(),
        built_within: Settings | None = None,
    ) -> None:
        self.situation, self.candidates = problem.situation, candidates
        stop = (built_within or problem.settings).is_over
        with nothing_collected():
            self.decide = formulate(problem.situation, candidates, problem.side, stop)
            self.decide.builder.activate(active)
            self.objective = objective_of(self.decide)
            self._gaps = list(gaps(self.decide))
        self.continue_with(problem.settings)
        self._proven: dict[object, tuple[SolveResult, Solution]] = {}
        """The bounds proven so far, and their solutions."""

    @property
    def size(self) -> int:
        """How many dates it has."""
        return size_of(self.candidates)

    @property
    def active(self) -> Active:
        """The lazy constraints that have been posted."""
        return self.decide.builder.active

    def bound(
        self,
        block: ObjectiveBlock,
        caps: Caps,
        effort: float | None = None,
        within: tuple[int, int] | None = None,
        rising: Rising | None = None,
    ) -> SolveResult:
        """The minimum of a block: no plan has less. The solution may use gaps."""
        asked = block, tuple(sorted(caps.items()))
        if asked not in self._proven:
            total, kept = self.objective.weighed(block), self.objective.capped(caps)
            result = self.solver.minimise(total, kept, effort=effort, within=within, rising=rising)
            if not result.is_proven:
                return result
            self._proven[asked] = result, self.solver.solution
        result, self.solver.solution = self._proven[asked]
        return result

    def is_least(self, values: Sequence[int], first: int, caps: Caps) -> bool:
        """Whether it is quickly proven that no plan is lexicographically better than these values,
        in the goals from `first` on.
        """
        return self._find_better(range(first, len(values)), values, caps, SOON).is_impossible

    def undercut(self, block: ObjectiveBlock, values: Sequence[int], caps: Caps) -> SolveResult:
        """Look for a solution, with gaps or without, better than these values in a block."""
        return self._find_better(block, values, caps, EASY)

    def _find_better(
        self, goals: Sequence[int], values: Sequence[int], caps: Caps, effort: float
    ) -> SolveResult:
        than = [(self.objective.costs[index], values[index]) for index in goals]
        return self.solver.find_better(than, self.objective.capped(caps), effort)

    def best(self, block: ObjectiveBlock, caps: Caps, until: float | None = None) -> SolveResult:
        """The best plan on the dates of this grid: the solution uses no gap."""
        total, kept = self.objective.weighed(block), self.objective.capped(caps)
        return self.solver.minimise(total, kept, self._gaps, from_last=True, until=until)

    def best_with_same_flights(
        self, plan: Schedule, block: ObjectiveBlock, caps: Caps
    ) -> SolveResult:
        """The best plan on the dates of this grid that has the flights and rides of another."""
        total, kept = self.objective.weighed(block), self.objective.capped(caps)
        same = modes_and_rides(self.decide, plan)
        return self.solver.minimise(total, kept, self._gaps, from_last=True, kept=same)

    def fly(
        self, plan: Schedule, blocks: Sequence[ObjectiveBlock], on_its_dates: bool = True
    ) -> bool:
        """Make the best plan with the flights and rides of another the last solution.

        Args:
            plan: the other plan.
            blocks: the objective blocks, in order.
            on_its_dates: whether to keep its dates too, all of which are on this grid.

        Returns:
            Whether there is such a plan.
        """
        fixed = dates_and_rides if on_its_dates else modes_and_rides
        return self._fly(list(fixed(self.decide, plan)), blocks)

    def any_plan(self, until: float, *, as_recorded: bool) -> bool:
        """Make any plan the last solution, or any with the flights and rides of the plan of record;
        returns whether one was found.
        """
        kept = list(as_planned(self.decide)) if as_recorded else []
        return self.solver.minimise(Sum(), (), self._gaps, kept=kept, until=until).is_found

    def continue_with(self, settings: Settings) -> None:
        """Solve with other settings from here on."""
        self.decide.builder.stop = settings.is_over
        self.solver = Solver(self.decide.builder, settings)

    def fly_as_planned(self, blocks: Sequence[ObjectiveBlock]) -> bool:
        """Make the best plan with the flights and rides of the plan of record the last solution;
        returns whether there is one, and it is quickly found.
        """
        return self._fly(list(as_planned(self.decide)), blocks, EASY)

    def _fly(
        self,
        kept: Sequence[FixedValue],
        blocks: Sequence[ObjectiveBlock],
        effort: float | None = None,
    ) -> bool:
        caps = Caps()
        for block in blocks:
            total, known = self.objective.weighed(block), self.objective.capped(caps)
            found = self.solver.minimise(total, known, self._gaps, kept=kept, effort=effort)
            if not found.is_found:
                return False
            values = self.values()
            caps.update((index, values[index]) for index in block)
        return True

    def with_fewer_on_another_ship(self, caps: Caps, plan: Schedule) -> Schedule | None:
        """A plan as good in which fewer people go home on another vehicle than the one they came in
        although that could take them; None if none is quickly found.
        """
        rides = on_another_ship(self.decide)
        now = sum(plan.rides.get(ride, 0) for ride in rides)
        if now == 0:
            return None
        ships = self.situation.ships
        total = total_of(self.decide.people.rides(party, ships[ship]) for party, ship in rides)
        fewer = [*self.objective.capped(caps), (total, now - 1)]
        result = self.solver.minimise(total, fewer, self._gaps, from_last=True, effort=EASY)
        return read_schedule(self.decide, self.solver.value) if result.is_found else None

    def break_ties(self, caps: Caps, like: Schedule | None) -> SolveResult:
        """The plan the tie-break prefers among equals, keeping the modes and rides of `like`."""
        same = () if like is None else modes_and_rides(self.decide, like)
        return self.solver.minimise(
            tie_break(self.decide),
            self.objective.capped(caps),
            self._gaps,
            from_last=True,
            kept=same,
        )

    def other_than(self, plan: Schedule, caps: Caps) -> SolveResult:
        """Look for a plan on the dates of this grid with other modes or rides than a given one, and
        no other departures, with as few people as possible on another vehicle than they came in.
        """
        decide = self.decide
        decide.builder.model.clause([*other_rides(decide, plan), *other_modes(decide, plan)])
        kept, never = self.objective.capped(caps), [*self._gaps, *other_departures(decide, plan)]
        return self.solver.minimise(forced_moves(decide), kept, never, effort=EASY)

    def values(self) -> tuple[int, ...]:
        """The value of every goal in the last solution."""
        return tuple(self.solver.measure(cost) for cost in self.objective.costs)

    def incumbent(self) -> Incumbent:
        """The last solution, which uses no gap, as the best plan so far."""
        schedule = read_schedule(self.decide, self.solver.value)
        broken = self.decide.what_is_broken(self.solver.value)
        within = self.objective.within
        return Incumbent(schedule, self.values(), (), within, self._spent(), broken)

    def _spent(self) -> dict[str, int]:
        """By goal about places: the person-slots the last solution spends on that quality."""
        goals = (goal for it in dated_goals(self.situation) for goal, _ in it.settled_with_dates())
        return {
            goal.name: self.solver.measure(goal.cost(self.decide))
            for goal in goals
            if goal.quality is not None
        }

    def chosen(self) -> dict[Event, Cell]:
        """The cell of each event in the last solution."""
        return chosen_cells(self.decide, self.solver.value)

    def refined(self, dates: Dates, chosen: dict[Event, Cell], widely: bool) -> Candidates:
        """More dates where a solution uses gaps and, if `widely`, wherever differences lead to."""
        spots = {event: {cell.first, cell.last} for event, cell in chosen.items()}
        loose = {event: (it.first, it.last) for event, it in chosen.items() if it.is_gap}
        refine = dates.spread if widely else dates.refined
        return refine(self.candidates, spots, loose)
