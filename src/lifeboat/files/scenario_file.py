"""Scenario files: reading a whole situation, with all mistakes reported at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lifeboat.errors import MistakesError, Remark
from lifeboat.files.consistency import mistakes_in
from lifeboat.files.consistency.remarks import remarks_on
from lifeboat.files.kinds.kind import SCENARIO
from lifeboat.files.known_types import known_types
from lifeboat.files.source import Source, read_source, source_of
from lifeboat.files.validation.validate import validate
from lifeboat.goals import GOALS
from lifeboat.rules import RULES
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.stays import with_stays
from lifeboat.scenario.vehicles import VehicleType


@dataclass(frozen=True)
class SourcedScenario:
    """A scenario together with the file it was read from."""

    scenario: Scenario
    source: Source
    remarks: tuple[Remark, ...] = ()
    """What is allowed in it, and odd."""


def open_scenario(path: str) -> SourcedScenario:
    """Read a scenario and keep its file with it, so that answers can point to lines.

    Raises:
        MistakesError: with every mistake in the file, each with its place.
    """
    return scenario_in(read_source(path, SCENARIO))


def scenario_in(source: Source) -> SourcedScenario:
    """The scenario in a file already read; raises `MistakesError` as `open_scenario` does."""
    return scenario_of(
        source,
        known_types=known_types(),
        rule_names=[rule.name for rule in RULES],
        goal_names=[goal.name for goal in GOALS],
    )


def sourced(scenario: Scenario) -> SourcedScenario:
    """A scenario as if it were read from a file, so that edits can be made to it."""
    text = scenario.model_dump_json(by_alias=True, exclude_defaults=True)
    return SourcedScenario(scenario, source_of(text, scenario.name))


def scenario_of(
    source: Source,
    *,
    known_types: Mapping[str, VehicleType],
    rule_names: Sequence[str],
    goal_names: Sequence[str],
) -> SourcedScenario:
    """As `scenario_in`, for a program that knows these types, rules and goals."""
    scenario = with_stays(validate(source, Scenario), known_types)
    mistakes = mistakes_in(source, scenario, known_types, rule_names, goal_names)
    if mistakes:
        raise MistakesError(mistakes)
    return SourcedScenario(scenario, source, remarks_on(source, scenario, known_types))
