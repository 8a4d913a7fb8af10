"""How far the goals are proven, block by block."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import Caps, ObjectiveBlock


@dataclass
class Proof:
    """Which blocks are done, and what is known of every goal."""

    blocks: list[ObjectiveBlock] = field(default_factory=list)
    done: int = 0
    """How many blocks are done: proven or, in a limited search, as good as it finds."""
    bounds: dict[int, int] = field(default_factory=dict)
    """By goal: its bound, as far as one is proven; no plan has less."""
    found: dict[int, int] = field(default_factory=dict)
    """By goal: the value in the best plan found, where it is not proven."""
    within: tuple[int, ...] = ()
    """By goal: its tolerance, by which the goals of later blocks may make it worse."""

    _least: dict[ObjectiveBlock, tuple[Caps, dict[int, int]]] = field(default_factory=dict)
    """By block: its bounds, and what was kept of the goals before it when they were found."""

    @property
    def is_done(self) -> bool:
        return self.done == len(self.blocks)

    @property
    def is_at_the_last(self) -> bool:
        """Whether all blocks but the last are done."""
        return self.done == len(self.blocks) - 1

    @property
    def block(self) -> ObjectiveBlock:
        """The block to prove next."""
        return self.blocks[self.done]

    @property
    def _known(self) -> dict[int, int]:
        return {**self.bounds, **self.found}

    def caps(self) -> Caps:
        """The greatest value allowed of every goal in the blocks that are done."""
        known = self._known
        return {index: known[index] + self._tolerance(index) for index in self._settled}

    def _tolerance(self, index: int) -> int:
        return self.within[index] if self.within else 0

    @property
    def _settled(self) -> list[int]:
        """The goals in the blocks that are done."""
        return [index for block in self.blocks[: self.done] for index in block]

    @property
    def tolerant(self) -> list[int]:
        """The goals that later ones may make worse."""
        return [index for index, within in enumerate(self.within) if within]

    def rated(self, values: tuple[int, ...]) -> tuple[int, ...]:
        """The values of a plan as they compare with another's: within the tolerance of a goal that
        is settled, less is not better.
        """
        caps = {index: cap for index, cap in self.caps().items() if self._tolerance(index)}
        return tuple(max(it, caps.get(index, it)) for index, it in enumerate(values))

    def keep(self, values: dict[int, int]) -> bool:
        """Keep bounds; returns whether any of them has changed."""
        raised = any(self.bounds.get(index) != value for index, value in values.items())
        self.bounds.update(values)
        self._least[tuple(values)] = self.caps(), values
        return raised

    def least(self) -> dict[int, int]:
        """The bounds of the next block, if they were found with the goals before it as they are
        now: with more of those, there may be less of these.
        """
        caps, values = self._least.get(self.block, ({}, {}))
        return values if caps == self.caps() else {}

    def is_met_so_far(self, best: Incumbent | None) -> bool:
        """Whether a plan meets the known values of every block that is done."""
        caps = self.caps()
        return not caps or (
            best is not None and all(best.values[index] <= cap for index, cap in caps.items())
        )

    def is_met_in(self, best: Incumbent | None, block: ObjectiveBlock) -> bool:
        """Whether a plan meets the known values of one block."""
        known = self._known
        return best is not None and all(best.values[it] <= known[it] for it in block)

    def is_met(self, best: Incumbent | None, block: ObjectiveBlock) -> bool:
        """Whether a plan meets the bound of a block, and the values of every block that is done."""
        return self.is_met_so_far(best) and self.is_met_in(best, block)

    def one_by_one(self) -> None:
        """Make each goal left a block of its own; the bounds of all but the first are dropped."""
        left = [index for block in self.blocks[self.done :] for index in block]
        if not self.is_done and self.block in self._least:
            caps, values = self._least[self.block]
            self._least[left[0],] = caps, {left[0]: values[left[0]]}
        self.blocks[self.done :] = [(index,) for index in left]
        for index in left[1:]:
            self.bounds.pop(index, None)
