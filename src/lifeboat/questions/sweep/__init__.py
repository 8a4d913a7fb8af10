"""How does the answer change as something varies, and at exactly which amounts?"""

from __future__ import annotations

from functools import partial

from lifeboat.answers.sweep import Swept
from lifeboat.questions.run import Run
from lifeboat.questions.sweep.point import answer_task
from lifeboat.questions.sweep.request import SweepRequest
from lifeboat.questions.sweep.search import SweepSearch
from lifeboat.questions.sweep.summary import summarise
from lifeboat.questions.workers import Workers


def sweep(
    asked: SweepRequest,
    *,
    workers: int = 1,
    run: Run = Run(),
) -> Swept:
    """Solve a scenario for amounts of one or two parameters, and find where the answer changes.

    A few amounts are solved first. Between two neighbours with answers of different kinds the
    amount half way is solved next, until they are one unit apart. Each answer starts from the plan
    of the neighbour before and keeps its kind unless another is better, so that only necessary
    changes are reported. Where an answer is not proven in its time, plans of all kinds found
    elsewhere are tried as well.

    Args:
        asked: the scenario, and the parameters that vary.
        workers: how many amounts are solved at the same time, each in a process of its own.
        run: its time limit holds for each answer, its `until` for all together; its progress
            counts the answers.

    Raises:
        MistakesError: the scenario makes no sense for any of the amounts solved first.
    """
    answer = partial(answer_task, run=run.in_a_worker())
    with Workers(workers, run.stop) as all_of:
        search = SweepSearch(
            asked, lambda tasks, said: all_of.each(answer, tasks, said), run.progress, workers
        )
        search.begin()
        is_done = False
        while not is_done and not run.is_over():
            is_done = not (search.share() or search.refine())
    is_out_of_time = not is_done and not run.stop()
    told = summarise(asked, search.found, search.lost, interrupted=run.stop())
    return told.model_copy(update={"out_of_time": is_out_of_time})
