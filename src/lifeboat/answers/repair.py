"""The answer to `lifeboat repair`: the cheapest changes that make a plan possible."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.solve import Answer, Receipt
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part

RepairOutcome = Literal["repaired", "nothing-to-repair", "beyond-repair", "gave-up"]


class Step(Part):
    """One measure of a repair."""

    kind: str
    """What the scenario prices it by, as `lead` or `improvised`."""
    says: str
    """What is done, as a sentence without its full stop."""
    amount: int
    """Days, places or people; 1 of what gives way as a whole."""
    price: int
    """Of all of it."""


class Repair(Part):
    """Changes to the scenario that make possible what is asked; none of them could be less."""

    price: int
    steps: tuple[Step, ...]
    edits: tuple[str, ...]
    """The same as flags of the command line, each in one string: `--set vehicles.Heron.seats=3`."""
    overlay: str
    """The same as the text of an overlay file."""
    answer: Answer
    """The best plan with these changes made."""
    gives: bool
    """Whether that plan keeps what was asked."""


class Repaired(Part):
    """The answer to `lifeboat repair`: one documented, versioned document."""

    lifeboat_repair: Literal[1] = 1
    """The version of this document."""
    scenario: str
    """The scenario's name."""
    as_of: Moment
    horizon_end: Moment
    outcome: RepairOutcome
    """`beyond-repair`: not even all measures together suffice; `gave-up`: not known in time."""
    wanted: tuple[str, ...] = ()
    """The rules that are to hold as well, where there is a plan that breaks them; none where any
    plan at all is wanted."""
    best: Answer | None = None
    """The best plan as it stands; none where there is none, or none was sought."""
    repairs: tuple[Repair, ...] = ()
    """The cheapest first."""
    is_cheapest: bool = True
    """Whether the first is known to be the cheapest there is."""
    are_all: bool = False
    """Whether there is known to be no other repair that could not be less."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    interrupted: bool = False
    receipt: Receipt
