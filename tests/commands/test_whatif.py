"""`lifeboat whatif` on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from asking import Ask
from handmade import answer, without_findings
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from repository import TINY

OVERLAYS = """
overlays:
  late: {edits: [{delay: {Heron: 1d}}]}
  alone: {edits: [{drop: Heron}]}
"""


@pytest.fixture
def late(tmp_path: Path) -> Path:
    path = tmp_path / "late.yaml"
    path.write_text("lifeboat_overlay: 1\nedits: [{delay: {Heron: 1d}}]\n")
    return path


def test_it_prints_one_table_and_one_document(late: Path, ask: Ask) -> None:
    code, out, err = ask("whatif", TINY, "--with", late, "--jobs", "1", "--width", "100")
    assert (code, err) == (0, "")
    # A day more for one person without a place and two in the damaged ship.
    assert re.search(r"^late +7 \(\+1\) +0 +14 \(\+2\) +0 +0 +0  proven$", out, re.MULTILINE)
    assert max(map(len, out.splitlines())) <= 100
    told = json.loads(ask("whatif", TINY, "--with", late, "--json")[1])
    assert told["lifeboat_whatif"] == 1
    assert told["variants"][0]["difference"]["flights"][0]["days"] == 1.0


def test_every_overlay_of_the_scenario_unless_some_are_named(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(TINY.read_text("utf-8") + OVERLAYS, "utf-8")
    told = json.loads(ask("whatif", path, "--json", "-j", 1).out)
    assert [it["name"] for it in told["variants"]] == ["late", "alone"]
    told = json.loads(ask("whatif", path, "--json", "-j", 1, "--with", "alone").out)
    assert [it["name"] for it in told["variants"]] == ["alone"]


def test_without_any_variant(ask: Ask) -> None:
    code, _, err = ask("whatif", TINY)
    assert code == 2
    assert "--with" in err


GOOD, NONE = answer(best=without_findings()), answer(best=None, outcome="impossible")
NO_ANSWER = answer(best=None, outcome="gave-up")


@pytest.mark.parametrize(
    ("base", "variant", "interrupted", "code"),
    [
        (GOOD, GOOD, False, 0),
        (answer(), NONE, False, 0),
        (GOOD, NO_ANSWER, False, 4),
        (NO_ANSWER, GOOD, False, 4),
        (GOOD, NO_ANSWER, True, 130),
    ],
    ids=["both", "bad and none", "no answer", "no answer to begin with", "interrupted"],
)
def test_it_is_good_if_all_was_answered_whatever_the_answers_are(
    base: Answer,
    variant: Answer,
    interrupted: bool,
    code: int,
    late: Path,
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    only = Variant(name="late", why=None, answer=variant, difference=None)
    told = Comparison(base=base, variants=(only,), interrupted=interrupted)
    monkeypatch.setattr("lifeboat.questions.whatif.whatif", lambda *_, **__: told)
    assert ask("whatif", TINY, "--with", late).code == code
