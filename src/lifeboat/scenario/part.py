"""What every part of a scenario has in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, FiniteFloat, StringConstraints

from lifeboat.days import Span

LONGEST_NAME = 60
_UNSEEN = (
    r"\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f"
    r"\u3000\ufeff\ufffe\uffff"
)
_END = f"[^= {_UNSEEN}]"
NAME_PATTERN = f"^{_END}(?:[^={_UNSEEN}]{{0,{LONGEST_NAME - 2}}}{_END})?$"

Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
"""The name of a vehicle, person, port or pad: any text of up to 60 characters that can be seen,
without equals signs. Names are read in one normal form (NFC), however accents are composed."""


def unseen_in_a_name(character: str) -> bool:
    """Whether a name may not hold a character because it cannot be told from others, or seen."""
    return re.fullmatch(f"[{_UNSEEN}]", character) is not None


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a name that must be the name of something else in the scenario, or in the program."""

    what: str
    """What it is the name of, as messages say it."""
    or_station: bool = False
    """Whether it may be `station` instead."""


VehicleName = Annotated[Name, RefersTo("vehicle")]
SeatName = Annotated[Name, RefersTo("vehicle", or_station=True)]
PersonName = Annotated[Name, RefersTo("person")]
PortName = Annotated[Name, RefersTo("port")]
PadName = Annotated[Name, RefersTo("pad")]
ModeName = Annotated[Name, RefersTo("mode")]
TypeName = Annotated[Name, RefersTo("vehicle type")]
FamilyName = Annotated[Name, RefersTo("family")]
GearName = Annotated[Name, RefersTo("liner or suit")]
SkillName = Annotated[Name, RefersTo("skill")]
SupplyName = Annotated[Name, RefersTo("supply")]
InvestigationName = Annotated[Name, RefersTo("investigation")]
RuleName = Annotated[Name, RefersTo("rule")]
GoalName = Annotated[Name, RefersTo("goal")]

LONGEST_TITLE = 200


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


Title = Annotated[str, StringConstraints(max_length=LONGEST_TITLE), AfterValidator(_in_one_line)]
"""What something is called where it is shown: one line of up to 200 letters."""

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
        """The limit with its full waiver."""
        return self.limit if self.waived_to is None else max(self.limit, self.waived_to)
