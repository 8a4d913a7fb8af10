"""`lifeboat solve` on the command line, its answer made by hand."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from asking import Ask, Ran, StandIn, unwrapped
from handmade import answer, without_findings
from lifeboat.answers.solve import Answer
from lifeboat.editing.opened import read_scenario
from lifeboat.files.plan_file import read_plan
from lifeboat.files.source import source_of
from lifeboat.plans.plan import Flight, Plan
from repository import TINY


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (answer(best=without_findings()), 0),
        (answer(best=without_findings(), outcome="best-found"), 0),
        (answer(), 1),
        (answer(best=without_findings().model_copy(update={"seats": answer().best.seats})), 1),  # type: ignore[union-attr]
        (answer(best=None, outcome="impossible"), 3),
        (answer(best=None, outcome="gave-up"), 4),
        (answer(best=without_findings(), interrupted=True), 130),
        (answer(best=None, outcome="gave-up", interrupted=True), 130),
    ],
)
def test_the_exit_code_tells_how_it_ended(
    told: Answer, code: int, ask: Ask, solver: StandIn
) -> None:
    solver.answer = told
    assert ask("solve", TINY).code == code


def test_an_interrupted_search_shows_the_best_so_far(ask: Ask, solver: StandIn) -> None:
    solver.answer = answer(outcome="best-found", interrupted=True)
    assert "Interrupted: the best plan found so far" in ask("solve", TINY).out


def test_options_reach_the_search(ask: Ask, solver: StandIn) -> None:
    ask("solve", TINY, "--time-limit", "2min", "--plans", 5, "--seed", 9)
    asked = solver.asked["run"]
    assert (solver.asked["plans"], asked.time_limit, asked.seed) == (5, 120, 9)
    text = TINY.read_text("utf-8")
    assert asked.digest == source_of(text, "tiny.yaml").digest


def test_the_time_runs_from_before_the_scenario_is_read(ask: Ask, solver: StandIn) -> None:
    before = time.monotonic()
    ask("solve", TINY, "--time-limit", "1h")
    ends = solver.asked["run"].ends()
    assert before + 3600 <= ends <= time.monotonic() + 3600
    ask("solve", TINY)
    assert solver.asked["run"].ends() is None


def test_json_is_all_that_stands_on_standard_output(ask: Ask, solver: StandIn) -> None:
    ran = ask("solve", TINY, "--json")
    told = Answer.model_validate_json(ran.out)
    assert told.model_copy(update={"chart": None, "days": None}) == solver.answer
    assert told.chart is not None
    assert ran.err == ""


def test_a_written_plan_reads_back(ask: Ask, solver: StandIn, tmp_path: Path) -> None:
    plan = Plan(name="Saved", flights={"Sparrow": Flight(stays=True)})
    solver.answer = answer(best=without_findings().model_copy(update={"plan": plan}))
    path = tmp_path / "plan.yaml"
    ran = ask("solve", TINY, "--output", path, "--json")
    assert Answer.model_validate_json(ran.out)
    assert read_plan(str(path), read_scenario(str(TINY))) == plan


def test_nothing_is_written_where_there_is_no_plan(
    ask: Ask, solver: StandIn, tmp_path: Path
) -> None:
    solver.answer = answer(best=None, outcome="gave-up")
    ran = ask("solve", TINY, "--output", tmp_path / "plan.yaml")
    assert ran.code == 4
    assert "was not written" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_plan_is_not_written_over_its_scenario(ask: Ask, solver: StandIn, tmp_path: Path) -> None:
    scenario = tmp_path / "tiny.yaml"
    scenario.write_bytes(TINY.read_bytes())
    assert ask("solve", scenario, "--output", scenario).code == 2
    assert scenario.read_bytes() == TINY.read_bytes()


def written(ask: Ask, path: Path, name: str, solver: StandIn, *more: str) -> Ran:
    plan = Plan(name=name, flights={"Sparrow": Flight(stays=True)})
    solver.answer = answer(best=without_findings().model_copy(update={"plan": plan}))
    return ask("solve", TINY, "--output", path, *more)


def test_a_plan_takes_the_place_of_a_plan_that_nobody_changed(
    ask: Ask, solver: StandIn, tmp_path: Path
) -> None:
    path = tmp_path / "plan.yaml"
    for name in ("First", "Second"):
        assert written(ask, path, name, solver).code == 0
        assert read_plan(str(path), read_scenario(str(TINY))).name == name
    path.write_text(path.read_text("utf-8").replace("name: Second", "name: Mine"), "utf-8")
    ran = written(ask, path, "Third", solver)
    assert (ran.code, ran.out) == (2, "")
    assert "is a plan that was changed by hand" in unwrapped(ran.err)
    assert "name: Mine" in path.read_text("utf-8")
    assert written(ask, path, "Third", solver, "--force").code == 0
    assert "name: Third" in path.read_text("utf-8")


def make_a_scenario(path: Path) -> None:
    path.write_bytes(TINY.read_bytes())


def make_a_folder(path: Path) -> None:
    path.mkdir()


def make_a_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_a_link_to_nowhere(path: Path) -> None:
    path.symlink_to("gone/plan.yaml")


@pytest.mark.parametrize(
    "make", [make_a_scenario, make_a_folder, make_a_loop, make_a_link_to_nowhere]
)
def test_that_it_cannot_be_written_is_known_before_anything_is_sought(
    ask: Ask, solver: StandIn, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "it.yaml")
    ran = ask("solve", TINY, "--output", tmp_path / "it.yaml", "--save", tmp_path / "saved")
    assert (ran.code, ran.out, solver.asked) == (2, "", {})
    assert [it.name for it in tmp_path.iterdir()] == ["it.yaml"]


def test_nor_is_anything_sought_for_where_it_is_printed(ask: Ask, solver: StandIn) -> None:
    ran = ask("solve", TINY, "--output", "-")
    assert (ran.code, ran.out, solver.asked) == (2, "", {})
    assert "what --json prints holds the plan too" in ran.err


def test_nor_for_a_plan_and_an_overlay_in_one_file(
    ask: Ask, solver: StandIn, tmp_path: Path
) -> None:
    both = tmp_path / "both.yaml"
    ran = ask("solve", TINY, "--delay", "Heron=1d", "--save", both, "--output", both)
    assert (ran.code, solver.asked) == (2, {})
    assert "is asked for twice" in unwrapped(ran.err)
    assert not both.exists()


@pytest.mark.parametrize("more", [[], ["--quiet"], ["--json"]])
def test_what_cannot_be_written_in_the_end_is_printed_all_the_same(
    ask: Ask, solver: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.chdir(tmp_path)
    printed = ask("solve", TINY, *more).out
    monkeypatch.setattr(os, "fsync", full)
    ran = ask("solve", TINY, "--output", "plan.yaml", *more)
    assert (ran.code, ran.out) == (2, printed)
    assert "'plan.yaml' cannot be written: no space left on device" in unwrapped(ran.err)
    assert list(tmp_path.iterdir()) == []


def test_the_width_is_kept(ask: Ask, solver: StandIn) -> None:
    solver.answer = answer()
    wide, narrow = (ask("solve", TINY, "--width", width).out for width in (120, 60))
    assert max(map(len, narrow.splitlines())) <= 60 < max(map(len, wide.splitlines()))


def test_who_does_not_ask_for_other_kinds_is_told_how(ask: Ask, solver: StandIn) -> None:
    assert "plans of other kinds: --plans 3" in ask("solve", TINY).out
    assert "NEXT " not in ask("solve", TINY, "--plans", 2).out


def test_quiet_is_the_gist_alone(ask: Ask, solver: StandIn) -> None:
    ran = ask("solve", TINY, "--quiet")
    assert "Heron is launched five days early" in ran.out
    assert "FLIGHTS" not in ran.out


def test_a_report_is_written_beside_the_answer(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    for _ in range(2):
        ran = ask("solve", TINY, "--html", path)
        assert ran.code == 1
        assert f"The report is in '{path}'." in unwrapped(ran.err)
        assert "HOME" in ran.out
    text = path.read_text("utf-8")
    assert "<!doctype html>" in text
    path.write_text(text.replace("Heron", "Robin"), "utf-8")
    assert ask("solve", TINY, "--html", path).code == 2
    assert "Robin" in path.read_text("utf-8")


def test_that_a_report_cannot_be_written_is_known_before_anything_is_sought(
    ask: Ask, solver: StandIn, tmp_path: Path
) -> None:
    both = tmp_path / "both"
    ran = ask("solve", TINY, "--output", both, "--html", both)
    assert (ran.code, solver.asked) == (2, {})
    assert ask("solve", TINY, "--html", tmp_path).code == 2
    assert solver.asked == {}
