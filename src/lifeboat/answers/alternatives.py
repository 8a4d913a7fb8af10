"""The answer to `lifeboat alternatives`: other plans about as good, and what each costs."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.difference import Difference
from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer, Receipt
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part


class Slack(Part):
    """How much worse than in the best plan a goal may be."""

    goal: str
    """The goal's name."""
    more: float
    """In its unit: days, person-days, people or things."""
    most: float
    """What it may be, worse places counted in where it is about places: so nobody has to give up a
    place to keep to it."""
    counts: str
    """What is counted, as `in a damaged vehicle, or worse`."""
    unit: str


class Alternative(Part):
    """Another plan, the best of all that make some choice otherwise."""

    makes: tuple[str, ...]
    """The choices that lead to it, each as a sentence without its full stop; none on a front."""
    edits: tuple[str, ...] = ()
    """The overlays of the scenario that it takes, where it is an option of theirs."""
    compared: Literal["worse", "as-good", "better"]
    """With the best plan, by the goals in their order; `better` where that one is not proven, or
    with what an overlay adds."""
    proven: bool
    """Whether no plan that makes one of these choices is better or, on a front, whether it belongs
    there."""
    proven_for: tuple[str, ...] = ()
    """The choices for which that is proven; of the others it is the best plan found."""
    traded: tuple[float, float] | None = None
    """On a front: the two that are traded, worse places counted in."""
    option: Option
    difference: Difference
    """How it differs from the best plan."""


class Alternatives(Part):
    """The answer to `lifeboat alternatives`: one documented, versioned document."""

    lifeboat_alternatives: Literal[1] = 1
    """The version of this document."""
    scenario: str
    """The scenario's name."""
    as_of: Moment
    horizon_end: Moment
    slack: tuple[Slack, ...] = ()
    """The goals that may be only so much worse."""
    between: tuple[str, str] | None = None
    """The two goals that are traded against each other, where that is asked."""
    counts: tuple[str, ...] = ()
    """What is counted of these two, as `in a damaged vehicle, or worse`."""
    held: tuple[str, ...] = ()
    """On a front: the goals that stay as good as in the best plan."""
    best: Answer
    """The best plan of the scenario as it stands."""
    plans: tuple[Alternative, ...] = ()
    """The best first; on a front the one with the least of the more important goal."""
    impossible: tuple[str, ...] = ()
    """The choices that no plan makes, or none within the slack."""
    not_known: tuple[str, ...] = ()
    """The choices for which no plan was found in time, though there may be one."""
    left_out: tuple[str, ...] = ()
    """The overlays that would be options and cannot be made as the scenario stands, each with why
    after a colon."""
    are_all: bool = True
    """Whether every choice was looked at to the end, so that each plan left out is worse than one
    of these that makes the same choice; on a front, whether it ends with the last of them."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    interrupted: bool = False
    receipt: Receipt
