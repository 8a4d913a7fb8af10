"""What is told of the tiny station, not refused: it is 1 January, up to the 10th must hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lifeboat.files.scenario_file import scenario_in
from lifeboat.files.source import source_of
from tiny import jan, tiny_tree

FINCH = "vehicles.Finch.modes.crewed.windows"


def remarks(edits: dict[str, Any]) -> list[tuple[str, str]]:
    """The kind of every remark, and its message."""
    text = json.dumps(tiny_tree(edits), indent=1)
    return [(it.kind, it.message) for it in scenario_in(source_of(text, "tiny.yaml")).remarks]


def test_of_an_ordinary_scenario_nothing_is_told() -> None:
    assert remarks({}) == []


GOALS, LIFE, HIT = "without `goals`", "past its life", "a condition holds"
RULE = {"vehicle-within-its-life": "must"}
WREN_IS_HIT = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "emergency-only"}}


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ({}, [GOALS, LIFE]),
        ({"goals": ["no-place"]}, [LIFE]),
        ({"rules": RULE}, [GOALS]),
        (WREN_IS_HIT, [GOALS, LIFE, HIT]),
        ({"goals": ["no-place"], "rules": RULE}, []),
    ],
)
def test_of_a_file_of_the_first_format_what_is_read_otherwise(
    edits: dict[str, Any], told: list[str]
) -> None:
    found = remarks({**edits, "lifeboat": 1})
    assert [kind for kind, _ in found] == ["first-format"] * bool(told)
    for what in (GOALS, LIFE, HIT):
        assert any(what in message for _, message in found) == (what in told)
    assert remarks({**edits, "lifeboat": 2}) == []


@pytest.mark.parametrize(
    ("windows", "why"),
    [
        ([], "no window left"),
        (["..2029-12-31"], "closes before `as_of`"),
        (["2029-12-01", "2029-12-02..2030-01-01T00:00Z"], "closes before `as_of`"),
        (["2030-01-11.."], "opens after the horizon"),
        (["2030-02", "2030-Q2"], "opens after the horizon"),
        (["..2030-01-01T00:01Z"], None),
        (["2030-01-10.."], None),
        (["..2029-12-20", jan(4), "2030-01-20.."], None),
    ],
)
def test_a_mode_that_cannot_be_launched(windows: list[str], why: str | None) -> None:
    found = remarks({FINCH: windows})
    assert [kind for kind, _ in found] == ([] if why is None else ["mode-lost"])
    assert all("'Finch'" in message and str(why) in message for _, message in found)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("ports.south.closures", {"dust": {"during": "2030-01-11.."}}),
        ("pads.beach.outages", {"storm": {"during": "2030-02"}}),
        ("landing_sites", {"sea": {"closures": {"ice": {"during": "2030-03-01..2030-03-02"}}}}),
        ("groundings", {"doubt": {"families": ["boat"], "during": "2031-01-01"}}),
        ("people.Ana.return_window", "2030-01-11.."),
        ("vehicles.Wren.undock", "2030-02-01..2030-02-03"),
        ("pins", {"later": {"person": "Ana", "returns": "2030-06-01"}}),
        ("pins", {"later": {"vehicle": "Finch", "launch": "2030-06"}}),
        ("pins", {"later": {"person": "Ana", "seat": "Wren", "during": "2030-01-11.."}}),
    ],
)
def test_what_lies_wholly_beyond_the_horizon(path: str, value: Any) -> None:
    ((kind, message),) = remarks({path: value})
    assert kind == "beyond-horizon"
    assert "after the horizon, ..2030-01-10" in message


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("ports.south.closures", {"dust": {"during": "2030-01-10.."}}),
        ("pins", {"later": {"person": "Ana", "returns": "2030-01-10..2030-06-01"}}),
    ],
)
def test_what_begins_on_the_last_day_is_not_told(path: str, value: Any) -> None:
    assert remarks({path: value}) == []


@pytest.mark.parametrize(
    ("edits", "who"),
    [
        ({"vehicles.Wren.leaves": "2029-12-20"}, "'Wren' was to leave 2029-12-20"),
        ({"vehicles.Wren.leaves": "2029-12"}, "'Wren' was to leave 2029-12"),
        ({"people.Ana.returns": "2029-12-31"}, "'Ana' was to land 2029-12-31"),
    ],
)
def test_what_was_to_be_over(edits: dict[str, Any], who: str) -> None:
    ((kind, message),) = remarks(edits)
    assert kind == "overdue"
    assert message.startswith(who)


def test_an_investigation_that_nothing_waits_for() -> None:
    board = {"investigations.board": {"expected": jan(3)}}
    assert [kind for kind, _ in remarks(board)] == ["nothing-waits"]
    assert remarks({**board, "vehicles.Finch.modes.crewed.gate": "board"}) == []
