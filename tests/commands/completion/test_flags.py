"""What may follow each option, at the tiny station; and the protocol that shells speak."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lifeboat.commands.completion.flags import candidates
from lifeboat.editing.opened import open_edited
from lifeboat.editing.verbs import VERBS
from repository import TINY

OVERLAYS = """
overlays:
  late: {edits: [{delay: {Heron: 1d}}]}
  no place in Heron: {edits: [{drop: Heron}]}
"""


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    path = tmp_path / "tiny.yaml"
    path.write_text(TINY.read_text("utf-8") + OVERLAYS, "utf-8")
    return str(path)


COMPLETED = {
    ("drop", ""): ["Heron"],
    ("delay", "H"): ["Heron=1d", "Heron=1w"],
    ("advance", "Heron="): ["Heron=1d", "Heron=1w"],
    ("damage", ""): ["Sparrow", "Heron"],
    ("damage", "Sparrow=un"): ["Sparrow=unusable"],
    ("close", ""): ["north", "south", "seaside"],
    ("close", "no"): ["north=2030-03-01..2030-03-15", "north=2030-03-01.."],
    ("unavailable", "Heron=2030-03-01..2"): ["Heron=2030-03-01..2030-03-15"],
    ("ground", "bi"): ["bird=2030-03-01..2030-03-15", "bird=2030-03-01.."],
    ("ground", "so"): ["soyuz=2030-03-01..2030-03-15", "soyuz=2030-03-01.."],
    ("with", ""): ["late", "no place in Heron"],
    ("with", "late,no"): ["late,no place in Heron"],
    ("without", "d"): ["damaged-seats"],
    ("set", "vehicles.Heron.pl"): ["vehicles.Heron.planned", "vehicles.Heron.planned_mode"],
    ("set", "vehicles.Heron.le"): ["vehicles.Heron.leaves=", "vehicles.Heron.leaves=2030-03-12"],
    ("set", "vehicles.Heron.modes.empty.wi"): [
        "vehicles.Heron.modes.empty.windows",
        "vehicles.Heron.modes.empty.windows.start",
        "vehicles.Heron.modes.empty.windows.end",
    ],
    ("set", "vehicles.Heron.may_c"): [
        "vehicles.Heron.may_cancel=true",
        "vehicles.Heron.may_cancel=false",
    ],
    ("set", "rules.never-too"): ["rules.never-too-many=must", "rules.never-too-many=should"],
    ("set", "people."): ["people.Ana", "people.Boris", "people.Chen"],
    ("add", "ports.no"): [f"ports.north.{key}" for key in ("accepts", "types", "closures", "why")],
    ("remove", "ports.north.a"): ["ports.north.accepts", "ports.north.accepts.ring"],
    ("remove", "people.An"): [
        "people.Ana",
        "people.Ana.agency",
        "people.Ana.up",
        "people.Ana.seat",
        "people.Ana.home",
        "people.Ana.returns",
    ],
    ("vary", "Heron.slip="): ["Heron.slip=0..14d", "Heron.slip=0..30d"],
    ("vary", "station.crew.m"): ["station.crew.most"],
    ("delay", "horizon.e"): ["horizon.end=1d", "horizon.end=1w"],
    ("pin", "Ana r"): ["Ana returns on Sparrow", "Ana returns on Heron"],
    ("pin", "Heron docks at n"): ["Heron docks at north"],
    ("pin", "Heron f"): ["Heron flies", "Heron flies in mode"],
    ("pin", "Heron d"): ["Heron docks at", "Heron does not fly"],
    ("pin", "Chen stays u"): ["Chen stays until 2030-03-01"],
}


@pytest.mark.parametrize(("kind", "typed"), COMPLETED)
def test_what_may_be_meant(kind: str, typed: str, scenario: str) -> None:
    assert candidates(kind, scenario, typed) == COMPLETED[kind, typed]


@pytest.mark.parametrize("kind", [*(verb.name for verb in VERBS), "with", "vary"])
def test_every_option_completes_something_and_nothing_without_a_match(
    kind: str, scenario: str
) -> None:
    assert candidates(kind, scenario, "") != []
    assert candidates(kind, scenario, "~") == []


COMPLETED_EDITS = [
    ("delay", "H"),
    ("close", "no"),
    ("ground", "bi"),
    ("damage", "Sparrow=un"),
    ("unavailable", "Heron=2030-03-01..2"),
    ("without", "d"),
    ("pin", "Heron docks at n"),
    ("remove", "people.Ana.ag"),
]


@pytest.mark.parametrize(("kind", "typed"), COMPLETED_EDITS)
def test_what_is_offered_is_understood(kind: str, typed: str, scenario: str) -> None:
    """As an edit of the scenario it may make no sense there; its names and its form are known."""
    text = candidates(kind, scenario, typed)[0]
    if kind == "remove":
        return
    assert open_edited(scenario, flags=[(kind, text)]).layers


@pytest.mark.parametrize("end", ["station:", "vehicles:", "docked: ", "seat: Spa"])
def test_a_scenario_cut_short_completes_what_is_left(end: str, tmp_path: Path) -> None:
    """Sparrow is the only ship that is docked; what it is by then is all there is to say."""
    text = TINY.read_text("utf-8")
    path = tmp_path / "cut.yaml"
    path.write_text(text[: text.index(end) + len(end)], "utf-8")
    offered = candidates("damage", str(path), "")
    is_written = end in ("docked: ", "seat: Spa")
    assert any(it.startswith("Sparrow") for it in offered) is is_written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vehicles: [",
        "vehicles: {A: *no}",
        "people: 3",
        "vehicles: H",
        "vehicles: [H]",
        "people: [A]",
        "a: b: c",
        "\x00",
        "- x",
        "&a [*a]",
    ],
)
def test_whatever_a_file_holds_nothing_is_said(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(text, "utf-8")
    for kind in [*(verb.name for verb in VERBS), "with", "vary"]:
        for typed in ("", "vehicles.", "A", "Ana returns on ", "H flies in mode "):
            candidates(kind, str(path), typed)


def test_without_a_scenario_only_what_needs_none(tmp_path: Path) -> None:
    for path in ("-", str(tmp_path), str(tmp_path / "none.yaml")):
        assert candidates("drop", path, "") == []
        assert candidates("without", path, "d") == ["damaged-seats"]


def shell(*words: str, cword: int) -> subprocess.CompletedProcess[str]:
    asked = {
        **os.environ,
        "_LIFEBOAT_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(cword),
    }
    command = [sys.executable, "-X", "importtime", "-m", "lifeboat"]
    return subprocess.run(command, env=asked, capture_output=True, text=True, check=False)


def test_as_bash_asks_and_without_what_loads_slowly(scenario: str) -> None:
    ran = shell("lifeboat", "solve", scenario, "--drop", "He", cword=4)
    assert (ran.returncode, ran.stdout) == (0, "Heron\n")
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "lifeboat.commands.completion.flags" in loaded
    assert loaded.isdisjoint({"ortools", "lifeboat.scenario.scenario", "lifeboat.files.source"})


def test_bash_gets_blanks_as_they_can_be_typed(scenario: str) -> None:
    bare = shell("lifeboat", "whatif", scenario, "--with", "no", cword=4)
    quoted = shell("lifeboat", "whatif", scenario, "--with", '"no pl', cword=4)
    assert bare.stdout == "no\\ place\\ in\\ Heron\n"
    assert quoted.stdout == "no place in Heron\n"


def test_a_broken_line_and_a_broken_scenario_say_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("vehicles: {Heron: {modes: {}}, Sparrow: [\n", "utf-8")
    for words in (
        ("lifeboat", "solve", str(path), "--time-limit", "soon", "--drop", "H"),
        ("lifeboat", "sweep", str(path), "--nonsense", "--vary", "H"),
        ("lifeboat", "whatif", "--and", str(path), "--delay", "H"),
    ):
        ran = shell(*words, cword=len(words) - 1)
        assert ran.returncode == 0
        assert "rror" not in ran.stdout + "".join(
            line for line in ran.stderr.splitlines() if not line.startswith("import time:")
        )
