"""The answer to `lifeboat sweep`."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.difference import Difference
from lifeboat.answers.option import GoalValue
from lifeboat.answers.solve import Answer, Outcome
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part


class Parameter(Part):
    """Something that is varied."""

    name: str
    """`Heron.slip`, or the path of a value."""
    first: str
    """The first amount."""
    last: str
    unit: str
    """How far two amounts are apart at least."""
    amounts: tuple[str, ...]
    """Those that were looked at, in their order."""


class Point(Part):
    """The answer for one amount of every parameter."""

    at: tuple[str, ...]
    """The amounts, in the order of the parameters."""
    kind: str
    """The letter of its kind of answer."""
    outcome: Outcome | Literal["refused"]
    """`refused`: the scenario makes no sense with these amounts."""
    reason: tuple[str, ...] = ()
    """Where there is no plan: why."""
    goals: tuple[GoalValue, ...] = ()


class AnswerKind(Part):
    """A kind of answer: the same flights in the same modes, the same people home on what."""

    letter: str
    title: str
    """What it does that the plan of record does not; or why there is no plan."""
    first_at: tuple[str, ...]
    """The first amounts with that kind of answer."""
    answer: Answer | None
    """The first answer of that kind that is proven, or else the first; none where the scenario
    makes no sense.
    """


class KindChange(Part):
    """Between two amounts the answer becomes one of another kind."""

    parameter: str
    """Which parameter grows."""
    beside: tuple[str, ...]
    """The amounts of all parameters before the change."""
    before: str
    """The last amount with the kind before."""
    after: str
    """The first amount with the kind after."""
    from_kind: str
    to_kind: str
    exact: bool
    """No amount lies in between, both answers are proven, and the kind before would be worse."""
    difference: Difference | None
    """None where one of the two has no plan."""


class Swept(Part):
    """What becomes of the answer as something varies: one documented, versioned document."""

    lifeboat_sweep: Literal[1] = 1
    """The version of this document."""
    scenario: str
    """The scenario's name."""
    as_of: Moment
    horizon_end: Moment
    edits: tuple[str, ...] = ()
    """The overlays and flags that were applied to the scenario before, in their order."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    parameters: tuple[Parameter, ...]
    points: tuple[Point, ...]
    """In the order of their amounts."""
    kinds: tuple[AnswerKind, ...]
    changes: tuple[KindChange, ...]
    interrupted: bool = False
    out_of_time: bool = False
    """Whether the time for all answers was over before every change was followed to its place."""
