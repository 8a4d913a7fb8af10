"""Why is there no plan? What the scenario says that cannot hold together, found by solving."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from lifeboat.answers.conflict import Conflict
from lifeboat.questions.conflict.narrowing import conflicts
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.conflict.told import as_told


class Found(NamedTuple):
    """What stands in the way of a plan."""

    conflicts: tuple[Conflict, ...]
    are_all: bool
    """Whether there is known to be a plan without one thing of each conflict; or that nothing can
    be let go, where a conflict names nothing."""


def what_stands_in_the_way(
    standing: Standing,
    say: Callable[[str], None],
    wanted: str | None = None,
    pins: Collection[str] = (),
) -> Found:
    """Every conflict, one after another, as it is told.

    Args:
        standing: a scenario that is known to have no plan.
        say: called with what is done.
        wanted: the rule that is asked to hold, where there is a plan that breaks it.
        pins: the names of pins without which there is known to be a plan.
    """
    found = list(conflicts(standing, say, pins))
    known = [it for it in found if it is not None]
    say("looking for what would give")
    told = [
        as_told(standing, it, [other for other in known if other is not it], wanted) for it in known
    ]
    return Found(tuple(told), are_all=len(known) == len(found))
