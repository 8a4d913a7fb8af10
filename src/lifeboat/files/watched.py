"""Watching files for saves, in whichever way an editor saves."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

LOOK = 0.1
"""Seconds between two looks. Looking needs no service of the system, and it notices a file written
in place, a file replaced by another of its name, and a file on another machine alike."""

Seen = tuple[int, int, int]


class Watched:
    """Some files, and their state when they were last read."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = [Path(path) for path in paths]
        self._known = self._look()

    def read(self) -> None:
        """Note the present state of the files as the one read."""
        self._known = self._look()

    def is_saved(self) -> bool:
        """Whether any file has been saved since; one missing for a moment does not count."""
        pairs = zip(self._known, self._look(), strict=True)
        return any(now is not None and now != before for before, now in pairs)

    def wait(self) -> None:
        """Return once a file has been saved and none is being written any more."""
        while not self.is_saved():
            time.sleep(LOOK)
        before, now = None, self._look()
        while before != now:
            time.sleep(LOOK)
            before, now = now, self._look()

    def _look(self) -> list[Seen | None]:
        return [_seen(path) for path in self._paths]


def _seen(path: Path) -> Seen | None:
    try:
        it = path.stat()
    except OSError:
        return None
    return it.st_mtime_ns, it.st_size, it.st_ino
