"""Variants of the tiny station: what each of them changes, worked out by hand."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lifeboat.answers.option import one_by_one
from lifeboat.answers.whatif import Comparison
from lifeboat.errors import MistakesError
from lifeboat.questions.run import Run
from lifeboat.questions.solve import AS_RECORDED
from lifeboat.questions.whatif import open_variants, whatif
from repository import TINY

OVERLAYS = """
overlays:
  given up:
    edits: [{damage: {Sparrow: unusable}}]
  a day later:
    why: Heron is not ready.
    edits: [{delay: {Heron: 1d}}]
  alone:
    edits: [{drop: Heron}]
  shut:
    edits: [{set: {rules.everyone-has-a-seat: must}}]
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = tmp_path / "tiny.yaml"
    path.write_text(TINY.read_text(encoding="utf-8") + OVERLAYS, encoding="utf-8")
    return str(path)


def asked(path: str, *named: str, workers: int = 1) -> Comparison:
    base, variants = open_variants(path, [[("with", it)] for it in named] or None)
    return whatif(base, variants, workers=workers)


def values(told: Comparison) -> dict[str, dict[str, float]]:
    return {
        it.name: {goal.name: goal.value for goal in one_by_one(it.answer.best.goals)}
        for it in told.variants
        if it.answer.best is not None
    }


def test_every_overlay_is_a_variant_best_first_and_the_impossible_last(path: str) -> None:
    told = asked(path)
    assert [it.name for it in told.variants] == ["a day later", "alone", "given up", "shut"]
    assert told.variants[-1].answer.outcome == "impossible"
    assert told.variants[-1].difference is None
    assert told.variants[0].why == "Heron is not ready."


def test_what_each_variant_costs(path: str) -> None:
    told = values(asked(path))
    # Six days until Heron docks, two damaged places for three people; one day more.
    assert (told["a day later"]["no-place"], told["a day later"]["damaged"]) == (7, 14)
    # Fifteen days, nobody comes.
    assert (told["alone"]["no-place"], told["alone"]["damaged"]) == (15, 30)
    # No place at all for three people in six days.
    assert (told["given up"]["no-place"], told["given up"]["damaged"]) == (18, 0)


def test_what_each_variant_changes(path: str) -> None:
    later, alone = asked(path, "a day later", "alone").variants
    assert later.difference is not None
    assert [(it.vehicle, it.what, it.days) for it in later.difference.flights] == [
        ("Heron", "launch", 1.0)
    ]
    assert alone.difference is not None
    assert {(it.person, it.after) for it in alone.difference.rides} == {
        ("Ana", "stays"),
        ("Boris", "stays"),
        ("Chen", "stays"),
    }


def test_overlays_with_a_comma_between_are_one_variant(path: str) -> None:
    (both,) = asked(path, "a day later, given up").variants
    assert both.name == "a day later, given up"
    assert values(asked(path, "a day later, given up"))[both.name]["no-place"] == 21


def test_several_processes_give_the_same(path: str) -> None:
    alone, together = asked(path), asked(path, workers=2)
    assert [it.name for it in together.variants] == [it.name for it in alone.variants]
    assert values(together) == values(alone)
    assert [it.difference for it in together.variants] == [it.difference for it in alone.variants]


def test_mistakes_of_all_variants_are_told_at_once(path: str) -> None:
    with pytest.raises(MistakesError) as caught:
        open_variants(path, [[("with", "never")], [("with", "a day later, nor that")]])
    assert "'never'" in str(caught.value)
    assert "'nor that'" in str(caught.value)


def test_a_scenario_without_overlays_has_no_variants() -> None:
    with pytest.raises(MistakesError, match="no overlays"):
        open_variants(str(TINY), None)


@pytest.mark.parametrize("workers", [1, 2])
def test_all_end_when_asked_to_stop(path: str, workers: int) -> None:
    base, variants = open_variants(path, None)
    told = whatif(base, variants, workers=workers, run=Run(stop=lambda: True))
    assert told.interrupted
    assert len(told.variants) == len(variants)


def test_progress_is_told_from_the_first_to_the_last(path: str) -> None:
    base, variants = open_variants(path, [[("with", "a day later")]])
    said: list[str] = []
    whatif(base, variants, workers=2, run=Run(progress=said.append))
    assert said[0] == "0 of 2 answered"
    assert [it.split("; ")[0] for it in said[1:]] == ["1 of 2 answered", "2 of 2 answered"]
    lasts = {"the last: as it stands, proven best", "the last: a day later, proven best"}
    assert {it.split("; ")[1] for it in said[1:]} == lasts


@pytest.mark.parametrize("workers", [1, 2])
def test_where_time_for_all_is_over_there_is_the_plan_of_record(path: str, workers: int) -> None:
    base, variants = open_variants(path, [[("with", "a day later")], [("with", "given up")]])
    told = whatif(base, variants, workers=workers, run=Run(until=time.monotonic() - 1))
    answers = [told.base, *(it.answer for it in told.variants)]
    assert [(it.outcome, it.reason[0]) for it in answers] == [("best-found", AS_RECORDED)] * 3
    assert not told.interrupted


def test_time_for_all_that_is_enough_leaves_everything_as_it_is(path: str) -> None:
    base, variants = open_variants(path, [[("with", "a day later")], [("with", "given up")]])
    told = whatif(base, variants, run=Run(until=time.monotonic() + 3600))
    assert [it.answer.outcome for it in told.variants] == ["proven-best"] * 2
    assert values(told) == values(asked(path, "a day later", "given up"))
