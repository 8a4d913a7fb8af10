"""All rules and goals are listed, and the keys and goals they name exist."""

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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_keys_of_a_scenario(rule: Rule) -> None:
    assert set(rule.keys) <= set(descriptions())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_feeds_a_goal(rule: Rule) -> None:
    assert rule.feeds in {goal.name for goal in GOALS}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_costs_to_break_it(rule: Rule) -> None:
    for said in (rule.broken_once, rule.always or "Nothing more."):
        assert said[0].isupper()
        assert said.endswith(".")


def test_names_are_given_once() -> None:
    names = [*(rule.name for rule in RULES), *(goal.name for goal in GOALS)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("package", "kind", "listed"), [(lifeboat.rules, Rule, RULES), (lifeboat.goals, Goal, GOALS)]
)
def test_whatever_is_written_is_listed(package: Any, kind: type, listed: tuple[Any, ...]) -> None:
    """A rule in a file that is not listed would never apply."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    assert set(kind.__subclasses__()) == {type(it) for it in listed}
