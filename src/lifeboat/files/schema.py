"""The JSON Schema of scenarios, for editors: completion, help on hover, mistakes while typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lifeboat.station.part import NAME_PATTERN
from lifeboat.station.scenario import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAME_IN_EDITORS = "^[0-9A-Za-z_ª-￿][0-9A-Za-z_ª-￿ '()/+-]{0,59}$"

Schema = dict[str, Any]


def scenario_schema(rule_names: Sequence[str], goal_names: Sequence[str]) -> Schema:
    """The schema of a scenario; the names of rules and goals are offered by editors."""
    schema = _for_editors(Scenario.model_json_schema())
    properties = schema["properties"]
    properties["rules"] |= _named(rule_names, next(iter(_values(properties["rules"]))))
    properties["rules"].pop("patternProperties")
    one, several = properties["goals"]["anyOf"][0]["items"]["anyOf"]
    one |= {"enum": list(goal_names)}
    one.pop("pattern")
    several |= _named(goal_names, next(iter(_values(several))))
    several.pop("patternProperties")
    return {"$schema": DIALECT, **schema, "title": "lifeboat scenario"}


def _named(names: Sequence[str], value: Schema) -> Schema:
    return {"properties": {name: value for name in names}, "additionalProperties": False}


def _values(table: Schema) -> list[Schema]:
    return list(table["patternProperties"].values())


def _for_editors(part: Any) -> Any:
    """Names as editors match them, and no key of a map that is no name.

    JavaScript's `\\w` knows only the letters of English.
    """
    if isinstance(part, list):
        return [_for_editors(each) for each in part]
    if not isinstance(part, dict):
        return _NAME_IN_EDITORS if part == NAME_PATTERN else part
    ...
