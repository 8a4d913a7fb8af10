"""Compares three readings of one scenario: the model, the audit, brute force."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from agreement.drafts import Draft, Drafter, plan_of
from agreement.oracle import Found, Oracle
from agreement.oracle_flights import Flight, Flights
from agreement.oracle_reseats import fewest_reseats
from agreement.posed import least_goals, like_ports
from agreement.random_places import RULES
from agreement.random_scenarios import Made, read, traits
from agreement.random_stays import who_comes_again, written_out
from lifeboat.errors import OurBug
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.questions.solve import RESEATS_LAST, solve
from lifeboat.rules.audit import audit, ledger_of, must_findings
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import leaves_freely
from lifeboat.solving.search.days_first import find_best_days_first
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import dated_goals

PLANS = 8
"""The number of plans judged for each scenario."""

Goals = tuple[int | Fraction, ...] | None
"""The goals by priority, in slots or as counts; None where a `must` is broken."""


def both_ways(made: Made, tally: Counter[str]) -> Iterator[str]:
    """A sentence for each plan on which the audit, the model and the oracle disagree."""
    situation, oracle = Situation.of(made.scenario, {}), Oracle.of(made.scenario)
    drafter = _drafter(made, situation, oracle)
    tally.update(traits(made))
    yield from _stays_misread(made)
    for number, draft in enumerate(_drafts(made, situation, drafter, tally)):
        found = oracle.judge(draft.flights, draft.ports, draft.homes, draft.moves)
        seats = [] if found is None else found.seats
        by_hand = None if found is None else found.cost
        audited = audited_goals(situation, plan_of(oracle.facts, draft, seats))
        modelled = least_goals(situation, draft.flights, draft.ports, draft.homes, draft.moves)
        tally["plans"] += 1
        tally["plans that may be"] += audited is not None
        tally["plans that may be, with two stays of somebody"] += audited is not None and any(
            made.scenario.people[name].same_as in draft.homes for name in draft.homes
        )
        tally["plans that may be, with a move by choice"] += audited is not None and any(
            draft.moves
        )
        if not by_hand == audited == modelled:
            sides = f"by hand {by_hand}, audit {audited}, model {modelled}"
            yield f"seed {made.seed}, plan {number}: {sides}"
        seats = drafter.seats_by_chance(draft)
        seated = audited_goals(situation, plan_of(oracle.facts, draft, seats))
        tally["plans that may be, seats by chance"] += seated is not None
        if seated is not None and (modelled is None or modelled > seated):
            sides = f"audit {seated}, model {modelled}"
            yield f"seed {made.seed}, plan {number} with seats by chance: {sides}"


def _stays_misread(made: Made) -> Iterator[str]:
    """A sentence if second stays are read otherwise than written as people."""
    if who_comes_again(made.tree):
        mine, told = (
            Situation.of(read(tree, made.seed), {}) for tree in (made.tree, written_out(made.tree))
        )
        same = mine.members == told.members and mine.ships == told.ships
        if not same or mine.scenario.pins != told.scenario.pins:
            yield f"seed {made.seed}: second stays are read otherwise than written out"


def audited_goals(situation: Situation, plan: Plan) -> Goals:
    """The goals of a plan as the audit counts them."""
    course = Course.of(situation, plan)
    ledger = ledger_of(course)
    if must_findings(audit(course, ledger)):
        return None
    return tuple(
        sum(
            goal.measure(course, ledger) * weight * weighed.scale(situation, goal)
            for goal, weight in weighed.settled_with_dates()
        )
        for weighed in dated_goals(situation)
    )


def _drafter(made: Made, situation: Situation, oracle: Oracle) -> Drafter:
    ships = situation.ships.items()
    hasty = frozenset(name for name, ship in ships if leaves_freely(situation, ship))
    return Drafter(random.Random(made.seed), oracle.facts, hasty, like_ports(situation))


def _drafts(
    made: Made, situation: Situation, drafter: Drafter, tally: Counter[str]
) -> Iterator[Draft]:
    """The plan a search finds, if need be with some rules relaxed, and some plans near it."""
    found = find_best_days_first(situation, Settings())
    tally["impossible"] += not isinstance(found, Incumbent)
    if not isinstance(found, Incumbent):
        lax = _lax(made.scenario, drafter.chance.sample(RULES, 4))
        found = find_best_days_first(Situation.of(lax, {}), Settings())
    first = drafter.scheduled(found.schedule) if isinstance(found, Incumbent) else drafter.any()
    drafts = [first]
    for _ in range(PLANS - 2):
        drafts.append(drafter.beside(drafter.chance.choice(drafts)))
    yield from [*drafts, drafter.any()]


def _lax(scenario: Scenario, rules: list[str]) -> Scenario:
    lax = {**scenario.rules, **dict.fromkeys(rules, "should")}
    return scenario.model_copy(update={"rules": lax})


def with_brute_force(made: Made, tally: Counter[str]) -> Iterator[str]:
    """A sentence if the best plan of a tiny scenario is not what trying everything finds."""
    oracle = Oracle.of(made.scenario)
    best = oracle.search()
    tally.update(traits(made))
    tally["impossible"] += best is None
    try:
        answer = solve(made.scenario, plans=1)
    except OurBug as bug:
        yield f"seed {made.seed}: {bug}"
        return
    if answer.best is None:
        if best is not None or answer.outcome != "impossible":
            yield f"seed {made.seed}: {answer.outcome}, but {_told(best)} can be had"
        return
    flights = answer.best.plan.flights.values()
    people = made.scenario.people
    come = [it.person for it in answer.best.people]
    tally["answers in which somebody comes twice"] += any(people[it].same_as in come for it in come)
    tally["answers with a move by choice"] += any(flight.relocations for flight in flights)
    judged = judged_plan(oracle, Situation.of(made.scenario, {}), answer.best.plan)
    if best is None or judged is None or judged.cost != best.cost:
        yield f"seed {made.seed}: solved {_told(judged)}, but the best is {_told(best)}"
        return
    if answer.outcome != "proven-best" and RESEATS_LAST not in answer.reason:
        yield f"seed {made.seed}: {answer.outcome}, though everything is small"
    reseats = next((it.value for it in answer.best.goals if it.name == "reseats"), None)
    if reseats is not None and reseats != fewest_reseats(oracle, judged):
        yield f"seed {made.seed}: {reseats} reseats, {fewest_reseats(oracle, judged)} are enough"


def judged_plan(oracle: Oracle, situation: Situation, plan: Plan) -> Found | None:
    """A plan's dates and rides, judged by brute force; None if they break a `must`."""
    course = Course.of(situation, plan)
    flights: Flights = dict.fromkeys(oracle.facts.crafts)
    for name, it in course.voyages.items():
        mode = None if it.way is None else it.way.name
        flights[name] = Flight(name, mode, it.launch, it.dock, it.undock)
    ports = {name: str(it.stops[0].port) for name, it in course.voyages.items()}
    journeys = course.journeys.items()
    homes = {name: it.home.ship.name if it.home else None for name, it in journeys}
    moves = {
        name: (it.stops[1].first, str(it.stops[1].port))
        for name, it in course.voyages.items()
        if it.ship.moving is not None and len(it.stops) > 1
    }
    return oracle.judge(flights, ports, homes, moves)


def _told(found: Found | None) -> str:
    return "nothing" if found is None else str(found.cost)
