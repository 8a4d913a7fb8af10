"""Two goals traded against each other: what cannot be improved in one at no cost in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lifeboat.answers.alternatives import Alternative, Alternatives
from lifeboat.answers.option import Option
from lifeboat.days import DAY
from lifeboat.goals import USUAL, Weighed, order_of
from lifeboat.questions.alternatives.best_with import best_with
from lifeboat.questions.alternatives.tally import alternative, rated
from lifeboat.questions.ceilings import (
    Ceiling,
    ceiling_of,
    exactly,
    is_about_milder_places,
    with_worse_places,
)
from lifeboat.questions.forced import Forcing
from lifeboat.questions.run import Run
from lifeboat.scenario.scenario import RESOLUTIONS, GoalItem, Scenario


@dataclass(frozen=True)
class Trade:
    """Two goals of a scenario, and what the others may be meanwhile. Of a goal about places all
    worse places are traded with it, so that nobody gives up a place to make less of it.

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
    def traded(self) -> tuple[Weighed, Weighed]:
        """The two, each with the worse places that go with it."""
        scenario = self.forcing.scenario
        one, other = (with_worse_places(scenario, self._order[at]) for at in self.places)
        return one, other

    def is_sure(self) -> bool:
        """Whether it is proven what the other goals are held to; what is settled after the dates is
        not held.
        """
        before = zip(self._order[: self.places[1]], self.best.goals, strict=False)
        return all(goal.is_settled for it, goal in before if it.settled_with_dates())

    def points(self, last: Option | None, run: Run) -> Iterator[Option | None]:
        """The plans after one of them, or all, one by one; None where the next one cannot be found
        in time.
        """
        from lifeboat.solving.formulation.side_constraints import AllOf

        asked, held = self._asked(), [it.side() for it in self._held()]
        memory, (_, goal) = self.forcing.memory.copied(), self.traded
        while True:
            below = () if last is None else (Ceiling(goal, self._less_than(last, goal)),)
            if any(it.most < 0 for it in below):
                return
            run.progress(f"looking for less of: {goal.title}")
            side = AllOf(*held, *(it.side() for it in below))
            found = best_with(asked, side, memory, (last or self.best).plan, run)
            if found.outcome == "impossible":
                return
            if found.option is None or not all(it.is_settled for it in found.option.goals[:2]):
                yield None
                return
            last = self._as_told(found.option)
            if not all(it.is_kept_by(asked, last.plan) for it in below):
                yield None
                return
            yield last

    def _less_than(self, plan: Option, goal: Weighed) -> Fraction:
        """The greatest value of a goal that is below a plan's."""
        scenario = self.forcing.scenario
        per_unit = DAY // RESOLUTIONS[scenario.resolution] if goal.in_time else 1
        return exactly(scenario, plan.plan, goal) - Fraction(1, per_unit)

    def _asked(self) -> Scenario:
        """The scenario with the two goals before all others, to the last day of them."""
        goals = self.forcing.scenario.goals
        first: list[GoalItem] = [_as_item(it) for it in self.traded]
        rest = [it for it in (USUAL if goals is None else goals) if it not in first]
        return self.forcing.scenario.model_copy(update={"goals": [*first, *rest]})

    def _held(self) -> Iterator[Ceiling]:
        """What keeps the other goals as good: those before the less important of the two, but for
        better places than the more important one counts, which follow from what is traded.
        """
        yield from self.slack
        for it in self._as_in_the_best():
            yield ceiling_of(self.forcing.scenario, self.best.plan, it, Fraction(0))

    def _as_in_the_best(self) -> Iterator[Weighed]:
        first = self._order[self.places[0]]
        for at, goal in enumerate(self._order[: self.places[1]]):
            if at == self.places[0] or is_about_milder_places(goal, first):
                continue
            yield from _held_by_itself(goal, self.loose)

    def _as_told(self, plan: Option) -> Option:
        """A plan with the goals of the scenario in their order; the best plan, if it is as good."""
        names = [it.name for it in self._order]
        known = {it.name: it for it in plan.goals}
        # What is traded together is told apart; each by itself comes later in the order asked.
        told = plan.model_copy(update={"goals": tuple(known[it] for it in names)})
        is_as_good = rated(told, self.best)[2] == rated(self.best, self.best)[2]
        return self.best if is_as_good else told

    def told_of(self, plan: Option) -> Alternative:
        """A plan of the front."""
        scenario = self.forcing.scenario
        one, other = (float(exactly(scenario, plan.plan, goal)) for goal in self.traded)
        return alternative(self.best, plan, proven=True, traded=(one, other))

    def held(self) -> tuple[str, ...]:
        """What stays as good as in the best plan, in words."""
        return tuple(it.title for it in self._as_in_the_best())

    def counts(self) -> tuple[str, str]:
        """What is traded, in words."""
        one, other = (
            own.title if own.parts == it.parts else f"{own.title}, or worse"
            for own, it in zip((self._order[at] for at in self.places), self.traded, strict=True)
        )
        return one, other


def along(
    trade: Trade, told: Alternatives, known: Alternatives | None, most: int | None, run: Run
) -> Iterator[Alternatives]:
    """The answer as it grows, point by point."""
    plans = [] if known is None else list(known.plans)
    are_all = known is not None and known.are_all
    told = told.model_copy(update={"counts": trade.counts(), "held": trade.held()})
    yield told.model_copy(update={"plans": tuple(plans), "are_all": are_all})
    points = trade.points(plans[-1].option if plans else None, run)
    while trade.is_sure() and not are_all and (most is None or len(plans) < most):
        try:
            found = next(points)
        except StopIteration:
            are_all = True
        else:
            if found is None:
                return
            plans.append(trade.told_of(found))
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


def _as_item(goal: Weighed) -> GoalItem:
    """A goal as a scenario lists it, without a tolerance."""
    weights = {part.name: weight for part, weight in goal.parts}
    return next(iter(weights)) if list(weights.values()) == [1] else weights
