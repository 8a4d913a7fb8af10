"""Reading a file into its model, with every mistake told at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from lifeboat.errors import MistakesError
from lifeboat.files.consistency import mistakes_in
from lifeboat.files.source import Source, read_source, source_of
from lifeboat.files.validation.translate import mistakes_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import VehicleType

__all__ = [
    "SourcedScenario",
    "read_source",
    "scenario_of",
    "source_of",
    "validate",
]

AnyModel = TypeVar("AnyModel", bound=BaseModel)


@dataclass(frozen=True)
class SourcedScenario:
    """A scenario together with the file it was read from."""

    scenario: Scenario
    source: Source


def validate(source: Source, model: type[AnyModel]) -> AnyModel:
    """What a file says, as a model; raises `MistakesError` with all that does not fit."""
    try:
        return model.model_validate_json(json.dumps(source.tree), strict=True)
    except ValidationError as error:
        raise MistakesError(mistakes_of(error, source, model)) from None


def scenario_of(
    source: Source,
    *,
    known_types: Mapping[str, VehicleType],
    rule_names: Sequence[str],
    goal_names: Sequence[str],
) -> SourcedScenario:
    """The scenario in a file that has been read; raises `MistakesError` if anything is wrong."""
    scenario = validate(source, Scenario)
    mistakes = mistakes_in(source, scenario, known_types, rule_names, goal_names)
    if mistakes:
        raise MistakesError(mistakes)
    return SourcedScenario(scenario, source)
