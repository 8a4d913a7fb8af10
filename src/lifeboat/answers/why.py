"""The answer to `lifeboat why`: what happens if a choice of the best plan is made otherwise."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.conflict import Conflict
from lifeboat.answers.difference import Difference
from lifeboat.answers.solve import Answer, Receipt
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part

WhyOutcome = Literal[
    "worse", "as-good", "better", "impossible", "no-plan", "no-such-date", "gave-up"
]


class Why(Part):
    """The answer to `lifeboat why`: one documented, versioned document."""

    lifeboat_why: Literal[1] = 1
    """The version of this document."""
    scenario: str
    """The scenario's name."""
    as_of: Moment
    horizon_end: Moment
    claim: str
    """What was claimed of the best plan."""
    outcome: WhyOutcome
    """What becomes of the best plan if it is to be otherwise: `worse` in the goals, `as-good`, or
    `impossible`; `better` where the best plan itself is not proven. `no-plan`: there is none to
    begin with. `no-such-date`: what is to be earlier or later does not happen in it. `gave-up`: not
    known in the time given."""
    holds: bool | None = None
    """Whether it is so in the best plan; none where there is no plan, or no such date."""
    as_it_is: str = ""
    """What the person or vehicle does in the best plan."""
    forced: tuple[str, ...] = ()
    """The pins with which it was solved again, as sentences: those of the claim where it does not
    hold, and those of its contrary where it does."""
    best: Answer
    """The best plan of the scenario as it stands."""
    other: Answer | None = None
    """The best plan with these pins."""
    difference: Difference | None = None
    """What is different in that one; none where one of the two has no plan."""
    conflicts: tuple[Conflict, ...] = ()
    """Where it is impossible: what cannot hold together."""
    are_all: bool = True
    """Whether there is known to be a plan without one thing of each conflict."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    interrupted: bool = False
    receipt: Receipt
