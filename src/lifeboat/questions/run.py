"""How a question is asked, whatever it is: for how long, and who hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lifeboat.stopping import Stop, never


def silent(_: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Run:
    """How a question is asked."""

    time_limit: float | None = None
    """Seconds, wall clock; without it the search ends when everything is proven."""
    seed: int = 1
    """Of the solver; another seed may give another of equally good plans only where a goal is not
    proven."""
    progress: Callable[[str], None] = silent
    """Told in words what is being worked on."""
    stop: Stop = never
    """Asked again and again; when it says yes, the best plan so far is the answer."""
    digest: str | None = None
    """SHA-256 of the scenario's text, for the receipt."""
    edits: tuple[str, ...] = ()
    """The overlays and flags that made the scenario what it is, for the receipt."""

    def in_a_worker(self) -> Run:
        """The same for a process of its own, which tells nobody and is stopped in its own way."""
        return replace(self, progress=silent, stop=never)
