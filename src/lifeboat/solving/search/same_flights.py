"""The best plan with the flights and rides of another: many dates are soon searched then."""

from __future__ import annotations

from dataclasses import replace

from lifeboat.days import DAY
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates, collect, size_of
from lifeboat.solving.formulation.schedule import Skeleton
from lifeboat.solving.formulation.side_constraints import NOTHING_MORE, Choice
from lifeboat.solving.search.incumbent import Settled
from lifeboat.solving.search.refinement import FINEST
from lifeboat.solving.search.relaxation import Grid
from lifeboat.solving.search.warm_start import Memory


def same_kind(
    situation: Situation,
    settings: Settings,
    plan: Skeleton,
    dates: Candidates,
    choice: Choice = NOTHING_MORE,
) -> Settled | None:
    """The best plan with the flights, modes and rides of another, on some dates.

    Args:
        situation: what is asked about.
        settings: how to search.
        plan: the other plan, of nearly the same situation.
        dates: the dates there are.
        choice: something more that is asked of the plan.

    Returns:
        None where there is none, or none was found in time.
    """
    grid = Grid(situation, dates, settings, choice)
    return grid.settled() if grid.fly(plan, grid.packs(), on_its_dates=False) else None


def remember_same_kind(situation: Situation, settings: Settings, memory: Memory) -> bool:
    """Let an answer begin with the best plan of the kind remembered, as far as there is one.

    All days are searched, or, where there are very many, those that differences lead to at once.

    Returns:
        Whether that was every slot, and there was time for it.
    """
    if memory.plan is None:
        return False
    by_days = situation if situation.clock.slot >= DAY else situation.by_days()
    dates = collect(by_days)
    every = dates.every_slot()
    is_small = size_of(every) <= FINEST
    found = same_kind(by_days, settings, memory.plan, every if is_small else dates.closed(1))
    if found is not None:
        known = {event: list(memory.dates.get(event, ())) for event in every}
        memory.keep(by_days, replace(found, candidates=known))
    return is_small and by_days is situation and not settings.is_over()
