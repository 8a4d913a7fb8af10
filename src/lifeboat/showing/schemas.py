"""The JSON Schemas of the documents of lifeboat: what is read and what is printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from lifeboat.files.schema import DIALECT, scenario_schema
from lifeboat.goals import GOALS
from lifeboat.plans.answer import Answer, Check
from lifeboat.plans.plan import Plan
from lifeboat.rules import RULES

Schema = dict[str, Any]


def _scenario() -> Schema:
    return scenario_schema([rule.name for rule in RULES], [goal.name for goal in GOALS])


def _plan() -> Schema:
    # People write plans, so keys with a default may be left out.
    return _titled("A plan of lifeboat", Plan.model_json_schema(mode="validation"))


def _printed(model: type[BaseModel], title: str) -> Schema:
    return _titled(title, model.model_json_schema(mode="serialization"))


def _titled(title: str, schema: Schema) -> Schema:
    return {"$schema": DIALECT, **schema, "title": title}


_SCHEMAS: dict[str, Callable[[], Schema]] = {
    "scenario": _scenario,
    "plan": _plan,
    "answer": lambda: _printed(Answer, "An answer of lifeboat solve"),
    "check": lambda: _printed(Check, "An answer of lifeboat check"),
}
KINDS = tuple(_SCHEMAS)
"""The documents that have a schema."""


def schema_json(kind: str) -> str:
    """The schema of one kind of document, as text."""
    return json.dumps(_SCHEMAS[kind](), indent=2, ensure_ascii=False) + "\n"
