"""The lines that tell what the search is doing."""

import io
import re
import time

import pytest

from handmade import Terminal
from lifeboat.answers.option import GoalValue
from lifeboat.answers.so_far import SoFar
from lifeboat.showing.terminal.progress import SOON, SearchProgress


def goal(name: str, value: int, bound: int | None, *, proven: bool) -> GoalValue:
    return GoalValue(
        name=name, title=name, unit="person-days", value=value, bound=bound, proven=proven
    )


FOUND = SoFar(
    flights=("Heron empty 2030-03-06",),
    goals=(
        goal("no-place", 6, 6, proven=True),
        goal("damaged", 12, 10, proven=False),
        goal("improvised", 0, None, proven=False),
    ),
)


def long_ago() -> float:
    return time.monotonic() - SOON - 61


def words(written: str) -> str:
    """What a terminal is told, without the codes that move its cursor."""
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", written)


def test_it_tells_time_work_plan_and_goals() -> None:
    progress = SearchProgress(io.StringIO(), begun=long_ago())
    progress.doing("looking for the best plan")
    progress.found(FOUND)
    assert list(progress.lines()) == [
        "1:01  looking for the best plan; 1 of 3 goals proven",
        "      Heron empty 2030-03-06",
        "      no-place 6 person-days, damaged 12 person-days (at least 10), "
        "improvised 0 person-days (not proven)",
    ]


def test_a_limit_is_told_beside_the_time() -> None:
    now = time.monotonic()
    progress = SearchProgress(io.StringIO(), begun=now, ends=now + 90)
    progress.doing("looking")
    assert list(progress.lines()) == ["0:00 of 1:30  looking"]


def test_other_work_has_no_plan_yet() -> None:
    progress = SearchProgress(io.StringIO())
    progress.doing("looking for the best plan")
    progress.found(FOUND)
    progress.doing("3 of 7 answered")
    assert list(progress.lines()) == ["0:00  3 of 7 answered"]


def test_what_is_kept_is_told_as_far_as_it_is_known() -> None:
    progress = SearchProgress(io.StringIO())
    progress.doing("3 of 7 answered")
    assert progress.stopping() == "what is known so far follows (3 of 7 answered)"
    assert list(progress.lines()) == ["0:00  stopping"]
    progress.found(None)
    assert progress.stopping() == "no plan has been found yet"
    progress.found(FOUND)
    assert progress.stopping() == "the best plan so far follows (1 of 3 goals proven)"


def test_it_is_drawn_on_a_terminal_and_gone_once_it_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    stream = Terminal()
    with SearchProgress(stream, begun=long_ago()) as progress:
        progress.doing("looking for the best plan")
        progress.found(FOUND)
        time.sleep(0.6)
    shown = stream.getvalue()
    assert "Heron empty 2030-03-06" in words(shown)
    erased = shown[shown.rindex("no-place") :].count("\x1b[2K")
    assert erased >= 3, "each of its three lines is erased"
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l"), "the cursor is back"


def test_a_line_is_never_longer_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "20")
    stream = Terminal()
    with SearchProgress(stream, begun=long_ago()) as progress:
        progress.doing("word " * 30)
        time.sleep(0.6)
    lines = re.split(r"[\r\n]", words(stream.getvalue()))
    assert 15 < max(map(len, lines)) <= 20


def test_what_is_over_soon_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    stream = Terminal()
    with SearchProgress(stream) as progress:
        progress.doing("looking for the best plan")
    assert words(stream.getvalue()).strip() == ""


@pytest.mark.parametrize("quiet", [True, False])
def test_silent_in_a_pipe_and_when_asked_to_be(quiet: bool) -> None:
    stream = Terminal() if quiet else io.StringIO()
    with SearchProgress(stream, quiet=quiet, begun=long_ago()) as progress:
        progress.doing("looking")
        progress.found(FOUND)
        time.sleep(0.4)
    assert stream.getvalue() == ""
