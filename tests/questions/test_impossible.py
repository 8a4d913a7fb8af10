"""That there is no plan is believed only once it is proven again."""

from __future__ import annotations

import time

import pytest

from lifeboat.days import Window
from lifeboat.errors import OurBug
from lifeboat.questions import impossible
from lifeboat.questions.conflict import Found
from lifeboat.questions.impossible import NOTHING_FOUND, is_impossible, proven_again
from lifeboat.scenario.pins import Pin
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.search import any_plan
from rescue import rescue

TOO_SOON = rescue(pins={"too soon": Pin(vehicle="Heron", launch=Window.read("2030-03-03"))})


def said(reasons: bool) -> tuple[Found | None, list[str]]:
    told: list[str] = []
    return proven_again(TOO_SOON, Settings(), told.append, reasons), told


def test_it_is_asked_again_and_then_what_stands_in_the_way() -> None:
    found, told = said(reasons=True)
    assert found is not None
    (conflict,) = found.conflicts
    assert {it.premise for it in conflict.because} == {
        "pins.too soon",
        "vehicles.Heron.modes.empty.lead",
    }
    assert told[:2] == [
        "proved impossible; confirming it with another seed",
        "impossible; looking for what stands in the way",
    ]


def test_a_plan_was_asked_for_and_reasons_may_not_take_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(impossible, "REASONS", 0.0)
    found, _ = said(reasons=True)
    assert found is not None
    assert [it.is_smallest for it in found.conflicts] == [False]
    assert not found.are_all


def test_where_nobody_asks_for_reasons_none_are_sought() -> None:
    found, told = said(reasons=False)
    assert found == NOTHING_FOUND
    assert told == ["proved impossible; confirming it with another seed"]


def test_a_plan_that_there_is_after_all_is_our_own_fault() -> None:
    with pytest.raises(OurBug):
        proven_again(rescue(), Settings(), lambda _: None, reasons=False)


def test_without_time_it_is_not_known() -> None:
    over = Settings(until=time.monotonic() - 1)
    assert proven_again(TOO_SOON, over, lambda _: None, reasons=True) is None


def test_where_there_are_too_many_dates_it_is_searched_for_as_the_first_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(any_plan, "FINEST", 3)
    assert is_impossible(rescue(), Settings()) is False
    assert is_impossible(TOO_SOON, Settings()) is True
