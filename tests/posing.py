"""Poses a plan to the audit and to the model, so that a test can compare them."""

from __future__ import annotations

from fractions import Fraction

from lifeboat.curves import Sum
from lifeboat.goals import GOALS
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Plan
from lifeboat.rules import RULES, Rule
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.decisions import SolverDecisions, formulate
from tiny import plan as a_plan

AS_PLANNED = a_plan()
WHERE_PLACES_FIT = {"home-on-a-sound-seat": ("seat-fits-its-person",)}
"""What a ride home needs depends on whether a place has to fit."""


def only(scenario: Scenario, *musts: str) -> Scenario:
    """The scenario with these rules a `must` and every other one a `should`."""
    rules = {rule.name: "must" if rule.name in musts else "should" for rule in RULES}
    return scenario.model_copy(update={"rules": rules})


def judged(name: str, scenario: Scenario, plan: Plan = AS_PLANNED) -> list[tuple[object, ...]]:
    """The findings of the audit for one rule: subject, first and end day of the month.

    Fails unless the model agrees whether the plan is possible under that rule.
    """
    found = audited(name, scenario, plan)
    strict = only(scenario, name, *WHERE_PLACES_FIT.get(name, ()))
    assert possible(strict, plan) == (not found), f"the model disagrees on {found}"
    return [_told(finding) for finding in found]


def audited(name: str, scenario: Scenario, plan: Plan = AS_PLANNED) -> list[Finding]:
    """The findings of the audit for one rule."""
    course = Course.of(Situation.of(scenario, {}), plan)
    return list(rule_named(name).audit(course, ledger_of(course)))


def rule_named(name: str) -> Rule:
    """A rule by its name."""
    return next(rule for rule in RULES if rule.name == name)


def _told(finding: Finding) -> tuple[object, ...]:
    days = [None if it is None else it.day for it in (finding.first, finding.end)]
    return (finding.subject, *days)


def possible(scenario: Scenario, plan: Plan = AS_PLANNED) -> bool:
    """Whether the model allows a plan's flights, ports and rides; it may choose the seats."""
    decide = _posed(scenario, plan)
    return Solver(decide.builder, Settings()).minimise(Sum()).value is not None


def measured(name: str, scenario: Scenario, plan: Plan = AS_PLANNED) -> int | Fraction:
    """The value of a goal in a plan, in slots or as a count."""
    course = Course.of(Situation.of(scenario, {}), plan)
    goal = next(goal for goal in GOALS if goal.name == name)
    return goal.measure(course, ledger_of(course))


def modelled(name: str, scenario: Scenario, plan: Plan = AS_PLANNED) -> int | None:
    """The least value of a goal in the model, with a plan's flights, ports and rides fixed.

    Goals before it in the usual order are settled first.
    """
    decide = _posed(scenario, plan)
    costs = {goal.name: goal.cost(decide) for goal in GOALS}
    search = Solver(decide.builder, Settings())
    settled: list[tuple[Sum, int]] = []
    for earlier, cost in costs.items():
        value = search.minimise(cost, caps=settled).value
        if value is None or earlier == name:
            return value
        settled.append((cost, value))
    raise KeyError(name)


def counted(name: str, scenario: Scenario, plan: Plan = AS_PLANNED) -> int | Fraction:
    """The value of a goal in a plan; fails unless audit and model agree on it."""
    value = measured(name, scenario, plan)
    assert modelled(name, scenario, plan) == value
    return value


def _posed(scenario: Scenario, plan: Plan) -> SolverDecisions:
    situation = Situation.of(_with_ports_told_apart(scenario, plan), {})
    decide = formulate(situation, collect(situation).every_slot())
    course = Course.of(situation, plan)
    for name in situation.ships:
        _fix_flight(decide, course, name)
    _fix_rides(decide, course)
    return decide


def _with_ports_told_apart(scenario: Scenario, plan: Plan) -> Scenario:
    """The scenario with the plan's ports pinned: the model does not tell other like ports apart."""
    pins = {
        f"{name} docks": Pin(vehicle=name, port=flight.port)
        for name, flight in plan.flights.items()
        if flight.port is not None
    }
    return scenario.model_copy(update={"pins": {**scenario.pins, **pins}})


def _fix_flight(decide: SolverDecisions, course: Course, name: str) -> None:
    post, ship, voyage = decide.builder.post, course.situation.ships[name], course.voyages.get(name)
    if voyage is None:
        post(decide.flights.flies(ship) <= 0)
        return
    if voyage.way is not None and voyage.launch is not None:
        launched = decide.flights.launched(ship, voyage.way)
        post(launched.at(voyage.launch) - launched.at(voyage.launch - 1) >= 1)
        if voyage.stops[0].port is not None:
            post(decide.ports.at_port(ship, voyage.stops[0].port) >= 1)
    gone, end = decide.flights.gone(ship), course.situation.end
    if voyage.undock is None:
        post(gone.at(end - 1) <= 0)
    else:
        post(gone.at(voyage.undock) - gone.at(voyage.undock - 1) >= 1)


def _fix_rides(decide: SolverDecisions, course: Course) -> None:
    end, post = course.situation.end, decide.builder.post
    for party in decide.parties:
        journeys = [course.journeys.get(member.name) for member in party.members]
        homes = [it.home.ship.name for it in journeys if it is not None and it.home is not None]
        for ship in course.situation.ships.values():
            left = Sum()
            if ship in decide.people.rides_home(party):
                left = decide.people.left_on(party, ship).at(end - 1)
            post(left >= homes.count(ship.name))
            post(left <= homes.count(ship.name))
