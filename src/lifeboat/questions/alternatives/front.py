"""Two goals traded against each other: every plan of which neither can be had for less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lifeboat.answers.alternatives import Alternatives
from lifeboat.answers.option import Option
from lifeboat.days import DAY
from lifeboat.goals import USUAL, Weighed, order_of
from lifeboat.questions.alternatives.best_with import best_with
from lifeboat.questions.alternatives.tally import alternative
from lifeboat.questions.ceilings import (
    Ceiling,
    ceiling_of,
    exactly,
    is_about_milder_places,
    with_worse_places,
)
from lifeboat.questions.forced import Forcing
from lifeboat.questions.run import Run
from lifeboat.scenario.scenario import RESOLUTIONS, GoalItem, Scenario, ToleratedGoal


@dataclass(frozen=True)
class Trade:
    """Two goals of a scenario, and what the others may be meanwhile.

    By the method of constraints (Haimes, Lasdon and Wismer, 1971): the more important goal is
    minimised with the other held below its last value, then the other one, then the rest; so each
    step gives the next plan that no plan dominates, until there is none.
    """

    forcing: Forcing
    best: Option
    places: tuple[int, int]
    """Of the two in the scenario's order, the more important one first."""
    slack: tuple[Ceiling, ...]
    loose: frozenset[str]
    """The goals that have slack."""

    @property
    def _order(self) -> tuple[Weighed, ...]:
        return order_of(self.forcing.scenario)

    @property
    def _less_important(self) -> Weighed:
        return self._order[self.places[1]]

    def points(self, begins: Option, run: Run) -> Iterator[Option | None]:
        """The plans after one of them, one by one; None where the next one is not known in time."""
        from lifeboat.solving.formulation.side_constraints import AllOf

        asked, held = self._asked(), [it.side() for it in self._held()]
        memory, last = self.forcing.memory.copied(), begins
        goal = with_worse_places(self._less_important)
        while (most := self._less_than(last, goal)) >= 0:
            run.progress(f"looking for less of: {self._less_important.title}")
            side = AllOf(*held, Ceiling(goal, most).side())
            found = best_with(asked, side, memory, last.plan, run)
            if found.outcome == "impossible":
                return
            if found.option is None or not all(it.is_settled for it in found.option.goals[:2]):
                yield None
                return
            last = self._in_order(found.option)
            yield last

    def _less_than(self, plan: Option, goal: Weighed) -> Fraction:
        """The greatest value of a goal that is below a plan's."""
        scenario = self.forcing.scenario
        per_unit = DAY // RESOLUTIONS[scenario.resolution] if goal.in_time else 1
        return exactly(scenario, plan.plan, goal) - Fraction(1, per_unit)

    def _asked(self) -> Scenario:
        """The scenario with the two goals before all others, to the last day of them."""
        goals = self.forcing.scenario.goals
        items = list(USUAL if goals is None else goals)
        first = [_without_tolerance(items[at]) for at in self.places]
        rest = [item for at, item in enumerate(items) if at not in self.places]
        return self.forcing.scenario.model_copy(update={"goals": [*first, *rest]})

    def _held(self) -> Iterator[Ceiling]:
        """What keeps the other goals as good: those before the less important of the two, but for
        better places than the more important one counts, which follow from what is traded.
        """
        yield from self.slack
        first = self._order[self.places[0]]
        for at, goal in enumerate(self._order[: self.places[1]]):
            if at == self.places[0] or is_about_milder_places(goal, first):
                continue
            for it in _held_by_itself(goal, self.loose):
                yield ceiling_of(self.forcing.scenario, self.best.plan, it, Fraction(0))

    def _in_order(self, plan: Option) -> Option:
        """A plan with its goals in the scenario's order."""
        goals = {it.name: it for it in plan.goals}
        return plan.model_copy(update={"goals": tuple(goals[it.name] for it in self._order)})


def along(
    trade: Trade, told: Alternatives, known: Alternatives | None, most: int | None, run: Run
) -> Iterator[Alternatives]:
    """The answer as it grows, point by point, from the best plan on."""
    is_proven = trade.forcing.best.outcome == "proven-best"
    plans = [alternative(trade.best, trade.best, proven=is_proven)]
    if known is not None:
        plans += known.plans[1:]
    are_all = known is not None and known.are_all
    yield told.model_copy(update={"plans": tuple(plans), "are_all": are_all})
    points = trade.points(plans[-1].option, run)
    while is_proven and not are_all and (most is None or len(plans) < most):
        try:
            found = next(points)
        except StopIteration:
            are_all = True
        else:
            if found is None:
                return
            plans.append(alternative(trade.best, found, proven=True))
        yield told.model_copy(update={"plans": tuple(plans), "are_all": are_all})


def _held_by_itself(goal: Weighed, loose: frozenset[str]) -> Iterator[Weighed]:
    """Goals weighed together; or, if one of them may be worse or cannot be held, each other one."""
    parts = [it for it, _ in goal.parts]
    if not any(it.name in loose or it.settled_after_dates for it in parts):
        yield goal
        return
    for it in parts:
        if it.name not in loose and not it.settled_after_dates:
            yield Weighed(((it, 1),))


def _without_tolerance(item: GoalItem) -> GoalItem:
    return item.goal if isinstance(item, ToleratedGoal) else item
