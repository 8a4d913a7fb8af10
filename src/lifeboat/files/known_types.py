"""The vehicle types the program knows, each figure with its source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import RootModel

from lifeboat.files.source import Source, source_of
from lifeboat.files.validation.validate import validate
from lifeboat.scenario.part import Name
from lifeboat.scenario.vehicles import VehicleType


class KnownTypes(RootModel[dict[Name, VehicleType]]):
    """Vehicle types by name."""


@cache
def known_types() -> Mapping[str, VehicleType]:
    """The vehicle types shipped with the program, by name."""
    return validate(known_source(), KnownTypes).root


@cache
def known_source() -> Source:
    """The file of the vehicle types shipped with the program."""
    text = (files("lifeboat.scenario") / "known_types.yaml").read_text(encoding="utf-8")
    return source_of(text, "known_types.yaml")
