"""The line that tells what the search is doing."""

import io

import pytest

from handmade import Terminal
from lifeboat.showing.terminal.progress import ProgressLine


def _seen(written: str) -> str:
    """What a terminal shows in its last line."""
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip()


def test_on_a_terminal_the_last_word_stands() -> None:
    stream = Terminal()
    progress = ProgressLine(stream)
    progress("looking for the best plan")
    progress("naming it")
    assert _seen(stream.getvalue()) == "naming it"
    assert "\n" not in stream.getvalue()


def test_it_is_gone_once_it_is_over() -> None:
    stream = Terminal()
    with ProgressLine(stream) as progress:
        progress("looking for the best plan")
    assert "looking" in stream.getvalue()
    assert _seen(stream.getvalue()) == ""


def test_a_line_is_never_longer_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    stream = Terminal()
    ProgressLine(stream)("word " * 30)
    assert max(map(len, stream.getvalue().split("\r"))) < 20


def test_silent_in_a_pipe() -> None:
    stream = io.StringIO()
    with ProgressLine(stream) as progress:
        progress("looking")
    assert stream.getvalue() == ""


def test_silent_when_asked_to_be() -> None:
    stream = Terminal()
    with ProgressLine(stream, quiet=True) as progress:
        progress("looking")
    assert stream.getvalue() == ""
