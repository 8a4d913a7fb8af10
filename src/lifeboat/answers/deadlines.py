"""The answer to `lifeboat deadlines`: how late things may be, and until when a choice is open."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.difference import Difference
from lifeboat.answers.solve import Answer, Receipt
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part

Event = Literal["launch", "undock", "landing", "liner"]
Bound = Literal["limited", "any-time", "not-known"]


class Latest(Part):
    """How late something of the plan may be, with everybody as well covered as they can be."""

    event: Event
    who: tuple[str, ...]
    """The vehicle, or the people."""
    what: str
    """What may be late, as a clause: `Heron is launched (empty)`."""
    planned: Moment
    """When it happens in the plan."""
    bound: Bound
    """Whether it may be late without end, as far as the horizon goes."""
    latest: Moment | None = None
    """The last day on which everybody is covered as well as now; proven from both sides where the
    bound is `limited`. None where it may be at any time, or never."""
    order_by: Moment | None = None
    """The last day on which that can still be ordered, where it needs an order."""
    after: Answer | None = None
    """The best plan a day later; none where there is none, or it was not found in time."""
    difference: Difference | None = None
    """How that plan differs: who has a worse place, and what else changes."""
    impossible: bool = False
    """Whether there is no plan at all a day later."""


class Deadlines(Part):
    """The answer to `lifeboat deadlines`: one documented, versioned document."""

    lifeboat_deadlines: Literal[1] = 1
    """The version of this document."""
    scenario: str
    """The scenario's name."""
    as_of: Moment
    horizon_end: Moment
    best: Answer
    """The best plan, from which everything is late; or the plan that was asked about."""
    is_of_a_plan: bool = False
    """Whether it is about a plan that was given: then everybody is to be as well covered as in that
    one."""
    is_known: bool = True
    """Whether it is known how well everybody can be covered: if not, nothing is known of how late
    anything may be."""
    latest: tuple[Latest, ...] = ()
    """What has to be decided first comes first; then what may be at any time, and what is not
    known."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    interrupted: bool = False
    receipt: Receipt
