"""Answering several questions at once, each in a process of its own, all stopped together."""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing.synchronize import Event
from typing import TypeVar

from lifeboat.stopping import ENDING, Stop, Watch, never

Request = TypeVar("Request")
Response = TypeVar("Response")


def processors() -> int:
    """The number of processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def rounds_left(number: int, at_once: int, more: int = 0) -> list[int]:
    """For each of some questions, in how many rounds those that are left when it begins, itself
    among them, are answered.

    Args:
        number: how many questions there are.
        at_once: how many are answered at the same time.
        more: how many others will have to be answered once all of these are.
    """
    after = math.ceil(more / at_once)
    return [math.ceil((number - begun) / at_once) + after for begun in range(number)]


class Workers:
    """Processes that answer questions; with a count of one, this process does."""

    def __init__(self, count: int, stop: Stop) -> None:
        self._count, self._stop = count, stop
        self._closing = ExitStack()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        if self._count > 1:
            context = multiprocessing.get_context("spawn")
            with _deaf_processes():
                ended = context.Event()
            self._closing.enter_context(Watch(self._stop, ended.set))
            pool = ProcessPoolExecutor(self._count, context, _begin, (ended,))
            self._pool = self._closing.enter_context(pool)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def each(
        self,
        answer: Callable[[Request, Stop], Response],
        asked: Sequence[Request],
        said: Callable[[int], None],
    ) -> list[Response]:
        """Answer several questions; the answers are in the order of the questions.

        Args:
            answer: a function at module level, so that other processes can call it.
            asked: the questions, each an argument of one call.
            said: called with the number of questions answered so far, from none to all.
        """
        said(0)
        answers: dict[int, Response] = {}
        for number, found in self.as_answered(answer, asked):
            answers[number] = found
            said(len(answers))
        return [answers[number] for number in range(len(asked))]

    def as_answered(
        self, answer: Callable[[Request, Stop], Response], asked: Sequence[Request]
    ) -> Iterator[tuple[int, Response]]:
        """Answer several questions, as `each`, and give each answer as soon as it is there, with
        the place of its question.
        """
        if self._pool is None:
            yield from ((number, answer(one, self._stop)) for number, one in enumerate(asked))
            return
        with _deaf_processes():
            jobs = {
                self._pool.submit(partial(_work, answer, one)): number
                for number, one in enumerate(asked)
            }
        for job in as_completed(jobs):
            yield jobs[job], job.result()


_ended: Event | None = None
"""In a worker process, set when it is to stop."""


@contextmanager
def _deaf_processes() -> Iterator[None]:
    """Let processes that begin meanwhile be deaf to ending signals from their first moment on.

    These reach every process of a terminal, or of a service, and only the main one acts on them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(ended: Event) -> None:
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_main_process, daemon=True).start()
    global _ended
    _ended = ended


def _end_with_the_main_process() -> None:
    """End this process once the one it works for has ended, in whatever way."""
    main = multiprocessing.parent_process()
    if main is not None:
        main.join()
        os._exit(1)


def _work(answer: Callable[[Request, Stop], Response], asked: Request) -> Response:
    return answer(asked, _ended.is_set if _ended is not None else never)
