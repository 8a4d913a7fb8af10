"""`lifeboat alternatives` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from asking import Ask, unwrapped
from repository import TINY

TRADE = ("--between", "no-place,moved", "--jobs", "1")


def test_a_front_from_the_best_plan_on(ask: Ask) -> None:
    code, out, _ = ask("alternatives", TINY, *TRADE)
    assert code == 0
    words = [
        "Proven best: Sparrow home empty; Ana, Boris and Chen home on Heron.",
        "BETWEEN WITHOUT A PLACE + 60 X UNSAFE RIDES HOME AND LAUNCHES AND RETURNS MOVED",
        "7 1 in a damaged vehicle 12 -> 14 Heron launch +1d",
        "8 0 in a damaged vehicle 12 -> 16 Heron launch +2d",
        "None of these can be improved in one goal without getting worse in the other: proven.",
    ]
    places = [unwrapped(out).index(word) for word in words]
    assert places == sorted(places)


def test_one_document(ask: Ask) -> None:
    code, out, _ = ask("alternatives", TINY, "--json", "--slack", "damaged=1", "--jobs", "1")
    told = json.loads(out)
    assert code == 0
    assert told["lifeboat_alternatives"] == 1
    assert told["impossible"] == ["Ana, Boris or Chen goes home on Sparrow"]
    assert told["slack"][0]["most"] == 19


def test_plans_are_files(ask: Ask, tmp_path: Path) -> None:
    code, _, err = ask("alternatives", TINY, *TRADE, "--output", tmp_path / "other")
    assert code == 0
    assert "other-3.yaml" in err
    code, out, _ = ask("check", TINY, tmp_path / "other-3.yaml", "--quiet")
    assert code == 1
    assert "8 person-days without a place" in unwrapped(out)


def test_going_on_from_where_it_ended(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    code, out, _ = ask("alternatives", TINY, *TRADE, "--most", "2", "--resume", file)
    assert code == 4
    assert "The front may go on" in unwrapped(out)
    assert len(json.loads(file.read_text())["plans"]) == 2
    code, out, _ = ask("alternatives", TINY, *TRADE, "--resume", file)
    assert code == 0
    assert len(json.loads(file.read_text())["plans"]) == 3


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--between", "damaged,moved"), "was kept for another trade"),
        ((*TRADE, "--slack", "damaged=3"), "was kept with other slack"),
        ((*TRADE, "--delay", "Heron=1d"), "was kept for another scenario"),
    ],
)
def test_what_was_kept_for_another_question(
    ask: Ask, tmp_path: Path, more: tuple[str, ...], message: str
) -> None:
    file = tmp_path / "found.json"
    ask("alternatives", TINY, *TRADE, "--resume", file)
    before = file.read_bytes()
    code, out, err = ask("alternatives", TINY, *more, "--resume", file)
    assert (code, out) == (2, "")
    assert message in unwrapped(err)
    assert file.read_bytes() == before


def test_what_another_version_kept(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    ask("alternatives", TINY, *TRADE, "--resume", file)
    told = json.loads(file.read_text())
    told["receipt"]["program"] = "0.0.1"
    file.write_text(json.dumps(told))
    code, out, err = ask("alternatives", TINY, *TRADE, "--resume", file)
    assert (code, out) == (2, "")
    assert "was kept by lifeboat 0.0.1" in unwrapped(err)


def test_what_cannot_be_written_is_told_after_the_answer(ask: Ask, tmp_path: Path) -> None:
    """That the first file cannot be written is known before anything is sought."""
    (tmp_path / "other-2.yaml").write_text("mine")
    code, out, err = ask("alternatives", TINY, *TRADE, "--output", tmp_path / "other")
    assert code == 2
    assert "8 0" in unwrapped(out)
    assert "is not written over" in unwrapped(err)
    (tmp_path / "other-1.yaml").write_text("mine")
    code, out, _ = ask("alternatives", TINY, *TRADE, "--output", tmp_path / "other")
    assert (code, out) == (2, "")


def test_what_was_not_kept_is_not_written_over(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("my notes")
    code, out, err = ask("alternatives", TINY, *TRADE, "--resume", file)
    assert (code, out) == (2, "")
    assert "is not what --resume keeps" in unwrapped(err)
    assert file.read_text() == "my notes"


def test_all_that_is_wrong_at_once(ask: Ask) -> None:
    code, _, err = ask(
        *("alternatives", TINY, "--between", "damaged"),
        *("--slack", "damaged", "--slack", "moved=1", "--slack", "moved=2", "--slack", "rides=-1"),
    )
    assert code == 2
    for message in (
        "'damaged' does not name two goals",
        "'damaged' is no slack",
        "'moved' is given slack twice",
        "'rides=-1' is no slack",
    ):
        assert message in unwrapped(err)


def test_without_a_plan_there_is_no_other(ask: Ask) -> None:
    code, out, _ = ask("alternatives", TINY, "--pin", "Heron launches on 2030-03-03")
    assert code == 3
    assert "`lifeboat explain` tells why" in unwrapped(out)
