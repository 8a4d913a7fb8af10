"""One round on one grid: prove block after block of goals, as far as this grid can."""

from __future__ import annotations

from lifeboat.solving.cpsat.model import FOUND, Status
from lifeboat.solving.cpsat.solver import SolveResult
from lifeboat.solving.search.improvement import with_other_flights
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.objective import Caps, ObjectiveBlock
from lifeboat.solving.search.relaxation import EASY, Relaxation
from lifeboat.solving.search.state import SearchState

LARGER = 1.3
"""The best plan on a grid is sought again once the grid has grown by this factor."""

REFUTED = 12
"""How often a better solution is sought in a block before its bound is minimised again."""


def prove_blocks(state: SearchState, relaxation: Relaxation) -> bool:
    """Prove what this grid can prove; returns whether that is everything, ties included."""
    prove_by_incumbent(state, relaxation)
    if _may_be_easy(state) and _prove_at_once(state, relaxation):
        return state.proof.is_done and _break_ties(state, relaxation)
    proof = state.proof
    while not proof.is_done:
        block = proof.block
        # The attempt to prove a block can show that proofs take too long here.
        is_proven = not state.is_unproven and _prove_block(state, relaxation, block)
        if not is_proven and not state.is_unproven:
            return False
        if state.is_unproven and not _find_unproven(state, relaxation, block):
            return state.incumbent is not None
        proof.done += 1
        state.refinement.progressed()
    return _break_ties(state, relaxation)


def prove_by_incumbent(state: SearchState, relaxation: Relaxation) -> None:
    """Prove all blocks but the last at once, if it is quickly proven that nothing is better in
    them than the incumbent.
    """
    proof, best = state.proof, state.incumbent
    last = len(proof.blocks) - 1
    if best is None or state.is_unproven or state.refinement.is_fine or proof.done >= last:
        return
    if proof.tolerant:
        return  # Nothing may be better in their order, and yet another plan the better one.
    if proof.block in state.attempts.failed:
        return  # `_refute_better` tries the same for one block, with more effort.
    first, end = proof.block[0], proof.blocks[last][0]
    if relaxation.is_least(best.values[:end], first, proof.caps()):
        state.keep_values(best, range(first, end))
        proof.done = last


def _may_be_easy(state: SearchState) -> bool:
    left = len(state.proof.blocks) - state.proof.done
    limited = state.is_unproven or state.problem.settings.effort is not None
    return left > 1 and not limited and not state.is_hard and not state.proof.tolerant


def _prove_at_once(state: SearchState, relaxation: Relaxation) -> bool:
    """Find all bounds first, then one plan that meets them: mostly there is one that meets all but
    the last, and no block needs a search of its own.
    """
    done, bounds = state.proof.done, dict(state.proof.bounds)
    if _bound_every_block(state, relaxation) and _meet_bounds(state, relaxation):
        return True
    state.proof.done, state.proof.bounds, state.is_hard = done, bounds, True
    if state.incumbent is None and relaxation.fly_as_planned(state.proof.blocks):
        state.remember(relaxation)
    return False


def _bound_every_block(state: SearchState, relaxation: Relaxation) -> bool:
    for block in state.proof.blocks[state.proof.done :]:
        if not relaxation.bound(block, state.proof.caps(), EASY).is_proven:
            return False
        state.keep_bounds(relaxation, block)
        state.proof.done += 1
    return True


def _meet_bounds(state: SearchState, relaxation: Relaxation) -> bool:
    """Whether a plan that uses no gap meets all bounds, or all but the last block's."""
    if not state.refinement.uses_gaps:
        state.remember(relaxation)
        return True
    last = state.proof.blocks[-1]
    state.proof.done -= 1
    if _is_worth_seeking(state, relaxation, last) and not _seek(state, relaxation, last):
        return False
    state.proof.done += state.is_met(last)
    return True


def _prove_block(state: SearchState, relaxation: Relaxation, block: ObjectiveBlock) -> bool:
    """Whether the incumbent, or the best plan on this grid, meets the bound of a block."""
    best = state.incumbent
    if best is not None and may_refute(state, block):
        refuted = _refute_better(state, relaxation, block, best)
        if refuted is not None:
            return refuted
    if state.refinement.is_fine and block == state.proof.blocks[-1]:
        _better_in_turns(state, relaxation, block)
    best = state.incumbent_so_far()
    result = _bound_below(state, relaxation, block, best)
    if best is not None and result.is_impossible:
        state.keep_values(best, block)
        return True
    if not result.is_proven:
        state.is_impossible = result.is_impossible
        limited = state.problem.settings.effort is not None
        state.is_unproven = not result.is_impossible and limited
        return False
    state.keep_bounds(relaxation, block)
    if not state.refinement.uses_gaps:
        state.remember(relaxation)
        return True
    if _is_worth_seeking(state, relaxation, block):
        _seek(state, relaxation, block)
    return state.is_met(block)


def _better_in_turns(state: SearchState, relaxation: Relaxation, block: ObjectiveBlock) -> None:
    """Give the incumbent its best dates on this grid, and other flights where those are better:
    less is then left to be proven, and on a grid with nearly every date that is what takes long.
    """
    best = state.incumbent_so_far()
    while best is not None:
        if not relaxation.best_with_same_flights(best.schedule, block, state.proof.caps()).is_found:
            return
        state.remember(relaxation)
        best = with_other_flights(state.problem, state.with_bounds())
        if best is not None and not state.take(best):
            return


def may_refute(state: SearchState, block: ObjectiveBlock) -> bool:
    """Whether the incumbent is probably the best in a block: a search for a better one failed."""
    return (
        block in state.attempts.failed
        and state.problem.settings.effort is None
        and block != state.proof.blocks[-1]
        and state.is_met_so_far()
        and state.attempts.refuted[block] < REFUTED
        and not state.refinement.is_fine
    )


def _refute_better(
    state: SearchState, relaxation: Relaxation, block: ObjectiveBlock, best: Incumbent
) -> bool | None:
    """Look for a solution better in a block than the incumbent: if there is none, the block is
    proven; one with gaps shows where dates are missing, sooner than a bound does.

    Returns:
        Whether the block is proven; None if neither is quickly known.
    """
    state.attempts.refuted[block] += 1
    result = relaxation.undercut(block, best.values, state.proof.caps())
    if result.is_impossible:
        state.keep_values(best, block)
        return True
    if result.status in FOUND:
        state.active |= relaxation.active
        state.refinement.note(relaxation.chosen(), raised=False)
        if state.refinement.uses_gaps:
            return False
        state.remember(relaxation)
    state.attempts.failed.discard(block)
    return None


def _bound_below(
    state: SearchState, relaxation: Relaxation, block: ObjectiveBlock, best: Incumbent | None
) -> SolveResult:
    """The minimum of a block, if that is better than the best plan so far: mostly it is not, which
    is proven much sooner than a minimum is found.
    """
    within = None
    if best is not None:
        weight_of = relaxation.objective.weight_of
        least = weight_of(block, state.proof.least())
        within = least, weight_of(block, dict(enumerate(best.values))) - 1
        if within[0] > within[1]:
            return SolveResult(Status.INFEASIBLE)
    rising = state.rising(relaxation.objective, block)
    return relaxation.bound(block, state.proof.caps(), within=within, rising=rising)


def _is_worth_seeking(state: SearchState, relaxation: Relaxation, block: ObjectiveBlock) -> bool:
    """Whether to look for the best plan on this grid; bounds alone refine it at less cost."""
    if state.is_met(block):
        return False
    if state.incumbent is None or not state.is_met_so_far():
        return True
    last_size = state.attempts.sizes.get(block, 0)
    is_larger = relaxation.size >= LARGER * last_size
    return not state.refinement.is_fine and (is_larger or state.refinement.stood_still > 1)


def _seek(state: SearchState, relaxation: Relaxation, block: ObjectiveBlock) -> bool:
    """Look for the best plan on this grid; returns whether there is one."""
    state.attempts.sizes[block] = relaxation.size
    before = state.incumbent
    result = relaxation.best(block, state.proof.caps())
    if result.is_found:
        state.remember(relaxation)
    if before is not None and state.incumbent is not None:
        if state.proof.rated(state.incumbent.values) < state.proof.rated(before.values):
            state.attempts.failed.discard(block)
        elif result.is_proven:
            state.attempts.failed.add(block)
    return result.is_found


def _find_unproven(state: SearchState, relaxation: Relaxation, block: ObjectiveBlock) -> bool:
    """Look for the best plan on this grid, proven or not; returns whether there is one."""
    result = relaxation.best(block, state.proof.caps())
    if result.is_found:
        state.remember(relaxation)
        values = relaxation.values()
        state.proof.found.update((index, values[index]) for index in block)
    return result.is_found


def _break_ties(state: SearchState, relaxation: Relaxation) -> bool:
    caps = _no_worse_than_needed(state, relaxation)
    best = state.incumbent
    like = None if best is None else best.schedule
    if like is not None and not state.is_unproven:
        like = relaxation.with_fewer_on_another_ship(caps, like) or like
    result = relaxation.break_ties(caps, like)
    if result.is_impossible and not state.proof.blocks:
        state.is_impossible = True
    if result.is_found and (best is None or relaxation.values() <= best.values):
        state.incumbent = relaxation.incumbent()
    return result.is_found


def _no_worse_than_needed(state: SearchState, relaxation: Relaxation) -> Caps:
    """The greatest value allowed of every goal: no tolerance is used that does not help."""
    caps = state.proof.caps()
    for index in state.proof.tolerant if state.incumbent is not None else ():
        if index in caps and relaxation.best((index,), caps).is_found:
            caps[index] = relaxation.values()[index]
            state.incumbent = relaxation.incumbent()
    return caps
