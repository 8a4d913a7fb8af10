"""Reading scenarios and plans with all that the program knows."""

from __future__ import annotations

from collections.abc import Iterable

from lifeboat.files.known_types import known_types
from lifeboat.files.plan_file import read_earlier_plan, read_plan
from lifeboat.files.read import SourcedScenario, scenario_of
from lifeboat.files.source import Source, read_source
from lifeboat.goals import GOALS
from lifeboat.rules import RULES
from lifeboat.scenario.scenario import Scenario

__all__ = ["open_scenario", "read_earlier_plan", "read_plan", "read_scenario"]


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


def read_scenario(
    path: str,
    *,
    overlays: Iterable[str] = (),
    edits: Iterable[tuple[str, str]] = (),
) -> Scenario:
    """The whole situation as known on one date, read from a YAML file; `-` is standard input.

    Args:
        path: the file.
        overlays: what if? Overlays of the scenario by name, or files with one, in their order.
        edits: more edits, by kind and text: `("delay", "Heron=14d")`.

    Raises:
        MistakesError: with every mistake in the file, or in the edits, each with its place.
    """
    overlays, edits = tuple(overlays), tuple(edits)
    if not overlays and not edits:
        return open_scenario(path).scenario
    from lifeboat.questions.editing import open_edited

    return open_edited(path, overlays=overlays, flags=edits).sourced.scenario
