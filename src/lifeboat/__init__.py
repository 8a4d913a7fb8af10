"""Who goes home on what, when, and does everybody aboard have a seat every day until then?

Start here: `read_scenario` and `read_plan` read files, `solve` and `check` answer questions.
Heavy modules are imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lifeboat.version import __version__

if TYPE_CHECKING:
    from lifeboat.answers.alternatives import Alternatives
    from lifeboat.answers.chart import Chart
    from lifeboat.answers.check import Check
    from lifeboat.answers.days import DayTable
    from lifeboat.answers.deadlines import Deadlines
    from lifeboat.answers.explain import Explained
    from lifeboat.answers.repair import Repaired
    from lifeboat.answers.replan import Replanned
    from lifeboat.answers.solve import Answer
    from lifeboat.answers.why import Why
    from lifeboat.editing.opened import read_scenario
    from lifeboat.errors import MistakesError
    from lifeboat.files.plan_file import read_earlier_plan, read_plan
    from lifeboat.plans.plan import Plan
    from lifeboat.questions.alternatives import alternatives
    from lifeboat.questions.chart import chart
    from lifeboat.questions.check import check
    from lifeboat.questions.days import day_table
    from lifeboat.questions.deadlines import deadlines
    from lifeboat.questions.explain import explain
    from lifeboat.questions.repair import repair
    from lifeboat.questions.replan import replan
    from lifeboat.questions.run import Run
    from lifeboat.questions.session import Session
    from lifeboat.questions.solve import solve
    from lifeboat.questions.why import why
    from lifeboat.scenario.scenario import Scenario

__all__ = [
    "Alternatives",
    "Answer",
    "Chart",
    "Check",
    "DayTable",
    "Deadlines",
    "Explained",
    "MistakesError",
    "Plan",
    "Repaired",
    "Replanned",
    "Run",
    "Scenario",
    "Session",
    "Why",
    "__version__",
    "alternatives",
    "chart",
    "check",
    "day_table",
    "deadlines",
    "explain",
    "read_earlier_plan",
    "read_plan",
    "read_scenario",
    "repair",
    "replan",
    "solve",
    "why",
]

_WHERE = {
    "Answer": "lifeboat.answers.solve",
    "Chart": "lifeboat.answers.chart",
    "Check": "lifeboat.answers.check",
    "Alternatives": "lifeboat.answers.alternatives",
    "DayTable": "lifeboat.answers.days",
    "Deadlines": "lifeboat.answers.deadlines",
    "Explained": "lifeboat.answers.explain",
    "MistakesError": "lifeboat.errors",
    "Plan": "lifeboat.plans.plan",
    "Repaired": "lifeboat.answers.repair",
    "Replanned": "lifeboat.answers.replan",
    "Run": "lifeboat.questions.run",
    "Scenario": "lifeboat.scenario.scenario",
    "Session": "lifeboat.questions.session",
    "Why": "lifeboat.answers.why",
    "chart": "lifeboat.questions.chart",
    "check": "lifeboat.questions.check",
    "alternatives": "lifeboat.questions.alternatives",
    "day_table": "lifeboat.questions.days",
    "deadlines": "lifeboat.questions.deadlines",
    "explain": "lifeboat.questions.explain",
    "read_earlier_plan": "lifeboat.files.plan_file",
    "read_plan": "lifeboat.files.plan_file",
    "read_scenario": "lifeboat.editing.opened",
    "repair": "lifeboat.questions.repair",
    "replan": "lifeboat.questions.replan",
    "solve": "lifeboat.questions.solve",
    "why": "lifeboat.questions.why",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'lifeboat' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)
