"""The scenario to start from."""

import re
from importlib.resources import files

from lifeboat.files.known_types import known_types
from lifeboat.files.scenario_file import SourcedScenario, scenario_of
from lifeboat.files.source import source_of
from lifeboat.goals import GOALS
from lifeboat.rules import RULES

TEXT = files("lifeboat.files").joinpath("template.yaml").read_text("utf-8")


def read(text: str) -> SourcedScenario:
    return scenario_of(
        source_of(text, "template.yaml"),
        known_types=known_types(),
        rule_names=[rule.name for rule in RULES],
        goal_names=[goal.name for goal in GOALS],
    )


def test_it_reads_without_mistakes() -> None:
    assert read(TEXT).scenario.people["Ana"].seat == "First"


def test_so_it_does_with_every_line_in_use_that_is_commented_out() -> None:
    in_use = re.sub(r"(?m)^( *)# (?=\s*[a-z][a-z0-9_-]*:)(?!yaml-language)", r"\1", TEXT)
    changed = sum(a != b for a, b in zip(TEXT.splitlines(), in_use.splitlines(), strict=True))
    assert changed == 14
    scenario = read(in_use).scenario
    assert scenario.pins
    assert scenario.investigations
    assert scenario.station.supplies
