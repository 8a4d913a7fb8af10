"""The answer to `lifeboat diff`."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.difference import Difference
from lifeboat.scenario.part import Part


class Differing(Part):
    """Two plans held against each other: one documented, versioned document."""

    lifeboat_diff: Literal[1] = 1
    """The version of this document."""
    before: str
    """The file of the first plan."""
    after: str
    """The file of the second one."""
    unknown: tuple[str, ...] = ()
    """What plan files speak of and the scenario does not have, or not any more; it was left out."""
    difference: Difference
