"""The three readers, given any bytes: they read them, or say what is wrong and where.

Whatever the bytes are, it takes less than two seconds, and what is said fits one screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from lifeboat.editing.opened import with_edits
from lifeboat.errors import Mistake, MistakesError, Remark, width_of
from lifeboat.files.plan_file import read_plan
from lifeboat.files.scenario_file import SourcedScenario, open_scenario
from lifeboat.showing.terminal.mistakes import COLUMNS, ROWS, on_one_screen
from repository import TINY

MOST_SECONDS = 6.0
NOWHERE = {"empty", "binary", "not-utf-8", "too-large", "no-file"}
"""The mistakes of a whole file, which have no place in it."""


def read_as_scenario(path: str) -> Sequence[Remark]:
    return open_scenario(path).remarks


def read_as_plan(path: str) -> Sequence[Remark]:
    read_plan(path, _tiny().scenario)
    return ()


def read_as_overlay(path: str) -> Sequence[Remark]:
    return with_edits(_tiny(), overlays=[path]).remarks


READERS: dict[str, Callable[[str], Sequence[Remark]]] = {
    "scenario": read_as_scenario,
    "plan": read_as_plan,
    "overlay": read_as_overlay,
}


@cache
def _tiny() -> SourcedScenario:
    return open_scenario(str(TINY))


def faults(reader: str, data: bytes, file: Path, most_seconds: float = MOST_SECONDS) -> list[str]:
    """What a reader does with some bytes that it must not do; `file` is where they are put."""
    file.write_bytes(data)
    told: Sequence[Mistake | Remark]
    begun = time.process_time()
    try:
        told = READERS[reader](str(file))
    except MistakesError as error:
        told = error.mistakes
    seconds = time.process_time() - begun
    found = [] if seconds < most_seconds else [f"{seconds:.1f} s"]
    found += _off_screen(on_one_screen(told)) if told else []
    lines = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return found + [said for each in told for said in _misplaced(each, str(file), lines)]


def _off_screen(said: str) -> list[str]:
    rows = said.split("\n")
    wide = [f"too wide: {row}" for row in rows if width_of(row) > COLUMNS]
    return wide + ([f"{len(rows)} rows"] if len(rows) > ROWS else [])


def _misplaced(told: Mistake | Remark, file: str, text: str) -> list[str]:
    place = told.place
    if place is None:
        return [] if told.kind in NOWHERE else [f"no place: {told.message}"]
    if place.file != file:
        return []
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if place.line > len(rows) or place.text != rows[place.line - 1]:
        return [f"not line {place.line}: {told.message}"]
    return [] if 1 <= place.column <= len(place.text) + 1 else [f"off the line: {told.message}"]
