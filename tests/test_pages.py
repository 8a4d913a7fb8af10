"""The pages of docs/ are current, and their examples hold."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest

from keys import descriptions
from lifeboat.counted import counted
from lifeboat.goals import GOALS, Weighed
from lifeboat.goals.measuring import goal_value
from lifeboat.plans.course import Course
from lifeboat.rules import RULES
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from make_pages import REFERENCE, outlines, pages, schemas, whole_page
from pictures import pictures
from plain_yaml import plain
from posing import audited
from repository import ROOT
from tiny import TINY, as_plan, as_scenario

NAMED = [*(rule.name for rule in RULES), *(goal.name for goal in GOALS)]


def examples(page: Path) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """The example of a page: the changed tiny station, its plan, and the lines it expects."""
    text = page.read_text(encoding="utf-8")
    parts: dict[str, dict[str, Any]] = {"scenario": {}, "plan": {}}
    for kind, body in re.findall(r"```yaml\n# (\w+)\n(.*?)```", text, re.DOTALL):
        parts[kind] = plain(body)
    (said,) = re.findall(r"```text\n(.*?)\n```", text, re.DOTALL)
    scenario = copy.deepcopy(TINY)
    merge(scenario, parts["scenario"])
    return scenario, parts["plan"], said.splitlines()


def merge(tree: dict[str, Any], edits: dict[str, Any]) -> None:
    for key, value in edits.items():
        if isinstance(value, dict) and isinstance(tree.get(key), dict):
            merge(tree[key], value)
        else:
            tree[key] = value


@pytest.mark.parametrize("path", pages(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_pages_are_current(path: Path) -> None:
    """If this fails, run `python docs/making/make_pages.py`."""
    assert path.read_text(encoding="utf-8") == whole_page(path, pages()[path])


@pytest.mark.parametrize("path", schemas(), ids=lambda path: path.name)
def test_schemas_are_current(path: Path) -> None:
    """If this fails, run `python docs/making/make_pages.py`."""
    assert path.read_text(encoding="utf-8") == schemas()[path]


@pytest.mark.parametrize("path", pictures(), ids=lambda path: path.name)
def test_pictures_are_current(path: Path) -> None:
    """If this fails, run `python docs/making/make_pages.py`."""
    assert path.read_text(encoding="utf-8") == pictures()[path]


def test_every_picture_that_is_shown_is_made() -> None:
    pattern = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = {
        (page.parent / link).resolve()
        for page in pages
        for link in pattern.findall(page.read_text("utf-8"))
    }
    assert shown == set(pictures())


def test_every_key_is_on_the_page_of_keys() -> None:
    text = (REFERENCE / "scenario.md").read_text("utf-8")
    for path in descriptions():
        assert re.search(rf"^(## {path}$|\| `[\w.]*{path.split('.')[-1]}` )", text, re.M), path


def test_what_completion_knows_is_current() -> None:
    """If this fails, run `python docs/making/make_pages.py`."""
    for path, text in outlines().items():
        assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_the_example_of_a_rule_is_found_by_its_audit(name: str) -> None:
    scenario, plan, said = examples(REFERENCE / "rules" / f"{name}.md")
    found = audited(name, as_scenario(scenario), as_plan(plan))
    assert [finding.message for finding in found] == said


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_the_example_of_a_goal_has_its_value(goal: Any) -> None:
    scenario, plan, said = examples(REFERENCE / "goals" / f"{goal.name}.md")
    course = Course.of(Situation.of(as_scenario(scenario), {}), as_plan(plan))
    value = goal_value(course, ledger_of(course), Weighed(((goal, 1),)))
    assert [counted(value.value, value.unit)] == said


def test_every_key_of_a_scenario_is_explained() -> None:
    names = tuple(f"{owner}.{name}" for owner in ("rules", "goals") for name in NAMED)
    unexplained = [key for key, meaning in descriptions().items() if not meaning]
    assert [key for key in unexplained if key not in names] == []
