"""`lifeboat replan` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from asking import unwrapped
from repository import TINY

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def settled(tmp_path: Path, ask: Ask) -> Path:
    path = tmp_path / "settled.yaml"
    ask("solve", TINY, "--output", path, "-q")
    return path


def test_a_plan_that_stands(settled: Path, ask: Ask) -> None:
    code, out, _ = ask("replan", TINY, settled)
    assert "The plan stands: nothing in it has to change." in out
    assert code == 1, "Ana has no place for six days, as solve said too"


def test_what_no_longer_holds_what_changes_and_the_plan(settled: Path, ask: Ask) -> None:
    _, out, _ = ask("replan", TINY, settled, "--delay", "Heron=1d")
    parts = ["1 flight moved", "WHAT NO LONGER HOLDS", "2030-03-06  2030-03-07  +1", "\nCOST "]
    places = [out.index(part) for part in parts]
    assert places == sorted(places)


def test_what_solve_printed_as_json_is_a_plan_too(tmp_path: Path, ask: Ask) -> None:
    answer = tmp_path / "answer.json"
    answer.write_text(ask("solve", TINY, "--json")[1], encoding="utf-8")
    assert "The plan stands" in ask("replan", TINY, answer)[1]


def test_one_document_and_a_plan_file(settled: Path, tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "next.yaml"
    _, out, err = ask("replan", TINY, settled, "--delay", "Heron=1d", "--json", "--output", path)
    told = json.loads(out)
    assert told["lifeboat_replan"] == 1
    assert told["answer"]["receipt"]["edits"] == ["--delay Heron=1d"]
    assert f"The plan is in '{path}'." in err
    assert "The plan stands" in ask("replan", TINY, path, "--delay", "Heron=1d")[1]


def test_what_a_later_scenario_does_not_know_is_told(settled: Path, ask: Ask) -> None:
    _, out, _ = ask("replan", TINY, settled, "--drop", "Heron", "-q")
    assert "Left out, since the scenario does not know it: Heron." in out


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--since", "soon"], "'soon' should be a date"),
        (["--since", "2031-01-01"], "2031-01-01 lies outside the horizon"),
        (["--output", str(TINY)], "is not written over"),
    ],
)
def test_mistakes(settled: Path, ask: Ask, wrong: list[str], said: str) -> None:
    before = TINY.read_bytes()
    code, _, err = ask("replan", TINY, settled, *wrong)
    assert (code, TINY.read_bytes()) == (2, before)
    assert said in unwrapped(err)


@pytest.mark.parametrize("more", [[], ["--force"]])
def test_the_earlier_plan_is_not_written_over(settled: Path, ask: Ask, more: list[str]) -> None:
    before = settled.read_bytes()
    code, out, err = ask("replan", TINY, settled, "--output", settled, *more)
    assert (code, out, settled.read_bytes()) == (2, "", before)
    assert "is what was read" in unwrapped(err)


def test_a_contradiction_in_the_plan_is_told_with_its_place(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("plan: 1\npeople:\n  Ana: {stays: true, home: Heron}\n", encoding="utf-8")
    code, _, err = ask("replan", TINY, path)
    assert code == 2
    assert "plan.yaml:3" in err
