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
    good: bool
    """That no rule is broken, neither a `must` nor a `should`."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    option: Option
    """The plan, with all that follows filled in."""
