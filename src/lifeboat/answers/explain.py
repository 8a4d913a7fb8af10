"""The answer to `lifeboat explain`: why there is no plan, or none that keeps a rule."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.conflict import Conflict
from lifeboat.answers.solve import Receipt
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part

ExplainedOutcome = Literal["impossible", "possible", "gave-up"]


class Explained(Part):
    """The answer to `lifeboat explain`: one documented, versioned document."""

    lifeboat_explain: Literal[1] = 1
    """The version of this document."""
    scenario: str
    """The scenario's name."""
    as_of: Moment
    horizon_end: Moment
    outcome: ExplainedOutcome
    """Whether there is a plan; `gave-up` where that is not known."""
    broken: tuple[str, ...] = ()
    """The rules that the best plan breaks, or that were asked for."""
    could_hold: tuple[str, ...] = ()
    """Those of them that some plan keeps, which is then worse in a goal that comes before."""
    unknown: tuple[str, ...] = ()
    """Those of which it is not known in time."""
    conflicts: tuple[Conflict, ...] = ()
    """Why there is no plan, or none that keeps one of these rules; they share nothing."""
    are_all: bool = True
    """Whether there is known to be a plan without one thing of each conflict."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    interrupted: bool = False
    receipt: Receipt
