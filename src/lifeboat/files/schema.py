"""The JSON Schema of scenarios, for editors: completion, help on hover, mistakes while typing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from lifeboat.days import say_span
from lifeboat.scenario.scenario import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def scenario_schema(rule_names: Sequence[str], goal_names: Sequence[str]) -> Schema:
    """The schema of a scenario; editors offer the names of rules and goals."""
    schema = Scenario.model_json_schema(schema_generator=_Generator)
    properties = schema["properties"]
    _offer(rule_names, properties["rules"])
    _offer_goals(goal_names, properties["goals"]["anyOf"][0]["items"]["oneOf"])
    _offer_goals(goal_names, schema["$defs"]["ToleratedGoal"]["properties"]["goal"]["anyOf"])
    whole: Schema = _without_other_keys(
        {"$schema": DIALECT, **schema, "title": "A scenario of lifeboat"}
    )
    return whole


class _Generator(GenerateJsonSchema):
    def encode_default(self, dft: Any) -> Any:
        """A default as people write it."""
        return say_span(dft) if isinstance(dft, timedelta) else super().encode_default(dft)


def _offer_goals(names: Sequence[str], choices: list[Schema]) -> None:
    """Limit a goal, or several with weights, to these names."""
    one, weighed, *_ = choices
    _offer(names, weighed)
    one["enum"] = list(names)


def _offer(names: Sequence[str], table: Schema) -> None:
    """Limit the keys of a map to these names, all with the same kind of value."""
    (value,) = table.pop("patternProperties").values()
    table["properties"] = dict.fromkeys(names, value)
    table["additionalProperties"] = False


def _without_other_keys(part: Any) -> Any:
    """The schema with every map of names or dates closed to any other key."""
    if isinstance(part, list):
        return [_without_other_keys(each) for each in part]
    if not isinstance(part, dict):
        return part
    closed = {key: _without_other_keys(value) for key, value in part.items()}
    if "patternProperties" in closed:
        closed["additionalProperties"] = False
    return closed
