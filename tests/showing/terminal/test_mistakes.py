"""Mistakes on standard error."""

import io

import pytest

from handmade import Terminal
from lifeboat.errors import Mistake, say_mistakes
from lifeboat.showing.terminal.mistakes import show_mistakes

MISTAKES = [Mistake(kind="wrong", message="this is wrong", hint="try that")]


def test_plain_in_a_pipe() -> None:
    stream = io.StringIO()
    show_mistakes(MISTAKES, stream)
    assert stream.getvalue() == say_mistakes(MISTAKES) + "\n"


def test_coloured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    show_mistakes(MISTAKES, stream)
    assert stream.getvalue().startswith("\x1b[1;31merror:\x1b[0m this is wrong\n")
