"""What a file says it was made for, whichever sort of file it is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lifeboat.files.against import Against, digest_of, note_of, read_note
from lifeboat.files.source import source_of
from lifeboat.scenario.made_for import MadeFor
from tiny import tiny

SHA = "a" * 64
RECEIPT = {"scenario_sha256": SHA, "edits": ["late"]}
ALL = MadeFor(scenario="A", sha256=SHA, edits=["late"])


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        ({"plan": 1, "made_for": {"scenario": "A", "sha256": SHA, "edits": ["late"]}}, ALL),
        ({"plan": 1, "made_for": {"scenario": "A"}}, MadeFor(scenario="A")),
        ({"lifeboat_answer": 1, "scenario": "A", "receipt": RECEIPT}, ALL),
        ({"lifeboat_replan": 1, "answer": {"scenario": "A", "receipt": RECEIPT}}, ALL),
        ({"lifeboat_check": 1, "scenario": "A", **RECEIPT}, ALL),
        ({"lifeboat_check": 1, "scenario": "A"}, MadeFor(scenario="A")),
        ({"plan": 1}, None),
        ({"plan": 1, "made_for": 3}, None),
        ({"lifeboat_answer": 1, "scenario": ["A"], "receipt": 7}, None),
        ({"lifeboat_replan": 1, "answer": "none"}, None),
    ],
)
def test_a_file_says_what_it_was_made_for(tree: dict[str, Any], told: MadeFor | None) -> None:
    assert read_note(source_of(json.dumps(tree), "a.json")) == told


def test_a_note_is_read_as_it_was_written() -> None:
    text = json.dumps({"plan": 1, **note_of(ALL)})
    assert read_note(source_of(text, "a.json")) == ALL
    assert note_of(None) == {}


def test_an_edited_scenario_has_a_digest_of_its_own() -> None:
    assert digest_of(tiny()) == digest_of(tiny())
    assert digest_of(tiny()) != digest_of(tiny({"vehicles.Finch.planned": "2030-01-05"}))


@pytest.mark.parametrize(
    ("noted", "stamp", "changed"),
    [
        (ALL, MadeFor(scenario="B", sha256=SHA), False),
        (ALL, MadeFor(scenario="A", sha256="b" * 64), True),
        (MadeFor(scenario="A"), MadeFor(scenario="A", sha256=SHA), None),
        (None, MadeFor(scenario="A", sha256=SHA), None),
        (ALL, None, None),
    ],
)
def test_whether_it_has_changed_is_told_by_the_digest(
    noted: MadeFor | None, stamp: MadeFor | None, changed: bool | None
) -> None:
    assert Against(tiny(), stamp=stamp).has_changed_since(noted) is changed
