"""The settings of a run, the same for every question: time limit, seed, progress, stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lifeboat.errors import Remark
from lifeboat.stopping import Stop, never


def silent(_: str) -> None:
    """Report no progress."""


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
    stop: Stop = never
    """Polled during the search; once it is true, the best plan so far is the answer."""
    digest: str | None = None
    """SHA-256 of the scenario's text, for the receipt."""
    edits: tuple[str, ...] = ()
    """The overlays and flags applied to the scenario, for the receipt."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario or in the edits, told with the answer."""

    def in_a_worker(self) -> Run:
        """The same run for a worker process, without progress and with a stop of its own."""
        return replace(self, progress=silent, stop=never)
