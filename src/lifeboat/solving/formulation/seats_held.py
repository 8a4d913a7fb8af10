"""The places posted so far: how many sit where in each stretch, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.curves import Sum
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.formulation.claims import QUALITIES

Stretch = tuple[int, int]
"""Slots, the first and the one after the last, in which nothing about places changes."""


@dataclass(eq=False)
class SeatsHeld:
    """Flows of claimants into places, and the person-slots they cost by quality."""

    stretches: tuple[Stretch, ...]
    flows: dict[tuple[int, str, str, int], Variable] = field(default_factory=dict)
    """By claimants, vehicle in a pool of its own, quality and first slot of a stretch."""
    loose: dict[tuple[int, str, str, int], Variable] = field(default_factory=dict)
    """The same: those in a seat that does not fit yet, which counts as an improvised place."""
    taken: dict[tuple[int, int], Sum] = field(default_factory=dict)
    """How many have a place, by claimants and first slot of a stretch."""
    spent: dict[str, list[Sum]] = field(
        default_factory=lambda: {quality: [] for quality in (*QUALITIES, "none")}
    )

    def seated(self, index: int, ship: str, first: int) -> Sum:
        """How many of some claimants sit in a vehicle that is in a pool of its own."""
        keys = [(index, ship, quality, first) for quality in QUALITIES]
        flows = [flows.get(key) for flows in (self.flows, self.loose) for key in keys]
        return Sum((), tuple((1, flow) for flow in flows if flow is not None))

    def spend(
        self, quality: str, people: Variable, stretch: Stretch, instead: str | None = None
    ) -> None:
        """Count places of a quality, one for each of `people`, over a stretch; with `instead`, they
        are counted already, and now as of that quality.
        """
        spent = plain(people) * (stretch[1] - stretch[0])
        if instead is None:
            self.spent[quality].append(spent)
        else:
            self.spent[quality].append(spent * -1)
            self.spent[instead].append(spent)
