"""All that the contributors' page lists for a rule, goal, question, output or key exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keys import descriptions
from lifeboat.commands.app import COMMANDS
from lifeboat.goals import GOALS, Goal
from lifeboat.rules import RULES, Rule
from lifeboat.showing.schemas import KINDS
from repository import ROOT, TESTS

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SOURCE = ROOT / "src" / "lifeboat"
QUESTIONS = (
    "solve",
    "check",
    "days",
    "chart",
    "explain",
    "why",
    "repair",
    "alternatives",
    "deadlines",
    "whatif",
    "sweep",
    "replan",
    "diff",
)
NOT_QUESTIONS = {
    *("run", "session", "workers", "receipt", "known_plans", "audited", "ceilings"),
    *("conflict", "impossible", "costs_a_seat", "forced", "reasons", "so_far"),
}
"""Files of `questions/` that are no questions: settings, repeated answers, several at once, and
what an answer has besides its plan, or instead.
"""
SAYS_NOTHING = {"why", "sources", "lifeboat"}
"""Keys that mean nothing to a plan: remarks, sources and the version of the file."""

NAMES = {*(rule.name for rule in RULES), *(goal.name for goal in GOALS)}
KEYS = {path.split(".")[-1] for path in descriptions() if not path.startswith("overlays")}


def listed_for(what: str) -> str:
    """The list under a heading of the page."""
    found = re.search(rf"^## To add {what}\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def files_for(what: str, name: str) -> list[Path]:
    """The files that the page lists for a rule, goal or the like of that name."""
    said = re.findall(r"`((?:src|tests|docs)/[^`]*(?:NAME|SAID)[^`]*)`", listed_for(what))
    assert said, "the page names files"
    return [ROOT / it.replace("NAME", name.replace("-", "_")).replace("SAID", name) for it in said]


def lists_its_class(package: str, concern: Rule | Goal) -> bool:
    return f"{type(concern).__name__}()" in (SOURCE / package / "__init__.py").read_text("utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_all_that_belongs_to_it(rule: Rule) -> None:
    assert [it for it in files_for("a rule", rule.name) if not it.is_file()] == []
    assert lists_its_class("rules", rule)


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_a_goal_has_all_that_belongs_to_it(goal: Goal) -> None:
    assert [it for it in files_for("a goal", goal.name) if not it.is_file()] == []
    assert lists_its_class("goals", goal)


def test_a_question_is_a_file_or_folder_of_questions() -> None:
    found = {it.stem for it in (SOURCE / "questions").iterdir() if not it.name.startswith("_")}
    assert found == {*QUESTIONS, *NOT_QUESTIONS}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_all_that_belongs_to_it(name: str) -> None:
    for path in files_for("a question", name):
        folder = path.parent / name
        places = [path, folder / path.name, folder / "__init__.py"]
        assert any(it.is_file() for it in places), f"{path.relative_to(ROOT)} is missing"
    assert name in COMMANDS
    assert ("answer" if name == "solve" else name) in KINDS
    assert f"| `lifeboat {name} " in (ROOT / "README.md").read_text("utf-8")


NO_OUTPUT = {
    "digest": "what several outputs draw",
    "exports": "an answer to solve for other programs",
    "html": "a report of an answer to solve",
    "png": "the chart alone as a picture of pixels",
    "svg": "the chart alone as a picture",
    "tables": "what several outputs draw",
    "timeline": "where things are in time",
}
"""Folders that show nothing themselves, and what they are."""


def test_every_output_shows_every_question() -> None:
    folders = [it for it in (SOURCE / "showing").iterdir() if (it / "__init__.py").is_file()]
    outputs = [it for it in folders if it.name not in NO_OUTPUT]
    assert [it.name for it in outputs] == ["terminal"]
    missing = [
        f"{output.name}/{name}.py"
        for output in outputs
        for name in QUESTIONS
        if not (output / f"{name}.py").is_file()
        or not (TESTS / "showing" / output.name / f"test_{name}.py").is_file()
    ]
    assert missing == []


@pytest.mark.parametrize("key", sorted(KEYS - SAYS_NOTHING - NAMES))
def test_a_key_is_known_to_the_oracle_or_the_random_scenarios(key: str) -> None:
    files = (TESTS / "agreement").glob("*.py")
    assert any(re.search(rf"\b{key}\b", it.read_text("utf-8")) for it in files)
