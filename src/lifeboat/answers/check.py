"""The answer to `lifeboat check`."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.option import Option
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part


class Check(Part):
    """The answer to `lifeboat check`: one documented, versioned document."""

    lifeboat_check: Literal[1] = 1
    """The version of this document."""
    scenario: str
    as_of: Moment
    plan_name: str | None
    scenario_sha256: str | None = None
    """Of the scenario's text, or of its JSON if it was edited; none if it is not known."""
    edits: tuple[str, ...] = ()
    """The overlays and flags that were applied to the scenario, in their order."""
    good: bool
    """That no rule is broken, neither a `must` nor a `should`, and that nobody was to go home on a
    vehicle that was left out."""
    unknown: tuple[str, ...] = ()
    """What the plan speaks of and the scenario does not have, or not any more; it was left out."""
    lost_rides: dict[str, str] = {}
    """Who was to go home on a vehicle that was left out, and on which; they count as staying."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    option: Option
    """The plan, with all that follows filled in."""
