"""Reading scenarios and plans with all that the program knows."""

from __future__ import annotations

from lifeboat.files.known import known_types
from lifeboat.files.plan_file import read_plan
from lifeboat.files.read import SourcedScenario, scenario_of
from lifeboat.files.source import Source, read_source
from lifeboat.goals import GOALS
from lifeboat.rules import RULES
from lifeboat.station.scenario import Scenario

__all__ = ["open_scenario", "read_plan", "read_scenario"]


def open_scenario(path: str) -> SourcedScenario:
    """A scenario with the file it stands in, so that answers can point to its lines.

    Raises:
        MistakesError: with every mistake in the file, each with its place.
    """
    return scenario_in(read_source(path))


def scenario_in(source: Source) -> SourcedScenario:
    """The scenario in a file that has been read; raises `MistakesError` likewise."""
    return scenario_of(
        source,
        known_types=known_types(),
        rule_names=[rule.name for rule in RULES],
        goal_names=[goal.name for goal in GOALS],
    )


def read_scenario(path: str) -> Scenario:
    """The whole situation as known on one date, read from a YAML file; `-` is standard input.

    Raises:
        MistakesError: with every mistake in the file, each with its place.
    """
    return open_scenario(path).scenario
