"""Findings: a rule broken in a plan."""

from __future__ import annotations

from typing import Literal

from lifeboat.days import Moment
from lifeboat.scenario.part import Part


class Finding(Part):
    """A rule broken in a plan: when, about whom, and what the scenario says about it."""

    rule: str
    """The rule's name."""
    strength: Literal["must", "should"]
    """How strictly the rule holds in this scenario."""
    subject: str
    """What the rule is broken for: a vehicle, a person, a port, a pin."""
    message: str
    """What is wrong, in a sentence."""
    first: Moment | None = None
    """From when."""
    end: Moment | None = None
    """Up to when, not included."""
    vehicles: tuple[str, ...] = ()
    """The vehicles concerned."""
    people: tuple[str, ...] = ()
    """The people concerned."""
    see: tuple[tuple[str, ...], ...] = ()
    """The parts of the scenario that say otherwise, each as a path of keys."""
