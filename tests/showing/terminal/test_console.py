"""Where answers are printed."""

import io

import pytest
from rich.text import Text

from handmade import Terminal
from lifeboat.showing.terminal.console import console_for


def test_a_pipe_gets_neither_colour_nor_spaces_at_the_ends_of_lines() -> None:
    stream = io.StringIO()
    console_for(stream).print(Text("red   \nplain  ", style="red"))
    assert stream.getvalue() == "red\nplain\n"


def test_a_pipe_is_as_wide_as_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    stream = io.StringIO()
    console_for(stream).print("word " * 60)
    assert stream.getvalue().count("\n") == 1


def test_a_pipe_is_no_wider_than_columns_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    stream = io.StringIO()
    console_for(stream).print("word " * 60)
    assert max(map(len, stream.getvalue().splitlines())) <= 50


@pytest.mark.parametrize("columns", ["", "0", "-3", "wide"])
def test_columns_that_are_no_number_do_not_count(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    stream = io.StringIO()
    console_for(stream).print("word " * 60)
    assert stream.getvalue().count("\n") == 1


def test_a_width_that_is_asked_for_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "500")
    stream = io.StringIO()
    console_for(stream, 40).print("word " * 20)
    assert max(map(len, stream.getvalue().splitlines())) <= 40


def test_names_are_printed_as_they_are() -> None:
    stream = io.StringIO()
    console_for(stream).print("[bold]Ana[/bold] :rocket: 12")
    assert stream.getvalue() == "[bold]Ana[/bold] :rocket: 12\n"


def test_no_color_takes_the_colours_from_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    colourful, plain = Terminal(), Terminal()
    console_for(colourful).print(Text("red", style="red"))
    monkeypatch.setenv("NO_COLOR", "1")
    console_for(plain).print(Text("red", style="red"))
    assert (colourful.getvalue(), plain.getvalue()) == ("\x1b[31mred\x1b[0m\n", "red\n")
