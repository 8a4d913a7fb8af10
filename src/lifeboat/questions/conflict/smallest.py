"""The smallest set of things that cannot hold together, by letting go of one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

Thing = TypeVar("Thing")

IsPossible = Callable[[Sequence[Thing]], bool | None]
"""Whether there is a plan while these things hold; None where that is not known in time."""


class Smallest(NamedTuple, Generic[Thing]):
    """Things that cannot hold together."""

    things: tuple[Thing, ...]
    unknown: tuple[Thing, ...] = ()
    """Those of them of which it is not known whether there is a plan without."""

    @property
    def is_smallest(self) -> bool:
        """Whether there is known to be a plan without any one of them."""
        return not self.unknown

    @property
    def needed(self) -> tuple[Thing, ...]:
        """Those of them without any one of which there is known to be a plan."""
        return tuple(it for it in self.things if it not in self.unknown)


def smallest(
    things: Sequence[Thing], is_possible: IsPossible[Thing], most: int | None = None
) -> Smallest[Thing] | None:
    """Those of some things that cannot hold together though any fewer of them could.

    Halves are let go before single things, so that the questions asked grow with what remains and
    not with what there is (Junker, QuickXplain, AAAI 2004, divides likewise). What comes first is
    let go first.

    Args:
        things: known not to hold together.
        is_possible: asked of fewer and fewer of them.
        most: give up once more than so many are needed.

    Returns:
        None if it gave up.
    """
    search = _Search(list(things), is_possible, most)
    search.let_go(list(things))
    if search.are_too_many:
        return None
    return Smallest(tuple(search.kept), tuple(search.unknown))


class _Search(Generic[Thing]):
    def __init__(self, kept: list[Thing], is_possible: IsPossible[Thing], most: int | None) -> None:
        self.kept = kept
        self.unknown: list[Thing] = []
        self._is_possible, self._most = is_possible, most
        self._needed = 0

    @property
    def are_too_many(self) -> bool:
        return self._most is not None and self._needed > self._most

    def let_go(self, part: list[Thing], *, is_needed: bool = False) -> bool:
        """Let go of a part if the rest cannot hold together; whether it could be let go.

        `is_needed`: whether there is known to be a plan without this part.
        """
        if not part or self.are_too_many:
            return not part
        if not is_needed:
            rest = [it for it in self.kept if it not in part]
            found = self._is_possible(rest)
            if found is False:
                self.kept = rest
                return True
            is_needed = found is True
        if len(part) == 1:
            self.unknown += [] if is_needed else part
            self._needed += 1
            return False
        half = len(part) // 2
        is_gone = self.let_go(part[:half])
        # Without the first half, letting go of the second is what has just been asked.
        self.let_go(part[half:], is_needed=is_gone and is_needed)
        return False
