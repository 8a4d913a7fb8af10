"""Holds other plans against brute force: the best with each choice, and trades between goals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from agreement.compare import Goals, audited_goals
from agreement.oracle import Found, Oracle
from agreement.oracle_flights import Broken
from agreement.oracle_prices import Cost
from agreement.random_scenarios import Made
from lifeboat.answers.alternatives import Alternatives
from lifeboat.answers.option import Option
from lifeboat.days import Window
from lifeboat.goals import Weighed, order_of
from lifeboat.questions.alternatives import alternatives
from lifeboat.questions.alternatives.choices import Choice, choices
from lifeboat.questions.ceilings import is_about_milder_places, with_worse_places
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation


def by_choice(made: Made, tally: Counter[str]) -> Iterator[str]:
    """A sentence for each choice whose best plan is not what brute force finds with it pinned."""
    strict = {**made.scenario.rules, "pins-hold": "must"}
    scenario = made.scenario.model_copy(update={"rules": strict})
    told = alternatives(scenario)
    if told.best.best is None:
        return
    plans = [it.option.plan for it in told.plans]
    if any(one == other for one, other in combinations(plans, 2)):
        yield f"seed {made.seed}: a plan is told twice"
    for choice in choices(scenario, told.best.best):
        tally["choices"] += 1
        mine = _best_that_makes(scenario, told, choice)
        by_hand = min(
            (found.cost for it in _as_pins(choice) if (found := _best_of(scenario, it))),
            default=None,
        )
        tally["choices that no plan makes"] += by_hand is None
        if mine != by_hand:
            yield f"seed {made.seed}: {choice.says}: {mine}, by hand {by_hand}"


def _best_that_makes(scenario: Scenario, told: Alternatives, choice: Choice) -> Goals:
    made = [it.option for it in told.plans if choice.says in it.makes]
    return costs_of(scenario, made[0]) if made else None


def costs_of(scenario: Scenario, plan: Option) -> Goals:
    """The goals of a plan that dates and rides decide, in slots or things."""
    return audited_goals(Situation.of(scenario, {}), plan.plan)


def _best_of(scenario: Scenario, pin: Pin) -> Found | None:
    pinned = scenario.model_copy(update={"pins": {**scenario.pins, "chosen": pin}})
    return Oracle.of(pinned).search()


def _as_pins(choice: Choice) -> Iterator[Pin]:
    """Pins of which one holds where a choice is made."""
    if choice.flies is not None:
        ship, mode = choice.flies
        planned = choice.scenario.vehicles[ship].planned
        launch = Window.between(planned.opens, planned.closes) if planned and choice.dated else None
        yield Pin(vehicle=ship, mode=mode, launch=launch, flies=None if mode else False)
    elif choice.rides is not None:
        people, ship = choice.rides
        yield from (Pin(person=it, home=ship) for it in sorted(people))


class Front(Oracle):
    """Brute force of a trade between the first two goals: every pair that no plan is below."""

    points: set[tuple[int, int]]
    most: Sequence[int | Fraction] = ()
    """What each goal may be at the most; of the first two it does not matter."""

    def along(self, most: Sequence[int | Fraction]) -> list[tuple[int, int]]:
        """The pairs, the least of the first goal first."""
        self.most, self.points = most, set()
        self.search()
        return sorted(self.points)

    def is_hopeless(self, broken: Broken, cost: Cost) -> bool:
        if any(self.facts.must(rule) for rule, _ in broken):
            return True
        first, second, *held = self.prices.with_broken(cost, broken)
        if any(it > most for it, most in zip(held, self.most[2:], strict=True)):
            return True
        return any(one <= first and other <= second for one, other in self.points)

    @property
    def best(self) -> Found | None:
        return None

    @best.setter
    def best(self, found: Found | None) -> None:
        if found is not None:
            first, second = found.cost[:2]
            worse = {it for it in self.points if first <= it[0] and second <= it[1]}
            self.points = {*(self.points - worse), (first, second)}


def by_trade(made: Made, tally: Counter[str]) -> Iterator[str]:
    """A sentence for each front that is not what brute force finds."""
    order = order_of(made.scenario)
    free = [it for it in order if not any(part.settled_after_dates for part, _ in it.parts)]
    for one, other in combinations(free, 2):
        told = alternatives(made.scenario, between=(one.name, other.name))
        if told.best.best is None:
            return
        traded = _with_what_is_held(made.scenario, order, one, other)
        most = costs_of(traded, told.best.best)
        assert most is not None
        mine = [(costs_of(traded, it.option) or ())[:2] for it in told.plans]
        by_hand = Front.of(traded).along(most)
        tally["trades"] += 1
        tally["trades with a choice"] += len(by_hand) > 1
        tally["trades of places with a choice"] += (
            len(by_hand) > 1 and one.parts[0][0].quality is not None
        )
        if not told.are_all:
            tally["trades not known to the end"] += 1
        elif mine != by_hand:
            yield f"seed {made.seed}: {one.name}, {other.name}: {mine}, by hand {by_hand}"


def _with_what_is_held(
    scenario: Scenario, order: Sequence[Weighed], one: Weighed, other: Weighed
) -> Scenario:
    """A scenario whose goals are the two that are traded, then those that are held."""
    before = order[: order.index(other)]
    held = [it for it in before if it is not one and not is_about_milder_places(it, one)]
    parts = [it for it in held if not any(part.settled_after_dates for part, _ in it.parts)]
    goals = [with_worse_places(scenario, it) for it in (one, other, *parts)]
    items = [{part.name: weight for part, weight in it.parts} for it in goals]
    return scenario.model_copy(update={"goals": items})
