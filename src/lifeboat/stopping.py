"""Looks, beside the work, whether somebody wants it to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

Stop = Callable[[], bool]
"""Asked again and again: whether to end with what there is."""


def never() -> bool:
    """Go on to the end."""
    return False


LOOK = 0.05
"""Seconds between two looks."""


class Watch:
    """Looks from another thread, as long as something goes on, and ends it when asked to."""

    def __init__(self, stop: Stop, end: Callable[[], object]) -> None:
        self._stop, self._end = stop, end
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        # Again and again: what is told to end before it has begun may not have heard it.
        while not self._done.wait(LOOK):
            if self._stop():
                self._end()
