"""Two files with plans held against each other, whatever kind of file each is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel

import lifeboat
from handmade import BEST, answer, check, day
from lifeboat.answers.replan import Replanned
from lifeboat.errors import MistakesError
from lifeboat.files.against import Against
from lifeboat.files.plan_file import write_plan
from lifeboat.questions.diff import diff
from lifeboat.showing.documents import document
from tiny import jan, plan, tiny

HERON, WREN = BEST.flights
LATER = BEST.model_copy(update={"flights": (HERON.model_copy(update={"launch": day(6)}), WREN)})
"""Heron is launched on the 6th instead of the 4th."""

Write = Callable[[str, BaseModel], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, told: BaseModel) -> str:
        (tmp_path / name).write_text(document(told), "utf-8")
        return str(tmp_path / name)

    return written


def test_an_answer_and_a_check_tell_all_that_is_needed(write: Write) -> None:
    one, other = write("one.json", answer()), write("other.json", check(LATER))
    told = diff(one, other)
    assert (told.before, told.after) == (one, other)
    assert [(it.vehicle, it.what, it.days) for it in told.difference.flights] == [
        ("Heron", "launch", 2.0)
    ]
    assert [it.days for it in diff(other, one).difference.flights] == [-2.0]


def test_a_plan_file_is_filled_in_from_its_scenario(write: Write, tmp_path: Path) -> None:
    """It says only that Finch is a day late; the check of the plan of record says the rest."""
    late = str(tmp_path / "late.yaml")
    write_plan(late, plan({"Finch": {"launch": jan(5)}}))
    record = write("record.json", lifeboat.check(tiny(), plan()))
    (change,) = diff(record, late, Against(tiny())).difference.flights
    assert (change.vehicle, change.before, change.after) == ("Finch", jan(4), jan(5))
    goals = {
        it.name: (it.before, it.after)
        for it in diff(record, late, Against(tiny())).difference.goals
    }
    assert {name: both for name, both in goals.items() if both != (0, 0)} == {"moved": (0, 1)}


def test_a_plan_and_itself(tmp_path: Path) -> None:
    path = str(tmp_path / "plan.yaml")
    write_plan(path, plan())
    assert diff(path, path, Against(tiny())).difference.is_nothing


@pytest.mark.parametrize("place", [0, 1])
def test_a_plan_file_alone_is_not_enough(place: int, write: Write, tmp_path: Path) -> None:
    path = str(tmp_path / "plan.yaml")
    write_plan(path, plan())
    files = [write("one.json", answer())]
    files.insert(place, path)
    before, after = files
    with pytest.raises(MistakesError, match="depends on its scenario") as caught:
        diff(before, after)
    assert [it.kind for it in caught.value.mistakes] == ["no-scenario"]


def test_what_is_no_plan_is_told_before_a_scenario_is_asked_for(tmp_path: Path) -> None:
    write_plan(str(tmp_path / "plan.yaml"), plan())
    (tmp_path / "page.yaml").write_text("<!DOCTYPE html><html></html>", "utf-8")
    with pytest.raises(MistakesError, match="this file is an HTML page, not a plan"):
        diff(str(tmp_path / "plan.yaml"), str(tmp_path / "page.yaml"))


def test_an_answer_without_a_plan_is_told(write: Write) -> None:
    none = write("none.json", answer(best=None, outcome="impossible"))
    with pytest.raises(MistakesError, match="an answer without a plan") as caught:
        diff(none, write("one.json", answer()))
    assert [it.kind for it in caught.value.mistakes] == ["no-plan"]


def test_a_plan_has_to_fit_the_scenario(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("flights: {Fynch: {}}\n")
    with pytest.raises(MistakesError, match="did you mean 'Finch'"):
        diff(str(path), str(path), Against(tiny()))


def test_a_printed_replan_holds_a_plan_too(write: Write) -> None:
    told = Replanned(
        record="was.yaml", since=day(1), before=BEST, answer=answer(best=LATER), difference=None
    )
    found = diff(write("one.json", answer()), write("replan.json", told))
    assert [(it.vehicle, it.days) for it in found.difference.flights] == [("Heron", 2.0)]


@pytest.mark.parametrize(
    ("name", "without", "is_refused"),
    [("Tiny", "Ana", True), ("By hand", "Ana", False), ("Tiny", "Boris", False)],
)
def test_plans_for_two_stations_are_no_comparison(
    name: str, without: str, is_refused: bool, write: Write
) -> None:
    """Of Heron, Wren, Ana and Bo, Tiny has Wren and Ana: half. Without Ana it is a quarter."""
    told = lifeboat.check(tiny(), plan())
    people = tuple(it for it in told.option.people if it.person != without)
    told = told.model_copy(
        update={"scenario": name, "option": told.option.model_copy(update={"people": people})}
    )
    files = write("one.json", answer()), write("other.json", told)
    if not is_refused:
        assert diff(*files).difference is not None
        return
    with pytest.raises(MistakesError, match=r"for two stations: .*'By hand'.*'Tiny'") as caught:
        diff(*files)
    assert [it.kind for it in caught.value.mistakes] == ["other-scenario"]
