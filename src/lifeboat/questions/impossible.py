"""That there is no plan is proven twice, with another seed; and why there is none."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from lifeboat.errors import OurBug
from lifeboat.questions.conflict import Found, what_stands_in_the_way
from lifeboat.questions.conflict.standing import Standing
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.cpsat.solver import Settings

REASONS = 10.0
"""The seconds that go to what stands in the way, where a plan was asked for: `explain` has more."""

NOTHING_FOUND = Found((), are_all=False)


def proven_again(
    situation: Situation, settings: Settings, say: Callable[[str], None], reasons: bool
) -> Found | None:
    """What stands in the way of a plan, once it is proven again that there is none.

    Args:
        situation: a situation that counting or a search has proven to have no plan.
        settings: those of the search.
        say: called with what is done.
        reasons: whether to look for what stands in the way.

    Returns:
        None where there was no time for the second proof.

    Raises:
        OurBug: there is a plan.
    """
    other_seed = replace(settings, seed=settings.seed + 1)
    say("proved impossible; confirming it with another seed")
    again = is_impossible(situation, other_seed)
    if again is False:
        raise OurBug("the solver called a scenario impossible that has a plan")
    if again is None:
        return None
    return why_impossible(situation, other_seed, say) if reasons else NOTHING_FOUND


def why_impossible(situation: Situation, settings: Settings, say: Callable[[str], None]) -> Found:
    """What stands in the way of a plan, in a situation that is known to have none, as far as that
    is known soon.
    """
    say("impossible; looking for what stands in the way")
    soon = time.monotonic() + REASONS
    until = soon if settings.until is None else min(soon, settings.until)
    return what_stands_in_the_way(Standing.of(situation, replace(settings, until=until)), say)


def is_impossible(situation: Situation, settings: Settings) -> bool | None:
    """Whether there is no plan, of all dates if they are not too many; None if that is not known in
    time.
    """
    from lifeboat.solving.search.any_plan import shows_that_there_is_none
    from lifeboat.solving.search.incumbent import Infeasible, NotFound
    from lifeboat.solving.search.lexicographic import find_best
    from lifeboat.solving.search.problem import Problem

    problem = Problem(situation, settings)
    known = shows_that_there_is_none(problem)
    if known is not None or settings.is_over():
        return known
    again = find_best(problem)
    return None if isinstance(again, NotFound) else isinstance(again, Infeasible)
