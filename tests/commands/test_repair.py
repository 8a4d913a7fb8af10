"""`lifeboat repair` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from asking import Ask, unwrapped
from repository import TINY

TOO_SOON = "Heron launches on 2030-03-03"


def test_the_cheapest_comes_first(ask: Ask) -> None:
    code, out, _ = ask("repair", TINY, "--pin", TOO_SOON)
    assert code == 0
    words = [
        "There is no plan as it stands.",
        "REPAIR 1, PRICE 5",
        "it is not pinned any more that Heron is launched on 2030-03-03 (5).",
        f"--remove 'pins.{TOO_SOON}'",
        "Proven best then: Sparrow home empty; Ana, Boris and Chen home on Heron.",
        "REPAIR 2, PRICE 6",
        "the lead of Heron is 3 days shorter, 2d (6).",
        "--set vehicles.Heron.modes.empty.lead=2d",
        "There is no other that could not be less.",
    ]
    places = [unwrapped(out).index(word) for word in words]
    assert places == sorted(places)


def test_what_it_buys(ask: Ask) -> None:
    code, out, _ = ask("repair", TINY)
    assert code == 0
    assert "As it stands: Sparrow home empty; Ana, Boris and Chen home on Heron." in unwrapped(out)
    assert "without a place: 6 -> 0 person-days" in unwrapped(out)


def test_overlays_are_files(ask: Ask, tmp_path: Path) -> None:
    code, _, err = ask("repair", TINY, "--output", tmp_path / "fix")
    assert code == 0
    assert "fix-1.yaml" in err
    code, out, _ = ask("solve", TINY, "--with", tmp_path / "fix-1.yaml", "--quiet")
    assert code == 0
    assert "Everybody has a place every day" in unwrapped(out)


def test_nothing_is_beyond_a_price(ask: Ask) -> None:
    untouched = "repairs={pin: never, lead: never}"
    code, out, _ = ask("repair", TINY, "--pin", TOO_SOON, "--set", untouched)
    assert code == 3
    assert "Not even all measures together make that possible." in out


def test_one_document(ask: Ask) -> None:
    code, out, _ = ask("repair", TINY, "--pin", TOO_SOON, "--json", "--most", "1")
    told = json.loads(out)
    assert code == 0
    assert (told["lifeboat_repair"], told["outcome"]) == (1, "repaired")
    [one] = told["repairs"]
    assert one["edits"] == [f"--remove pins.{TOO_SOON}"]
    assert "lifeboat_overlay: 1" in one["overlay"]


def test_a_rule_that_there_is_not(ask: Ask) -> None:
    code, _, err = ask("repair", TINY, "--rule", "pins-holt")
    assert code == 2
    assert "there is no rule 'pins-holt'" in err


def test_no_answer_in_time(ask: Ask) -> None:
    code, out, _ = ask("repair", TINY, "--time-limit", "0.001s")
    assert code == 4
    assert "No repair was found in the time given" in out


def test_what_cannot_be_written_is_told_after_the_answer(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "fix-1.yaml").write_text("mine")
    code, out, err = ask("repair", TINY, "--pin", TOO_SOON, "--output", tmp_path / "fix")
    assert code == 2
    assert "REPAIR 1, PRICE 5" in out
    assert "is not written over" in unwrapped(err)
    assert (tmp_path / "fix-1.yaml").read_text() == "mine"
