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
    # A day more for one person without a place and two in the damaged ship; two days before the
    # planned date as before, for that is a day later too.
    assert re.search(r"^late +7 \(\+1\) +14 \(\+2\) +2  proven$", out, re.MULTILINE)
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


def names(told: str) -> set[str]:
    return {it["name"] for it in json.loads(told)["variants"]}


def test_each_edit_is_a_variant_beside_overlays(late: Path, ask: Ask) -> None:
    edits = ("--delay", "Heron=2d", "--with", late, "--delay=Heron=3d", "--drop", "Heron")
    code, out, err = ask("whatif", TINY, *edits, "--json", "-j", 1)
    assert (code, err) == (0, "")
    assert names(out) == {"late", "--delay Heron=2d", "--delay Heron=3d", "--drop Heron"}


def test_a_variant_without_a_file_is_answered_as_one_with(late: Path, ask: Ask) -> None:
    """Heron a day later, as in the overlay: 7 person-days without a place, 14 in a damaged ship."""
    edits = ("--delay", "Heron=1d", "--with", late)
    ours, theirs = json.loads(ask("whatif", TINY, *edits, "--json", "-j", 1).out)["variants"]
    assert ours["difference"] == theirs["difference"]
    assert re.search(r"^--delay Heron=1d +7 \(\+1\)", ask("whatif", TINY, *edits).out, re.MULTILINE)


def test_and_makes_one_variant_of_two(late: Path, ask: Ask) -> None:
    """In one variant later edits go on from earlier ones; another begins again at the scenario."""
    joined = ("--with", late, "--and", "--set", "vehicles.Sparrow.leaves=2030-03-11")
    third = ("--and", "--without", "damaged-seats")
    out = ask("whatif", TINY, *joined, *third, "--delay", "Heron=2d", "--json", "-j", 1).out
    assert names(out) == {
        "late, --set vehicles.Sparrow.leaves=2030-03-11, --without damaged-seats",
        "--delay Heron=2d",
    }


@pytest.mark.parametrize(
    "edits",
    [
        ("--and", "--delay", "Heron=1d"),
        ("--delay", "Heron=1d", "--and"),
        ("--delay", "Heron=1d", "--and", "--and", "--drop", "Heron"),
        ("--and",),
    ],
    ids=["first", "last", "twice", "alone"],
)
def test_an_and_that_joins_nothing(edits: tuple[str, ...], ask: Ask) -> None:
    code, _, err = ask("whatif", TINY, *edits)
    assert code == 2
    assert "`--and` stands between two edits" in err


def test_what_is_left_out_as_well_is_told_of_its_variant(tmp_path: Path, ask: Ask) -> None:
    """Dora can come up on nothing but Heron."""
    path = tmp_path / "tiny.yaml"
    crewed = "    modes:\n      crewed: {crew: [Dora], windows: 2030-03-02..2030-03-12}\n"
    text = TINY.read_text("utf-8").replace("    modes:\n      empty:", crewed + "      empty:")
    path.write_text(text + "  Dora: {agency: Little Station, up: Heron}\n", "utf-8")
    code, _, err = ask("whatif", path, "--drop", "Heron", "--delay", "Heron=1d", "-j", 1)
    assert (code, err) == (0, "--drop Heron leaves out as well: Dora.\n")


def test_the_mistakes_of_all_variants_are_told(ask: Ask) -> None:
    code, _, err = ask("whatif", TINY, "--delay", "Hiron=1d", "--drop", "Herron", "--with", "never")
    assert code == 2
    assert "there is no vehicle 'Hiron'" in err
    assert "there is no vehicle 'Herron'" in err
    assert "no overlay 'never'" in err


def test_a_variant_may_change_again_what_it_has_changed(ask: Ask) -> None:
    """Two delays of one variant are one after another: three days in all."""
    twice = ("--delay", "Heron=1d", "--and", "--delay", "Heron=2d")
    assert ask("whatif", TINY, *twice).code == 2
    told = json.loads(ask("whatif", TINY, *twice, "--over", "--json", "-j", 1).out)
    assert told["variants"][0]["difference"]["flights"][0]["days"] == 3.0


def test_a_time_for_all_answers(late: Path, ask: Ask) -> None:
    given = ("whatif", TINY, "--with", late, "-j", 1)
    code, out, _ = ask(*given, "--total-time", "1h")
    assert (code, out) == ask(*given)[:2]
    code, out, _ = ask(*given, "--total-time", "0.001s")
    assert code == 0
    assert "? not proven to be the least" in " ".join(out.split())


def test_a_report_of_all_side_by_side(late: Path, ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    ran = ask("whatif", TINY, "--with", late, "--drop", "Heron", "--html", path)
    assert ran.code == 0
    text = path.read_text("utf-8")
    assert text.count("<svg") == 3
    assert "Side by side" in text
    for read in (late, TINY):
        assert ask("whatif", TINY, "--with", late, "--html", read).code == 2
    assert late.read_text("utf-8").startswith("lifeboat_overlay")
