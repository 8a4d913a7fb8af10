"""One scenario uses every key there is."""

from __future__ import annotations

from keys import descriptions, used
from lifeboat.files.scenario_file import open_scenario
from lifeboat.goals import GOALS
from lifeboat.questions.solve import solve
from lifeboat.rules import RULES
from repository import EVERYTHING


def test_it_reads_and_uses_every_key() -> None:
    rules, goals = [rule.name for rule in RULES], [goal.name for goal in GOALS]
    read = open_scenario(str(EVERYTHING))
    offered = {f"rules.{name}" for name in rules} | {f"goals.{name}" for name in goals}
    assert set(descriptions()) - used(read.source.tree) - offered == set()


def test_it_has_a_proven_plan() -> None:
    read = open_scenario(str(EVERYTHING))
    answer = solve(read.scenario, plans=1)
    assert answer.outcome == "proven-best"
    assert answer.best is not None
    assert [it for it in answer.best.findings if it.strength == "must"] == []
