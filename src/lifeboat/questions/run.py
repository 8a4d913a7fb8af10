"""The settings of a run, the same for every question: time limit, seed, progress, stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from lifeboat.answers.so_far import SoFar
from lifeboat.errors import Remark
from lifeboat.stopping import Stop, never


def silent(_: str) -> None:
    """Report no progress."""


def unheard(_: SoFar | None) -> None:
    """Report no plan before it is the answer."""


KEPT, AT_MOST = 0.05, 1.5
"""The share of the time left, and the most seconds of it, that are kept for naming the plan that
was found, for its audit and for telling it."""


@dataclass(frozen=True)
class Run:
    """The settings with which a question is answered."""

    time_limit: float | None = None
    """Seconds of wall-clock time; without a limit the search ends when everything is proven."""
    seed: int = 1
    """The seed of the solver. It can decide which of several equally good plans is found, but only
    where a goal is not proven."""
    progress: Callable[[str], None] = silent
    """Called with a few words on what is being worked on."""
    found: Callable[[SoFar | None], None] = unheard
    """Called with None when a search for the best plan begins, and then with each plan that is
    better than the one before, or better proven.
    """
    stop: Stop = never
    """Polled during the search; once it is true, the best plan so far is the answer."""
    digest: str | None = None
    """SHA-256 of the scenario's text, for the receipt."""
    edits: tuple[str, ...] = ()
    """The overlays and flags applied to the scenario, for the receipt."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario or in the edits, told with the answer."""
    begun: float | None = None
    """When the time began to run, by `time.monotonic`; when the question is asked if left out."""
    until: float | None = None
    """When all has to be answered, by `time.monotonic`, where several answers are sought."""

    def ends(self) -> float | None:
        """When the time for a question asked now is over, by `time.monotonic`; None if never."""
        begun = time.monotonic() if self.begun is None else self.begun
        limits = [self.until, None if self.time_limit is None else begun + self.time_limit]
        return min((it for it in limits if it is not None), default=None)

    def search_ends(self) -> float | None:
        """When a search that begins now has to end so that its answer is there in time."""
        ends = self.ends()
        if ends is None:
            return None
        return ends - min(AT_MOST, KEPT * max(0.0, ends - time.monotonic()))

    def is_over(self) -> bool:
        """Whether to seek no more answers: somebody says so, or the time for all is over."""
        return self.stop() or (self.until is not None and time.monotonic() >= self.until)

    def with_share(self, rounds: int) -> Run:
        """The same run for an answer that is sought now, with a share of the time for all as long
        as that of each round of answers that is still to come.
        """
        if self.until is None:
            return self
        share = max(0.0, self.until - time.monotonic()) / max(1, rounds)
        limit = share if self.time_limit is None else min(share, self.time_limit)
        return replace(self, time_limit=limit, begun=None)

    def with_half(self) -> Run:
        """The same run with half of the time that is left."""
        ends, now = self.ends(), time.monotonic()
        return self if ends is None else replace(self, until=now + max(0.0, ends - now) / 2)

    def in_a_worker(self) -> Run:
        """The same run for a worker process, without progress and with a stop of its own."""
        return replace(self, progress=silent, found=unheard, stop=never)
