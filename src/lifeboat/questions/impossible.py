"""That there is no plan is proven twice, with another seed the second time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lifeboat.errors import OurBug
from lifeboat.questions.blame import Conflict, conflict
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifeboat.solving.cpsat.solver import Settings

BLAMING = 0.5
"""The share of a limited time that goes to the search for what stands in the way."""


def proven_again(
    situation: Situation, settings: Settings, say: Callable[[str], None], reasons: bool
) -> Conflict | None:
    """What stands in the way of a plan, if that is asked for and quickly known; where it is known,
    it has mostly been proven by that once more that there is no plan.

    Args:
        situation: a situation that a search has proven to have no plan.
        settings: those of the search.
        say: called with what is done.
        reasons: whether to look for what stands in the way.

    Returns:
        None where there was no time for the second proof.

    Raises:
        OurBug: there is a plan.
    """
    other_seed = replace(settings, seed=settings.seed + 1)
    found = Conflict()
    if reasons:
        say("proved impossible; looking for what stands in the way")
        found = conflict(situation, other_seed.with_share(BLAMING))
    if found.is_a_proof:
        return found
    say("proved impossible; confirming it with another seed")
    again = is_impossible(situation, other_seed)
    if again is False:
        raise OurBug("the solver called a scenario impossible that has a plan")
    return found if again else None


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
