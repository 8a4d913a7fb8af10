"""The schemas of what is read and printed."""

import json

import pytest

from lifeboat.answers.solve import Answer
from lifeboat.plans.plan import Flight
from lifeboat.showing.schemas import KINDS, schema_json


def test_every_key_of_an_answer_is_always_there() -> None:
    assert json.loads(schema_json("answer"))["required"] == list(Answer.model_fields)


def test_a_plan_may_leave_out_every_key() -> None:
    schema = json.loads(schema_json("plan"))
    assert "required" not in schema
    assert "required" not in schema["$defs"]["Flight"]
    assert list(schema["$defs"]["Flight"]["properties"]) == list(Flight.model_fields)


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_says_what_it_is(kind: str) -> None:
    schema = json.loads(schema_json(kind))
    assert schema["title"].split()[1] in ("scenario", "plan", "answer")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
