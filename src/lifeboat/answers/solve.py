"""The answer to `lifeboat solve`: an outcome, the best plan, other kinds, a receipt."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.chart import Chart
from lifeboat.answers.conflict import Conflict
from lifeboat.answers.days import DayTable
from lifeboat.answers.difference import Difference, difference
from lifeboat.answers.option import Option
from lifeboat.answers.reason import Reason
from lifeboat.days import Duration, Moment
from lifeboat.errors import Remark
from lifeboat.plans.findings import Finding
from lifeboat.scenario.part import Part

Outcome = Literal["proven-best", "best-found", "impossible", "gave-up"]


class Receipt(Part):
    """What is needed to get the same answer again. Only times and durations may differ."""

    program: str
    """Version of lifeboat."""
    solver: str
    """Version of the solver."""
    python: str
    scenario_sha256: str
    """Of the scenario's text, or of its JSON if it was not read from a file."""
    edits: tuple[str, ...] = ()
    """The overlays and flags that were applied to the scenario, in their order."""
    seed: int
    time_limit: Duration | None = None
    parameters: dict[str, str] = {}
    started: Moment | None = None
    """When the search began."""
    seconds: float | None = None
    """How long it took, wall clock."""


class Answer(Part):
    """The answer to `lifeboat solve`: one documented, versioned document."""

    lifeboat_answer: Literal[1] = 1
    """The version of this document."""
    scenario: str
    """The scenario's name."""
    as_of: Moment
    horizon_end: Moment
    resolution: str
    outcome: Outcome
    reason: tuple[str, ...] = ()
    """Where there is no plan: what counting could see, or that the search proved it. Where goals
    cannot be proven: why."""
    conflicts: tuple[Conflict, ...] = ()
    """Where there is no plan: what cannot hold together, as far as it was found in time."""
    in_the_way: tuple[Finding, ...] = ()
    """Where there is no plan: of each cause of a conflict, what would be broken in a plan that
    keeps the others. Where somebody has no place while a seat goes home empty: what the rule asks
    that costs them the seat."""
    best: Option | None = None
    tied: Difference | None = None
    """Another plan on the same dates that is as good in every goal, held against the best: what
    differs is settled by name. None where none is known."""
    others: tuple[Option, ...] = ()
    """The best plans of other kinds, best first, each proven best of its kind or said not to be."""
    others_complete: bool | None = None
    """Whether every other kind was searched to its end, so that none left out is better; none where
    no other kind was sought."""
    reasons: tuple[Reason, ...] = ()
    """Why it is not as planned, where that was asked for: for each change what would be worse
    without it."""
    chart: Chart | None = None
    """The best plan as a chart; `solve --json` tells it."""
    days: DayTable | None = None
    """The best plan date by date, likewise."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    interrupted: bool = False
    receipt: Receipt


def between(before: Answer | None, after: Answer | None) -> Difference | None:
    """How the best plan of the second answer differs; None if either answer has no plan."""
    one = None if before is None else before.best
    other = None if after is None else after.best
    return None if one is None or other is None else difference(one, other)
