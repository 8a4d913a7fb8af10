"""What every part of a scenario has in common."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, StringConstraints

from lifeboat.days import Span

NAME_PATTERN = r"^\w[\w '’()/+-]{0,59}$"

Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
"""How a ship, person, port or pad is called: no dots, colons or equals signs, 60 characters."""

Count = Annotated[int, Field(ge=0, le=100_000)]
"""A number of people, seats or places."""

Amount = Annotated[FiniteFloat, Field(ge=0, le=1e9)]
"""A quantity of a consumable, in the unit of its supply."""


class Part(BaseModel):
    """A frozen part of a scenario; unknown keys are refused, fields document themselves."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        use_attribute_docstrings=True,
        revalidate_instances="never",
        arbitrary_types_allowed=True,
        defer_build=True,  # a scenario is one validator; those of its parts alone are seldom used
    )


class Limit(Part):
    """A limit in time, and how far it may be waived. Days between the two count as waived."""

    limit: Span
    """Kept without a waiver."""
    waived_to: Span | None = None
    """The most a waiver allows; without it the limit cannot be waived."""

    @property
    def most(self) -> timedelta:
        """The limit with its whole waiver."""
        return self.limit if self.waived_to is None else max(self.limit, self.waived_to)
