"""How a search begins: on the coarsest grid, or with plans that are known already."""

from __future__ import annotations

from collections.abc import Sequence

from lifeboat.situation.candidate_dates import Dates
from lifeboat.solving.formulation.cells import Candidates, joined
from lifeboat.solving.formulation.schedule import Schedule
from lifeboat.solving.search.proving import prove_by_incumbent
from lifeboat.solving.search.relaxation import Relaxation
from lifeboat.solving.search.state import SearchState


def first_relaxation(state: SearchState, dates: Dates) -> Relaxation:
    """The relaxation on the first grid, with the best plan that is known as the incumbent."""
    start = state.problem.start or dates.closed(0)
    relaxation = _from_known_plans(state, dates, start)
    if state.incumbent is not None:
        state.attempts.sizes = dict.fromkeys(state.proof.blocks, relaxation.size)
    return relaxation


def _from_known_plans(state: SearchState, dates: Dates, start: Candidates) -> Relaxation:
    plans = state.problem.like
    if len(plans) > 1:
        return state.relaxation(_with_best_of(state, plans, dates, start))
    relaxation = state.relaxation(start)
    if not plans or _is_still_best(state, relaxation, plans[0]):
        return relaxation
    # The dates that proved another plan best slow down the search for a better one, which mostly
    # has the same flights and rides, on dates that are good now.
    return state.relaxation(_with_best_of(state, plans, dates, dates.closed(0)))


def _is_still_best(state: SearchState, relaxation: Relaxation, plan: Schedule) -> bool:
    """Whether a plan is quickly proven to be the best in all blocks but the last."""
    blocks = state.proof.blocks
    if relaxation.fly(plan, blocks) or relaxation.fly(plan, blocks, on_its_dates=False):
        state.remember(relaxation)
    prove_by_incumbent(state, relaxation)
    return state.proof.is_at_the_last


def _with_best_of(
    state: SearchState, plans: Sequence[Schedule], dates: Dates, start: Candidates
) -> Candidates:
    """Make the best of some plans the incumbent, each tried on all dates that differences from
    known dates lead to. Returns the first candidate dates, with those of the best one.
    """
    near = start
    for plan in plans:
        near = joined(near, dates.all_inside(plan.events()))
    wide = state.relaxation(dates.spread(near, {event: {*at} for event, at in near.items()}, {}))
    for plan in plans:
        if wide.fly(plan, state.proof.blocks, on_its_dates=False):
            state.remember(wide)
    best = state.incumbent
    return joined(start, {} if best is None else best.schedule.events())
