"""The command line as a whole: where bugs, mistakes and wrong usage go, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from asking import Ask, StandIn
from lifeboat.errors import OurBug
from lifeboat.version import __version__
from repository import TINY


def test_a_bug_is_told_in_one_line(
    ask: Ask, solver: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIFEBOAT_DEBUG", raising=False)
    solver.fails = OurBug("our own plan\nfailed its audit")
    ran = ask("solve", TINY)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.count("\n") == 1
    assert "please report it" in ran.err
    assert "OurBug: our own plan failed its audit" in ran.err


def test_where_a_bug_is_on_request(
    ask: Ask, solver: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIFEBOAT_DEBUG", "1")
    solver.fails = KeyError("gone")
    ran = ask("solve", TINY)
    assert ran.code == 70
    assert "Traceback (most recent call last)" in ran.err


def test_mistakes_go_to_standard_error(ask: Ask, tmp_path: Path) -> None:
    ran = ask("solve", tmp_path / "none.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no file")


def test_with_json_mistakes_are_a_document_too(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("lifeboat: 2\nnmae: x\n")
    ran = ask("solve", tmp_path / "wrong.yaml", "--json")
    told = json.loads(ran.out)
    assert ran.code == 2
    assert told["lifeboat_mistakes"] == 1
    assert "unknown-key" in {each["kind"] for each in told["mistakes"]}
    assert "`nmae` is not a key" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["solve"],
        ["solve", TINY, "--time-limit", "soon"],
        ["solve", TINY, "--plans", "0"],
        ["solve", TINY, "--nonsense"],
        ["slove", TINY],
        ["schema", "answers"],
        ["check", TINY],
    ],
)
def test_wrong_usage(arguments: list[object], ask: Ask) -> None:
    ran = ask(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert ran.err


LONG = "x" * 3000


@pytest.mark.parametrize(
    "arguments",
    [
        ["solve", TINY, f"--{LONG}"],
        [LONG],
        ["solve", TINY, LONG],
        ["solve", TINY, "--time-limit", LONG],
        ["solve", TINY, "--time-limit", "1" * 3000],
        ["solve", TINY, "--seed", LONG],
        ["solve", TINY, "--with", LONG],
        ["solve", TINY, "--pin", LONG],
        ["solve", TINY, "--damage", f"{LONG}=unusable"],
        ["solve", TINY, f"--quiet={LONG}"],
        ["solve", TINY, "-o", LONG],
        ["solve", LONG],
        ["replan", TINY, "plan.yaml", "--since", LONG],
        ["sweep", TINY, "--vary", LONG],
        ["whatif", TINY, "--variant", LONG],
        ["schema", LONG],
        ["new", LONG],
        ["diff", LONG, LONG],
    ],
)
def test_whatever_is_asked_an_answer_fits_a_screen(arguments: list[object], ask: Ask) -> None:
    ran = ask(*arguments)
    assert (ran.code, ran.out) == (2, "")
    rows = ran.err.splitlines()
    assert 1 <= len(rows) <= 24
    assert all(len(row) <= 80 for row in rows)


def test_wrong_usage_is_told_as_every_mistake_is(ask: Ask) -> None:
    ran = ask("solve", TINY, "--width", "3")
    assert ran.err.startswith("error: invalid value for '--width': ")
    assert "= help: lifeboat solve [OPTIONS]" in ran.err
    assert "`lifeboat solve --help`" in ran.err


def test_with_json_wrong_usage_is_a_document_too(ask: Ask) -> None:
    ran = ask("solve", TINY, "--nonsense", "--json")
    (told,) = json.loads(ran.out)["mistakes"]
    assert (ran.code, told["kind"]) == (2, "usage")
    assert told["message"].startswith("no such option: --nonsense")


def test_without_a_command_all_are_named(ask: Ask) -> None:
    ran = ask()
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: lifeboat [OPTIONS] COMMAND" in ran.err
    assert "sweep" in ran.err


def test_the_version(ask: Ask) -> None:
    assert ask("--version") == (0, f"lifeboat {__version__}\n", "")
