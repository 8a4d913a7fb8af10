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
from lifeboat.goals import order_of
from lifeboat.questions.alternatives import alternatives
from lifeboat.questions.alternatives.choices import Choice, choices
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation

PLACES = ("no-place", "unsafe", "damaged", "improvised")


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
    """Brute force of a trade: every pair of two goals that no plan is below."""

    places: tuple[int, int] = (0, 1)
    most: Sequence[int | Fraction] = ()
    """What the goals before the second of the two may be at the most."""

    def along(
        self, places: tuple[int, int], most: Sequence[int | Fraction]
    ) -> list[tuple[int, int]]:
        """The pairs, the least of the first goal first."""
        self.places, self.most = places, most
        self.points = set[tuple[int, int]]()
        self.search()
        return sorted(self.points)

    def is_hopeless(self, broken: Broken, cost: Cost) -> bool:
        if any(self.facts.must(rule) for rule, _ in broken):
            return True
        cost = self.prices.with_broken(cost, broken)
        first, second = self.places
        held = [at for at in range(second) if at != first]
        if any(cost[at] > self.most[at] for at in held):
            return True
        return any(one <= cost[first] and other <= cost[second] for one, other in self.points)

    @property
    def best(self) -> Found | None:
        return None

    @best.setter
    def best(self, found: Found | None) -> None:
        if found is not None:
            first, second = (found.cost[at] for at in self.places)
            worse = {it for it in self.points if first <= it[0] and second <= it[1]}
            self.points = {*(self.points - worse), (first, second)}


def by_trade(made: Made, tally: Counter[str]) -> Iterator[str]:
    """A sentence for each front that is not what brute force finds. Trades are between goals that
    are not about places: seats are chosen as well as can be, by brute force too.
    """
    scenario = made.scenario
    order = [it for it in order_of(scenario) if it.settled_with_dates()]
    at_places = [at for at, it in enumerate(order) if set(it.name.split("+")) & {*PLACES}]
    if any(it.within for it in order) or any(len(it.parts) > 1 for it in order[1:]):
        return
    first_free = max(at_places, default=-1) + 1
    for first in range(first_free, len(order)):
        for second in range(first + 1, len(order)):
            names = (order[first].name, order[second].name)
            told = alternatives(scenario, between=names)
            if told.best.best is None:
                return
            best = costs_of(scenario, told.best.best) or ()
            mine = [costs_of(scenario, it.option) or () for it in told.plans]
            by_hand = Front.of(scenario).along((first, second), best)
            tally["trades"] += 1
            tally["trades with a choice"] += len(by_hand) > 1
            if [(it[first], it[second]) for it in mine] != by_hand or not told.are_all:
                yield f"seed {made.seed}: {names}: {mine}, by hand {by_hand}"
