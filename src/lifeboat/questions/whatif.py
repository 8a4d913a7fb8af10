"""What happens to the plan under each of these edits? Every variant solved, side by side."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from typing import Any

from lifeboat.plans.answer import Answer
from lifeboat.plans.comparison import Comparison, Variant
from lifeboat.plans.difference import difference
from lifeboat.station.scenario import Scenario

LOOK = 0.1
"""Seconds between two looks at whether to stop."""


@dataclass(frozen=True)
class Asked:
    """One variant to be solved."""

    name: str
    scenario: Scenario
    why: str | None = None
    edits: tuple[str, ...] = ()
    digest: str | None = None


def whatif(
    base: Asked,
    variants: Sequence[Asked],
    *,
    time_limit: float | None = None,
    seed: int = 1,
    workers: int = 1,
    progress: Callable[[str], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Comparison:
    """Solve a scenario and variants of it, and tell what each of them changes.

    Args:
        base: the scenario as it stands.
        variants: the same with edits made.
        time_limit: seconds for each of them, wall clock.
        seed: of the solver.
        workers: how many are solved at the same time, each in a process of its own.
        progress: told how many are done.
        stop: asked again and again; when it says yes, all end with the best plan so far.
    """
    say, stop = progress or _silent, stop or _never
    asked = [base, *variants]
    how = {"time_limit": time_limit, "seed": seed}
    solve_all = _one_by_one if workers <= 1 else _side_by_side
    answers = solve_all(asked, how, workers, say, stop)
    told = [
        _variant(answers[0], one, answer) for one, answer in zip(variants, answers[1:], strict=True)
    ]
    told.sort(key=lambda variant: _rank(variant.answer))
    return Comparison(base=answers[0], variants=tuple(told), interrupted=stop())


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _variant(base: Answer, asked: Asked, answer: Answer) -> Variant:
    both = base.best is not None and answer.best is not None
    return Variant(
        name=asked.name,
        why=asked.why,
        answer=answer,
        difference=difference(base.best, answer.best) if both else None,  # type: ignore[arg-type]
    )


def _rank(answer: Answer) -> tuple[bool, tuple[float, ...]]:
    if answer.best is None:
        return True, ()
    return False, tuple(goal.value for goal in answer.best.goals)


def _one_by_one(
    asked: Sequence[Asked],
    how: dict[str, Any],
    _: int,
    say: Callable[[str], None],
    stop: Callable[[], bool],
) -> list[Answer]:
    answers = []
    for number, one in enumerate(asked):
        say(_done(number, len(asked)))
        answers.append(_solve(one, how, stop))
    return answers


def _side_by_side(
    asked: Sequence[Asked],
    how: dict[str, Any],
    workers: int,
    say: Callable[[str], None],
    stop: Callable[[], bool],
) -> list[Answer]:
    context = multiprocessing.get_context("spawn")
    ended = context.Event()
    with (
        _passed_on(stop, ended),
        ProcessPoolExecutor(min(workers, len(asked)), context, _begin, (ended,)) as pool,
    ):
        jobs: list[Future[Answer]] = [pool.submit(_work, one, how) for one in asked]
        say(_done(0, len(jobs)))
        for number, _ in enumerate(as_completed(jobs), start=1):
            say(_done(number, len(jobs)))
        return [job.result() for job in jobs]


@contextmanager
def _passed_on(stop: Callable[[], bool], ended: Event) -> Iterator[None]:
    """Tell the other processes as soon as it is asked to stop."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(LOOK):
            if stop():
                ended.set()
                return

    watching = threading.Thread(target=look, daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


_ended: Event | None = None
"""In a worker: whether to stop."""


def _begin(ended: Event) -> None:
    # Ctrl-C reaches every process of a terminal; the first one decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    global _ended
    _ended = ended


def _work(asked: Asked, how: dict[str, Any]) -> Answer:
    return _solve(asked, how, _ended.is_set if _ended is not None else _never)


def _solve(asked: Asked, how: dict[str, Any], stop: Callable[[], bool]) -> Answer:
    from lifeboat.questions.solve import solve

    edits, digest = asked.edits, asked.digest
    return solve(asked.scenario, stop=stop, digest=digest, edits=edits, plans=1, **how)


def _done(number: int, of: int) -> str:
    return f"{number} of {of} answered"


def _never() -> bool:
    return False


def _silent(_: str) -> None:
    """Nobody is told."""
