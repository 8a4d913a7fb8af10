"""Edits are made in the order of the command line, whatever their kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from asking import Ask
from repository import TINY

ROBIN = (
    "vehicles.Robin={type: bird, pad: seaside, modes: {empty: {windows: 2030-03-02..2030-03-12}}}"
)
NEW = ("--add", ROBIN)
PLANNED = ("--set", "vehicles.Robin.planned=2030-03-09")


@pytest.fixture
def late(tmp_path: Path) -> Path:
    path = tmp_path / "late.yaml"
    path.write_text("lifeboat_overlay: 1\nedits: [{delay: {Heron: 1d}}]\n")
    return path


def planned(text: str, vehicle: str) -> str:
    told = yaml.load(text, yaml.BaseLoader)["vehicles"][vehicle]["planned"]
    assert isinstance(told, str)
    return told


def test_what_is_added_can_be_set(ask: Ask) -> None:
    code, out, err = ask("edit", TINY, *NEW, *PLANNED)
    assert (code, err) == (0, "")
    assert planned(out, "Robin") == "2030-03-09"


def test_what_is_yet_to_be_added_cannot_be_set(ask: Ask) -> None:
    code, _, err = ask("edit", TINY, *PLANNED, *NEW)
    assert code == 2
    assert "there is no vehicle 'Robin'" in err


@pytest.mark.parametrize(
    "after",
    [
        ("--set=vehicles.Robin.planned=2030-03-08", "--delay", "Robin=1d"),
        ("--set", "vehicles.Robin.planned=2030-03-10", "--advance=Robin=1d"),
        ("--set", "vehicles.Robin.planned=2030-03-09", "--remove", "vehicles.Robin.pad"),
    ],
    ids=["delay", "advance", "remove"],
)
def test_other_kinds_go_on_from_what_was_added(after: tuple[str, ...], ask: Ask) -> None:
    """By a day from the 8th, and from the 10th, it is the 9th; those change it again."""
    code, out, err = ask("edit", *NEW, TINY, *after, "--over")
    assert (code, err) == (0, "")
    assert planned(out, "Robin") == "2030-03-09"


def test_a_kind_given_twice_keeps_its_order_among_others(ask: Ask) -> None:
    """Dropped, added again, then set; a set before that would be of the first Heron."""
    heron = ROBIN.replace("Robin", "Heron")
    first, last = "vehicles.Heron.planned=2030-03-07", "vehicles.Heron.planned=2030-03-06"
    edits = ("--set", first, "--drop", "Heron", "--add", heron, "--set", last, "--over")
    code, out, _ = ask("edit", TINY, *edits)
    assert (code, planned(out, "Heron")) == (0, "2030-03-06")


def test_overlays_are_made_in_their_place_too(late: Path, ask: Ask) -> None:
    """A day later than the 10th is the 11th; what is set last stays as it is set."""
    to_the_tenth = ("--set", "vehicles.Heron.planned=2030-03-10")
    first = ask("edit", TINY, *to_the_tenth, "--with", late, "--over")
    last = ask("edit", TINY, "--with", late, *to_the_tenth, "--over")
    assert planned(first.out, "Heron") == "2030-03-11"
    assert planned(last.out, "Heron") == "2030-03-10"


def test_the_same_twice_is_refused_in_either_order(late: Path, ask: Ask) -> None:
    setting = ("--set", "vehicles.Heron.planned=2030-03-10")
    for edits in [(*setting, "--with", late), ("--with", late, *setting), (*setting, *setting)]:
        code, _, err = ask("edit", TINY, *edits)
        assert code == 2
        assert "if that is meant, give --over as well" in err


def test_a_value_that_holds_another_is_not_set_after_it(ask: Ask) -> None:
    """To set all of the crew after a part of it forgets the part: that is no going on."""
    part, whole = "station.crew.most=3", "station.crew={least: 0, most: 6}"
    assert ask("edit", TINY, "--set", whole, "--set", part).code == 0
    code, _, err = ask("edit", TINY, "--set", part, "--set", whole)
    assert code == 2
    assert "has changed already" in err


def test_what_is_saved_is_in_that_order(tmp_path: Path, ask: Ask) -> None:
    edits = (*NEW, *PLANNED, "--drop", "Heron", "--save", tmp_path / "mine")
    flags = ask("edit", TINY, *edits)
    again = ask("edit", TINY, "--with", tmp_path / "mine.yaml")
    assert (flags.code, again.code) == (0, 0)
    assert again.out == flags.out
