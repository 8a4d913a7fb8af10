"""Reading the values of a file into a model, with all mistakes reported at once."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from lifeboat.errors import MistakesError
from lifeboat.files.source import Source
from lifeboat.files.validation.translate import mistakes_of

AnyModel = TypeVar("AnyModel", bound=BaseModel)


def validate(source: Source, model: type[AnyModel]) -> AnyModel:
    """Read the values of a file into a model; raises `MistakesError` with all that do not fit."""
    try:
        return model.model_validate_json(json.dumps(source.tree), strict=True)
    except ValidationError as error:
        raise MistakesError(mistakes_of(error, source, model)) from None
