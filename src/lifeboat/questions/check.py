"""Does everybody have a seat every day in this plan? Answered without any solver."""

from __future__ import annotations

from lifeboat.answers.check import Check
from lifeboat.answers.views import option
from lifeboat.files.known_types import known_types
from lifeboat.goals.measuring import measured
from lifeboat.plans.course import Course
from lifeboat.plans.fitting import without_unknown
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import audit, ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation


def check(scenario: Scenario, plan: Plan) -> Check:
    """Check any plan against a scenario: every rule, every goal, and the seat ledger.

    The plan may be partial: what it leaves out follows from the scenario, first from the plan
    of record. What it names and the scenario does not have is left out, and told. No code of the
    solver takes part.

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        plan: the plan, as `lifeboat.read_plan` returns it.

    Returns:
        The plan with all that follows from it, and every finding.
    """
    fit = without_unknown(plan, scenario)
    course = Course.of(Situation.of(scenario, known_types()), fit.plan)
    ledger = ledger_of(course)
    findings = audit(course, ledger)
    return Check(
        scenario=scenario.name,
        as_of=scenario.as_of,
        plan_name=plan.name,
        good=not findings and not fit.lost,
        unknown=fit.unknown,
        lost_rides={name: ride.vehicle for name, ride in fit.lost.items()},
        option=option(course, ledger, measured(course, ledger), findings),
    )
