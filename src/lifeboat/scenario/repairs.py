"""What may be touched to make a plan possible, and at what price."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lifeboat.scenario.part import Count

MeasureKind = Literal[
    "launch-earlier",
    "launch-later",
    "lead",
    "outcome",
    "wait",
    "gap",
    "closure",
    "undock",
    "deadline",
    "stay",
    "life",
    "overlap",
    "handover",
    "pin",
    "bump",
    "cancel-cargo",
    "cancel-crew",
    "improvised",
    "emergency-place",
    "ride-home",
    "crew",
    "skill",
]
"""The kinds of measures, by which the scenario prices them."""

Price = Count | Literal["never"]
"""What a day, a place, a person or the whole of a measure costs; `never` if it may not be taken."""

PRICES: Mapping[str, int] = {
    "launch-earlier": 2,
    "launch-later": 1,
    "lead": 2,
    "outcome": 2,
    "wait": 2,
    "gap": 2,
    "closure": 2,
    "undock": 1,
    "deadline": 3,
    "stay": 3,
    "life": 4,
    "overlap": 2,
    "handover": 20,
    "pin": 5,
    "bump": 15,
    "cancel-cargo": 10,
    "cancel-crew": 40,
    "improvised": 20,
    "emergency-place": 30,
    "ride-home": 100,
    "crew": 20,
    "skill": 10,
}
"""The prices where a scenario names none: days that engineers and planners can find cost least,
what is decided or agreed more, what carries a risk for somebody most. They are a judgement of this
program, made to be replaced."""
