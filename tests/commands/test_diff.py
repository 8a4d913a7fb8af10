"""`lifeboat diff` and `lifeboat whatif` on the command line."""

from __future__ import annotations

import json
import re
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


def test_whatif_prints_one_table_and_one_document(tmp_path: Path, ask: Ask) -> None:
    late = tmp_path / "late.yaml"
    late.write_text("lifeboat_overlay: 1\nedits: [{delay: {Heron: 1d}}]\n")
    code, out, err = ask("whatif", TINY, "--with", late, "--jobs", "1", "--width", "100")
    assert (code, err) == (0, "")
    # A day more for one person without a place and two in the damaged ship.
    assert re.search(r"^late +7 \(\+1\) +14 \(\+2\) +0 +0 +0  proven$", out, re.MULTILINE)
    assert max(map(len, out.splitlines())) <= 100
    told = json.loads(ask("whatif", TINY, "--with", late, "--json")[1])
    assert told["lifeboat_whatif"] == 1
    assert told["variants"][0]["difference"]["flights"][0]["days"] == 1.0


def test_whatif_without_any_variant(ask: Ask) -> None:
    code, _, err = ask("whatif", TINY)
    assert code == 2
    assert "--with" in err
