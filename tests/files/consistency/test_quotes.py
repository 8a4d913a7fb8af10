"""Curly quotes around names and titles."""

import json
from typing import Any

import pytest

from lifeboat.files.scenario_file import scenario_in
from lifeboat.files.source import source_of
from tiny import tiny_tree


def remarks(edits: dict[str, Any]) -> list[tuple[str, str]]:
    """Each remark on quotes: what is said of which letter, and the line."""
    read = scenario_in(source_of(json.dumps(tiny_tree(edits), indent=1, ensure_ascii=False), "a"))
    found = [it for it in read.remarks if it.kind == "quotes"]
    return [(it.message, it.place.text.strip(" ,") if it.place else "") for it in found]


LETTER = "U+201C, a left double quotation mark, is a letter like any other"
SAID = f"the quotes belong to the text: {LETTER}"


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("name", "“tiny”", '"name": "“tiny”"'),
        ("people.Ana.agency", "“North”", '"agency": "“North”"'),
    ],
)
def test_a_title_in_curly_quotes_is_told(key: str, value: str, line: str) -> None:
    assert remarks({key: value}) == [(SAID, line)]


def test_a_name_in_curly_quotes_is_told() -> None:
    assert remarks({"station.skills": {"“helm”": {}}}) == [(SAID, '"“helm”": {}')]


@pytest.mark.parametrize("value", ["the “tiny” one", '"tiny"', "O’Brien’s"])
def test_quotes_within_a_title_are_its_own(value: str) -> None:
    assert remarks({"name": value}) == []


def test_a_remark_of_the_planner_may_stand_in_any_quotes() -> None:
    assert remarks({"why": "“so it was decided”"}) == []
