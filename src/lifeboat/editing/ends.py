"""The ends of windows, and dates, as the values that a route leads to.

`PATH.start` and `PATH.end` are the first and the last day of a window, as it is written: `A..B`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from lifeboat.days import Window, read_moment, read_stretch, say_instant
from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.routes import refuse_steps, steps_of
from lifeboat.editing.said import Said
from lifeboat.files.validation.shape import kinds_at
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import Scenario

End = Literal["start", "end"]


@dataclass(frozen=True)
class WindowEnd:
    """One end of a window of a scenario."""

    path: Path
    end: End

    def with_value(self, draft: Draft, said: Said) -> Change:
        """The change that gives the end the value of an edit; nothing leaves it open."""
        value = said.given().value
        first, last = _ends(_window(draft, said, self.path))
        text = "" if value is None else str(value)
        first, last = (text, last) if self.end == "start" else (first, text)
        window = Window.read(first if first == last else f"{first}..{last}")
        return Change(self.path, said.node(window.text))


def window_end(draft: Draft, said: Said) -> WindowEnd | None:
    """The end of a window that an edit names, if it names one; raises `MistakesError`."""
    steps = steps_of(draft, said.about)
    if len(steps) < 2 or not is_window(steps[:-1]):
        return None
    if steps[-1] == "start":
        return WindowEnd(_checked(draft, said, steps[:-1]), "start")
    return WindowEnd(_checked(draft, said, steps[:-1]), "end") if steps[-1] == "end" else None


def is_window(path: Path) -> bool:
    """Whether the value at a path is a window."""
    return Window in kinds_at(Scenario, path)


def later(draft: Draft, said: Said, by: timedelta) -> Iterator[Change] | None:
    """The change that moves the date, the window or the end of one that an edit names; None if it
    names nothing of the kind.
    """
    end = window_end(draft, said)
    steps = steps_of(draft, said.about)
    kinds = kinds_at(Scenario, steps)
    if end is not None or Window in kinds:
        path = _checked(draft, said, steps) if end is None else end.path
        text = _shifted_window(draft, said, path, None if end is None else end.end, by)
        return iter([Change(path, said.node(text))])
    if Planned in kinds or datetime in kinds:
        path = _checked(draft, said, steps)
        text = _given(draft, said, path)
        moved = Planned.read(text).later(by).text if Planned in kinds else _later(text, by)
        return iter([Change(path, said.node(moved))])
    return None


def _later(text: str, by: timedelta) -> str:
    return say_instant(read_moment(text) + by)


def _shifted_window(draft: Draft, said: Said, path: Path, end: End | None, by: timedelta) -> str:
    window = Window.read(_given(draft, said, path, _window(draft, said, path)))
    opens, last = window.opens, _ends(window.text)[1]
    until = read_stretch(last) if last else None
    if (end == "start" and opens is None) or (end == "end" and until is None):
        said.wrong("open-window", f"`{path[-1]}` has no {end} that could move: it is {window}")
    if end != "end" and opens is not None:
        opens += by
    if end != "start" and until is not None:
        until = until.later(by)
    if opens is not None and until is not None and until.is_before(opens):
        said.wrong_value("window-order", f"`{path[-1]}` would end before it starts")
    return Window.between(opens, None if until is None else until.end).text


def _window(draft: Draft, said: Said, path: Path) -> str:
    """A window as it is written; empty if none is given."""
    value = draft.value(*path)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        hint = "give them all with set"
        said.wrong("several-windows", f"`{path[-1]}` has {len(value)} windows", hint)
    return "" if value is None else str(value)


def _given(draft: Draft, said: Said, path: Path, text: str | None = None) -> str:
    text = draft.value(*path) if text is None else text
    if not text:
        said.wrong("nothing-there", f"`{said.about}` is not given, so it cannot move")
    return str(text)


def _ends(text: str) -> tuple[str, str]:
    first, dots, last = (part.strip() for part in text.partition(".."))
    return first, last if dots else first


def _checked(draft: Draft, said: Said, steps: Path) -> Path:
    refuse_steps(draft, said, steps)
    return steps
