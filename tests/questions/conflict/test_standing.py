"""Whether there is a plan with some of a scenario let go."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.files.known_types import known_types
from lifeboat.questions.conflict.standing import Standing
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.search import any_plan
from tiny import jan, tiny

TOO_SOON = {"pins.too soon": {"vehicle": "Finch", "launch": f"..{jan(1)}"}}
NO_PORT = {"vehicles.Finch.ports": [], "vehicles.Finch.may_cancel": False}


def standing(edits: dict[str, Any], **how: Any) -> Standing:
    return Standing.of(Situation.of(tiny(edits), known_types()), Settings(**how))


def test_a_scenario_as_it_stands() -> None:
    assert standing({}).is_possible(()) is True
    assert standing(TOO_SOON).is_possible(()) is False


def test_what_counting_shows_needs_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    def search(*_: object) -> None:
        raise AssertionError("nothing has to be searched")

    monkeypatch.setattr(any_plan, "has_plan", search)
    assert standing(NO_PORT).is_possible(()) is False


def test_with_something_let_go() -> None:
    stands = standing(TOO_SOON)
    pin = [it for it in stands.premises if it.name == "pins.too soon"]
    assert stands.is_possible(pin) is True
    assert stands.without(pin).is_possible(()) is True


def test_a_rule_as_a_whole_is_a_premise() -> None:
    stands = standing(TOO_SOON)
    rules = {it.name: it for it in stands.rules}
    assert "rules.everyone-has-a-seat" not in rules, "it is a should"
    assert stands.is_possible([rules["rules.pins-hold"]]) is True
    assert stands.is_possible([rules["rules.never-too-many"]]) is False


def test_without_time_it_is_not_known() -> None:
    assert standing({}, stop=lambda: True).is_possible(()) is None


def test_where_no_grid_shows_it_every_slot_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(any_plan, "has_plan", lambda _: None)
    assert standing({}).is_possible(()) is True
    assert standing(TOO_SOON).is_possible(()) is False


def test_a_plan_to_point_at_is_near_that_of_record() -> None:
    stands = standing(TOO_SOON)
    course = stands.plan([it for it in stands.premises if it.name == "pins.too soon"])
    assert course is not None
    assert course.voyages["Finch"].launch == 3, "on the 4th, as planned"
    assert stands.plan(()) is None
