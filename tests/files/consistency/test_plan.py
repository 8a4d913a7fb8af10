"""Plans that cannot be meant for their scenario."""

from __future__ import annotations

import json

import pytest

from lifeboat.files.consistency.plan import mistakes_in_plan
from lifeboat.files.source import source_of
from lifeboat.files.validation.validate import validate
from lifeboat.plans.plan import Plan
from lifeboat.scenario.scenario import Scenario
from tiny import TINY

SCENARIO = Scenario.model_validate_json(json.dumps(TINY))
"""As of 2030-01-01: Wren at north with Ana and Boris; Finch to come, `crewed`, with Cleo."""


def said(text: str) -> list[tuple[str, str | None, int | None]]:
    source = source_of(text, "plan.yaml")
    found = mistakes_in_plan(source, validate(source, Plan), SCENARIO)
    return [(each.message, each.hint, each.place.line if each.place else None) for each in found]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("flights: {Wern: {}}", "there is no vehicle 'Wern'", "did you mean 'Wren'?"),
        ("flights: {Finch: {port: sout}}", "there is no port 'sout'", "did you mean 'south'?"),
        ("flights: {Finch: {mode: crew}}", "there is no mode 'crew'", "did you mean 'crewed'?"),
        (
            "flights: {Finch: {relocations: {2030-01-06: norht}}}",
            "there is no port 'norht'",
            "did you mean 'north'?",
        ),
        ("people: {Anna: {}}", "there is no person 'Anna'", "did you mean 'Ana'?"),
        ("people: {Ana: {home: Fynch}}", "there is no vehicle 'Fynch'", "did you mean 'Finch'?"),
        ("people: {Cleo: {up: Fynch}}", "there is no vehicle 'Fynch'", "did you mean 'Finch'?"),
        (
            "people: {Ana: {seats: {2030-01-05: Fynch}}}",
            "there is no vehicle 'Fynch'",
            "did you mean 'Finch'?",
        ),
    ],
)
def test_names_that_nothing_has(text: str, message: str, hint: str) -> None:
    assert said(text) == [(message, hint, 1)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "flights: {Wren: {stays: true, undock: 2030-01-08}}",
            "'Wren' stays, and undocks: give one of `stays` and `undock`",
        ),
        (
            "people: {Ana: {stays: true, home: Wren}}",
            "'Ana' stays, and goes home: give one of `stays` and `home`",
        ),
        (
            "flights: {Finch: {cancelled: true, port: south}}",
            "`port` cannot hold for 'Finch', which does not fly",
        ),
    ],
)
def test_what_contradicts_itself(text: str, message: str) -> None:
    assert [each[0] for each in said(text)] == [message]


@pytest.mark.parametrize(
    "text",
    [
        "flights: {Gull: {dock: 2029-06-01, undock: 2029-12-31}}",
        "flights: {Gull: {undock: 2030-01-01T20:00Z}}",
        "flights: {Gull: {undock: 2029-12-31}}\npeople: {Dan: {home: Gull}}",
        "people: {Dan: {seats: {2029-11-01: Gull}}}",
        "people: {Ana: {seats: {2029-12-20: Gull}}}",
        "flights: {Gull: {undock: 2029-12-31}}\npeople: {Ana: {up: Gull}}",
        "flights: {Wren: {mode: of-old}}",
        "people: {Ana: {seats: {2030-01-05: station}}}",
        "flights: {Finch: {cancelled: true, stays: false}}",
        "plan: 1",
    ],
)
def test_history_and_what_is_right_may_stand(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "flights: {Gull: {}}",
        "flights: {Gull: {dock: 2029-06-01, undock: 2030-01-02}}",
        "people: {Dan: {}}",
        "people: {Dan: {stays: true, seats: {2029-11-01: Gull}}}",
        "people: {Dan: {seats: {2030-01-02: Wren}}}",
    ],
)
def test_what_is_not_over_is_no_history(text: str) -> None:
    assert len(said(text)) == 1
