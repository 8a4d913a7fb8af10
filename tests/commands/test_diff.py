"""`lifeboat diff` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from repository import ROOT

TINY = ROOT / "scenarios" / "tiny.yaml"

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def plans(tmp_path: Path, ask: Ask) -> tuple[Path, Path]:
    best, late = tmp_path / "best.yaml", tmp_path / "late.yaml"
    ask("solve", TINY, "--output", best, "-q")
    ask("solve", TINY, "--delay", "Heron=1d", "--output", late, "-q")
    return best, late


def test_two_plan_files_with_their_scenario(plans: tuple[Path, Path], ask: Ask) -> None:
    code, out, _ = ask("diff", *plans, "--scenario", TINY)
    assert code == 0
    assert "Heron    launch  2030-03-06  2030-03-07  +1" in out
    told = json.loads(ask("diff", *plans, "--scenario", TINY, "--json")[1])
    assert told["lifeboat_diff"] == 1
    assert told["difference"]["rides"] == []


def test_a_plan_and_itself(plans: tuple[Path, Path], ask: Ask) -> None:
    assert "The same flights" in ask("diff", plans[0], plans[0], "--scenario", TINY)[1]


def test_a_plan_file_alone_is_not_enough(plans: tuple[Path, Path], ask: Ask) -> None:
    code, _, err = ask("diff", *plans)
    assert code == 2
    assert "--scenario" in err


def test_printed_answers_need_no_scenario(tmp_path: Path, ask: Ask) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.write_text(ask("solve", TINY, "--json")[1])
    other.write_text(ask("solve", TINY, "--drop", "Heron", "--json")[1])
    out = ask("diff", one, other)[1]
    assert "Heron    flown   flown       not flown" in out
    assert "Ana     Heron   stays" in out
