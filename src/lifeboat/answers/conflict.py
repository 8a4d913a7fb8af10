"""Conflicts: what cannot hold together, each with what would be broken, were it to give way."""

from __future__ import annotations

from lifeboat.plans.findings import Finding
from lifeboat.scenario.part import Part


class Cause(Part):
    """One of the things that cannot hold together: what the scenario says, or a rule."""

    premise: str
    """The keys that say it: `vehicles.Heron.modes.empty.lead`, `pins.early`, `rules.pins-hold`."""
    says: str
    """What it says, as a clause."""
    rule: str
    """The rule that asks plans to keep it."""
    see: tuple[tuple[str, ...], ...]
    """The parts of the scenario that say it, each as a path of keys."""
    likewise: tuple[str, ...] = ()
    """People of whom the scenario says the same, with the same conflict for each."""
    gives: tuple[Finding, ...] = ()
    """What would be broken in a plan that keeps all the others; nothing of a pin, which would be
    otherwise, and where none was found in time."""


class Conflict(Part):
    """Things that cannot hold together."""

    wanted: str | None = None
    """The rule that is asked to hold, where there is a plan that breaks it; none where there is no
    plan at all."""
    because: tuple[Cause, ...]
    """They leave no plan. Without any one of them there is one."""
    is_smallest: bool
    """Whether that is known: if not, they are sufficient, but perhaps more than needed."""
