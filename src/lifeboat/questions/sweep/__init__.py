"""How does the answer change as something varies, and where exactly does it become another one?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lifeboat.answers.sweep import Swept
from lifeboat.questions.sweep.asked import Sweeping
from lifeboat.questions.sweep.point import answer_task
from lifeboat.questions.sweep.search import SweepSearch
from lifeboat.questions.sweep.told import told
from lifeboat.questions.workers import Workers
from lifeboat.stopping import Stop


def sweep(
    asked: Sweeping,
    *,
    time_limit: float | None = None,
    seed: int = 1,
    workers: int = 1,
    progress: Callable[[str], None] | None = None,
    stop: Stop | None = None,
) -> Swept:
    """Solve a scenario for amounts of one or two parameters, and find where the answer changes.

    A few amounts are looked at first. Between two neighbours with answers of different kinds the
    amount half way is looked at next, until they are one unit apart. Each answer begins with the
    plan of the neighbour before and keeps its kind where nothing is better, so that a change that
    is told is one that has to be. Where an answer was not proven in its time, the plans of all
    kinds found elsewhere are tried as well.

    Args:
        asked: the scenario, and what is varied.
        time_limit: seconds for each answer, wall clock.
        seed: of the solver.
        workers: how many answers are sought at the same time, each in a process of its own.
        progress: told how many are answered.
        stop: asked again and again; when it says yes, what is known by then is told.

    Raises:
        MistakesError: the scenario makes no sense for any of the amounts looked at first.
    """
    say, stop = progress or _silent, stop or _never
    answer = partial(answer_task, time_limit=time_limit, seed=seed)
    with Workers(workers, stop) as all_of:
        search = SweepSearch(asked, lambda tasks, said: all_of.each(answer, tasks, said), say)
        search.begin()
        while not stop() and (search.share() or search.refine()):
            pass
    return told(asked, search.found, search.lost, interrupted=stop())


def _never() -> bool:
    return False


def _silent(_: str) -> None:
    """Nobody is told."""
