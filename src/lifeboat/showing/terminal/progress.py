"""The progress of a search: a few lines on a terminal, drawn anew until it is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from lifeboat.answers.so_far import SoFar
from lifeboat.showing.so_far import flights_so_far, goals_so_far, proven_so_far

if TYPE_CHECKING:
    from rich.live import Live
    from rich.text import Text

SOON = 0.3
"""Seconds before anything is drawn: what is over by then needs no progress."""
PER_SECOND = 4
"""How often the lines are drawn anew."""


class SearchProgress:
    """What a search does, how long it has taken, and its best plan so far. Shown on a terminal and
    cleared at the end; nothing anywhere else.
    """

    def __init__(
        self,
        stream: TextIO,
        *,
        quiet: bool = False,
        begun: float | None = None,
        ends: float | None = None,
    ) -> None:
        """Prepare the lines.

        Args:
            stream: where they are shown.
            quiet: whether to show nothing.
            begun: when the time began to run, by `time.monotonic`; now if left out.
            ends: when it is over; None if it is not limited.
        """
        self._begun = time.monotonic() if begun is None else begun
        self._ends = ends
        self._doing = ""
        self._found: SoFar | None = None
        self._seeks_a_plan = False
        self._live = None if quiet or not stream.isatty() else _live(stream, self._drawn)

    def __enter__(self) -> SearchProgress:
        if self._live is not None:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live is not None:
            self._live.stop()

    def doing(self, text: str) -> None:
        """Tell what is being worked on now."""
        self._doing, self._found, self._seeks_a_plan = text, None, False

    def found(self, plan: SoFar | None) -> None:
        """Tell of a better plan or a better proof; None when a search for the best plan begins."""
        self._found, self._seeks_a_plan = plan, True

    def stopping(self) -> str:
        """Tell that the search is to stop; returns what is kept, in words."""
        kept = self._kept()
        self.doing("stopping")
        return kept

    def _kept(self) -> str:
        if self._found is not None:
            return f"the best plan so far follows ({proven_so_far(self._found)})"
        if self._seeks_a_plan:
            return "no plan has been found yet"
        return "what is known so far follows" + (f" ({self._doing})" if self._doing else "")

    def give_back(self) -> None:
        """Leave the terminal as it was, at once."""
        if self._live is not None:
            self._live.console.show_cursor(True)

    def _drawn(self) -> Text:
        from rich.text import Text

        if not self._doing or time.monotonic() - self._begun < SOON:
            return Text()
        return Text("\n".join(self.lines()), no_wrap=True, overflow="ellipsis")

    def lines(self) -> Iterator[str]:
        """The lines as they are now."""
        found = self._found
        proven = "" if found is None else f"; {proven_so_far(found)}"
        yield f"{self._time()}  {self._doing}{proven}"
        if found is not None:
            yield f"      {flights_so_far(found)}"
            yield f"      {goals_so_far(found)}"

    def _time(self) -> str:
        passed = _clock(time.monotonic() - self._begun)
        return passed if self._ends is None else f"{passed} of {_clock(self._ends - self._begun)}"


def _live(stream: TextIO, lines: Callable[[], Text]) -> Live:
    """Lines at the bottom of a terminal; rich is loaded only where there is one."""
    from rich.console import Console
    from rich.live import Live

    return Live(
        console=Console(file=stream, highlight=False),
        get_renderable=lines,
        refresh_per_second=PER_SECOND,
        transient=True,
    )


def _clock(seconds: float) -> str:
    minutes, left = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{left:02}"
