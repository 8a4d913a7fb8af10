"""Every rule and every goal has its test and its page, and names keys that exist."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest

import lifeboat.goals
import lifeboat.rules
from keys import descriptions
from lifeboat.goals import GOALS, Goal
from lifeboat.rules import RULES, Rule
from repository import ROOT

CONCERNS: list[tuple[str, Rule | Goal]] = [
    *(("rules", rule) for rule in RULES),
    *(("goals", goal) for goal in GOALS),
]


@pytest.mark.parametrize(("folder", "concern"), CONCERNS, ids=[it.name for _, it in CONCERNS])
def test_it_has_a_test_and_a_page(folder: str, concern: Rule | Goal) -> None:
    test = ROOT / "tests" / folder / f"test_{concern.name.replace('-', '_')}.py"
    page = ROOT / "docs" / "reference" / folder / f"{concern.name}.md"
    assert test.is_file(), f"{concern.name} has no test: write {test.relative_to(ROOT)}"
    assert page.is_file(), f"{concern.name} has no page: run docs/making/make_pages.py"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_keys_of_a_scenario(rule: Rule) -> None:
    assert set(rule.keys) <= set(descriptions())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_feeds_a_goal(rule: Rule) -> None:
    assert rule.feeds in {goal.name for goal in GOALS}


def test_names_are_given_once() -> None:
    names = [concern.name for _, concern in CONCERNS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("package", "kind", "listed"), [(lifeboat.rules, Rule, RULES), (lifeboat.goals, Goal, GOALS)]
)
def test_whatever_is_written_is_listed(package: Any, kind: type, listed: tuple[Any, ...]) -> None:
    """A rule in a file that nobody lists would hold for nobody."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    assert set(kind.__subclasses__()) == {type(it) for it in listed}
