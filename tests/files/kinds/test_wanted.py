"""A file of another kind than is wanted: one message that says what it is and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from handmade import answer, check
from lifeboat.answers.diff import Differing
from lifeboat.answers.difference import difference
from lifeboat.answers.replan import Replanned
from lifeboat.answers.whatif import Comparison
from lifeboat.editing.layers import overlay
from lifeboat.editing.opened import read_scenario
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.plan_file import read_plan
from lifeboat.files.scenario_file import open_scenario
from lifeboat.files.source import source_of
from lifeboat.showing.documents import document, mistakes_json
from lifeboat.showing.schemas import KINDS, schema_json
from repository import TINY

TEXT = TINY.read_text(encoding="utf-8")
PLAN = "plan: 1\nflights: {Heron: {launch: 2030-03-06}}\n"
OVERLAY = "lifeboat_overlay: 1\nedits: [{delay: {Heron: 1d}}]\n"
ANSWER = answer()
BEST = check().option
SAME = difference(BEST, BEST)
DOCUMENTS = {
    "solve": document(ANSWER),
    "check": document(check()),
    "replan": document(
        Replanned(
            record="was.yaml", since=ANSWER.as_of, before=BEST, answer=ANSWER, difference=None
        )
    ),
    "diff": document(Differing(before="a", after="b", difference=SAME)),
    "whatif": document(Comparison(base=ANSWER, variants=())),
}

WANTED: dict[str, Callable[[str], object]] = {
    "a scenario": open_scenario,
    "a plan": lambda path: read_plan(path, read_scenario(str(TINY))),
    "an overlay": lambda path: overlay(source_of(TEXT, "tiny.yaml"), path),
}


def told(text: str, wanted: str, tmp_path: Path) -> Mistake:
    """The one mistake that is told of a text where a kind of file is wanted."""
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        WANTED[wanted](str(path))
    (mistake,) = caught.value.mistakes
    assert mistake.place is not None
    assert mistake.place.file == str(path)
    return mistake


@pytest.mark.parametrize(
    ("text", "wanted", "said", "line", "hint"),
    [
        (PLAN, "a scenario", "a plan", 1, "lifeboat check SCENARIO"),
        ("\n" + PLAN[8:], "a scenario", "a plan", 2, "the scenario first"),
        (PLAN, "an overlay", "a plan", 1, "lifeboat check SCENARIO"),
        (OVERLAY, "a scenario", "an overlay", 1, "--with"),
        ("# Late.\n" + OVERLAY, "a plan", "an overlay", 2, "--with"),
        (TEXT, "a plan", "a scenario", 20, "lifeboat solve"),
        (TEXT, "an overlay", "a scenario", 20, "--save NAME"),
    ],
)
def test_a_file_of_ours_in_the_place_of_another(
    text: str, wanted: str, said: str, line: int, hint: str, tmp_path: Path
) -> None:
    mistake = told(text, wanted, tmp_path)
    assert mistake.kind == "other-kind"
    assert mistake.message == f"this file is {said}, not {wanted}"
    assert mistake.place is not None
    assert mistake.place.line == line
    assert hint in (mistake.hint or "")


@pytest.mark.parametrize("command", DOCUMENTS)
@pytest.mark.parametrize("wanted", ["a scenario", "an overlay"])
def test_what_was_printed_as_json_is_neither(command: str, wanted: str, tmp_path: Path) -> None:
    mistake = told(DOCUMENTS[command], wanted, tmp_path)
    assert mistake.message == f"this file is what `{command} --json` printed, not {wanted}"
    holds_a_plan = command in ("solve", "check", "replan")
    assert ("checks the plan in it" in (mistake.hint or "")) == holds_a_plan


@pytest.mark.parametrize("command", ["diff", "whatif"])
def test_what_holds_no_plan_or_several_is_no_plan(command: str, tmp_path: Path) -> None:
    mistake = told(DOCUMENTS[command], "a plan", tmp_path)
    assert mistake.message == f"this file is what `{command} --json` printed, not a plan"


def test_a_list_of_mistakes_is_named(tmp_path: Path) -> None:
    text = mistakes_json([Mistake(kind="no-file", message="there is no file 'a'")])
    assert "mistakes that --json printed" in told(text, "a plan", tmp_path).message


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wanted", WANTED)
def test_a_schema_is_none_of_them(kind: str, wanted: str, tmp_path: Path) -> None:
    mistake = told(schema_json(kind), wanted, tmp_path)
    assert mistake.message == f"this file is a JSON Schema, not {wanted}"


@pytest.mark.parametrize(
    "tree",
    [
        {"name": "shop", "version": "1.0", "scripts": {}, "dependencies": {}},
        {"services": {"web": {"image": "nginx"}}, "volumes": {}},
        {"type": "FeatureCollection", "features": [{"type": "Feature"}]},
    ],
)
@pytest.mark.parametrize("wanted", WANTED)
def test_a_file_of_another_program(tree: object, wanted: str, tmp_path: Path) -> None:
    mistake = told(json.dumps(tree, indent=1), wanted, tmp_path)
    assert mistake.message == f"this file is not {wanted}: none of its keys is a key of one"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("lifeboat: 2\nplan: 1\n", "a scenario"),
        ("vehicle: {}\nperson: {}\n", "a scenario"),
        ("plan: 1\nflight: {Heron: {}}\n", "a plan"),
        ("flihgts: {Heron: {}}\n", "a plan"),
        ("lifeboat_overlay: 1\n", "an overlay"),
        ("edit: [{delay: {Heron: 1d}}]\n", "an overlay"),
    ],
)
def test_a_file_of_the_right_kind_is_told_its_own_mistakes(
    text: str, wanted: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        WANTED[wanted](str(path))
    assert {it.kind for it in caught.value.mistakes} <= {"unknown-key", "missing-key"}


@pytest.mark.parametrize("wanted", WANTED)
@pytest.mark.parametrize("text", ["", " \n\n", "# nothing yet\n"])
def test_an_empty_file_is_told_what_to_do(text: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        WANTED[wanted](str(path))
    (mistake,) = caught.value.mistakes
    assert mistake.message == f"'{path}' is empty"
    assert mistake.hint


def test_a_plan_that_says_nothing_is_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("{}\n", encoding="utf-8")
    assert read_plan(str(path), read_scenario(str(TINY))).flights == {}
