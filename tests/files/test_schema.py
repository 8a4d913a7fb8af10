"""The JSON Schema of scenarios."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from lifeboat.files.schema import scenario_schema
from lifeboat.scenario.scenario import Scenario

RULES = ("pins-hold", "everyone-has-a-seat")
GOALS = ("no-place", "staffing")


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return scenario_schema(RULES, GOALS)


def parts(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
    if isinstance(part, (dict, list)):
        for each in part.values() if isinstance(part, dict) else part:
            yield from parts(each)


def test_is_of_the_2020_dialect_and_has_no_address(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in schema
    assert schema["title"]


def test_has_every_key_of_a_scenario_with_its_help(schema: dict[str, Any]) -> None:
    assert list(schema["properties"]) == list(Scenario.model_fields)
    assert schema["properties"]["horizon"]["description"].startswith("Up to when everything must")
    assert schema["additionalProperties"] is False


def test_offers_the_names_of_rules_and_goals(schema: dict[str, Any]) -> None:
    rules = schema["properties"]["rules"]
    assert list(rules["properties"]) == list(RULES)
    assert rules["properties"]["pins-hold"]["enum"] == ["must", "should"]
    assert rules["additionalProperties"] is False
    one, weighed, tolerated = schema["properties"]["goals"]["anyOf"][0]["items"]["oneOf"]
    assert one["enum"] == list(GOALS)
    assert list(weighed["properties"]) == list(GOALS)
    assert weighed["properties"]["staffing"]["minimum"] == 1
    assert tolerated == {"$ref": "#/$defs/ToleratedGoal"}


def test_offers_the_names_of_goals_for_those_with_a_tolerance_too(schema: dict[str, Any]) -> None:
    tolerated = schema["$defs"]["ToleratedGoal"]
    one, weighed = tolerated["properties"]["goal"]["anyOf"]
    assert one["enum"] == list(GOALS)
    assert list(weighed["properties"]) == list(GOALS)
    assert weighed["additionalProperties"] is False
    assert tolerated["required"] == ["goal", "within"]
    assert tolerated["properties"]["within"]["minimum"] == 0


@pytest.mark.parametrize(
    ("table", "part"), [("vehicles", "Vehicle"), ("people", "Person"), ("ports", "Port")]
)
def test_values_of_maps_lead_to_their_part(schema: dict[str, Any], table: str, part: str) -> None:
    (value,) = schema["properties"][table]["patternProperties"].values()
    assert value == {"$ref": f"#/$defs/{part}"}
    assert schema["$defs"][part]["properties"]


def test_every_reference_leads_somewhere(schema: dict[str, Any]) -> None:
    names = {part["$ref"].rsplit("/", 1)[-1] for part in parts(schema) if "$ref" in part}
    assert names
    assert names <= set(schema["$defs"])


@pytest.mark.parametrize(
    "name", ["MS-22", "O'Hara", "Müller", "天和", "Crew 5", "_x", "A(1)/b+c", "Ed. 68: B & C"]
)
def test_takes_names_as_the_program_does(schema: dict[str, Any], name: str) -> None:
    (pattern,) = schema["properties"]["vehicles"]["patternProperties"]
    assert "\\w" not in pattern
    assert re.search(pattern, name)


@pytest.mark.parametrize(
    "name", ["", " MS-22", "MS-22 ", "a=b", "a\tb", "a\u00a0b", "a\u200bb", "x" * 61]
)
def test_takes_no_other_names(schema: dict[str, Any], name: str) -> None:
    (pattern,) = schema["properties"]["vehicles"]["patternProperties"]
    assert not re.search(pattern, name)
    assert schema["properties"]["vehicles"]["additionalProperties"] is False


def test_dated_maps_take_dates(schema: dict[str, Any]) -> None:
    (pattern,) = schema["$defs"]["Vehicle"]["properties"]["conditions"]["patternProperties"]
    assert re.search(pattern, "2022-12-15")
    assert re.search(pattern, "2022-12-15T09:30Z")
    assert not re.search(pattern, "soon")


def test_defaults_are_written_as_people_write_them(schema: dict[str, Any]) -> None:
    assert schema["$defs"]["Mode"]["properties"]["lead"]["default"] == "0d"
    assert "PT0S" not in json.dumps(schema)


def test_is_the_same_every_time(schema: dict[str, Any]) -> None:
    assert json.dumps(scenario_schema(RULES, GOALS)) == json.dumps(schema)
