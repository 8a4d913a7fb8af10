"""The JSON Schemas of the documents that lifeboat reads and prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from lifeboat.answers.alternatives import Alternatives
from lifeboat.answers.chart import Chart
from lifeboat.answers.check import Check
from lifeboat.answers.days import DayTable
from lifeboat.answers.deadlines import Deadlines
from lifeboat.answers.diff import Differing
from lifeboat.answers.explain import Explained
from lifeboat.answers.repair import Repaired
from lifeboat.answers.replan import Replanned
from lifeboat.answers.solve import Answer
from lifeboat.answers.sweep import Swept
from lifeboat.answers.whatif import Comparison
from lifeboat.answers.why import Why
from lifeboat.files.schema import DIALECT, scenario_schema
from lifeboat.goals import GOALS
from lifeboat.plans.plan import PlanFile
from lifeboat.rules import RULES

Schema = dict[str, Any]


def _scenario() -> Schema:
    return scenario_schema([rule.name for rule in RULES], [goal.name for goal in GOALS])


def _plan() -> Schema:
    # People write plans, so keys with a default may be left out.
    return _titled("A plan of lifeboat", PlanFile.model_json_schema(mode="validation"))


class _EveryKey(GenerateJsonSchema):
    """Marks every key as required: printed documents have them all, defaults included."""

    def field_is_required(self, *_: Any, **__: Any) -> bool:
        return True


def _printed(model: type[BaseModel], title: str) -> Schema:
    schema = model.model_json_schema(mode="serialization", schema_generator=_EveryKey)
    return _titled(title, schema)


def _titled(title: str, schema: Schema) -> Schema:
    return {"$schema": DIALECT, **schema, "title": title}


_SCHEMAS: dict[str, Callable[[], Schema]] = {
    "scenario": _scenario,
    "plan": _plan,
    "answer": lambda: _printed(Answer, "An answer of lifeboat solve"),
    "chart": lambda: _printed(Chart, "An answer of lifeboat chart"),
    "check": lambda: _printed(Check, "An answer of lifeboat check"),
    "alternatives": lambda: _printed(Alternatives, "An answer of lifeboat alternatives"),
    "days": lambda: _printed(DayTable, "An answer of lifeboat days"),
    "deadlines": lambda: _printed(Deadlines, "An answer of lifeboat deadlines"),
    "diff": lambda: _printed(Differing, "An answer of lifeboat diff"),
    "explain": lambda: _printed(Explained, "An answer of lifeboat explain"),
    "repair": lambda: _printed(Repaired, "An answer of lifeboat repair"),
    "replan": lambda: _printed(Replanned, "An answer of lifeboat replan"),
    "sweep": lambda: _printed(Swept, "An answer of lifeboat sweep"),
    "whatif": lambda: _printed(Comparison, "An answer of lifeboat whatif"),
    "why": lambda: _printed(Why, "An answer of lifeboat why"),
}
KINDS = tuple(_SCHEMAS)
"""The documents that have a schema."""


def schema_json(kind: str) -> str:
    """The schema of one kind of document, as text."""
    return json.dumps(_SCHEMAS[kind](), indent=2, ensure_ascii=False) + "\n"
