"""Mistakes in the input, on standard error; in colour only on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.text import Text

from lifeboat.errors import Mistake, say_mistakes
from lifeboat.showing.terminal.console import console_for


def show_mistakes(mistakes: Sequence[Mistake], stream: TextIO) -> None:
    """Print mistakes, each with its line quoted."""
    said = say_mistakes(mistakes)
    if not stream.isatty():
        stream.write(said + "\n")
        return
    text = Text(said)
    text.highlight_regex(r"(?m)^error:", "bold red")
    text.highlight_regex(r"(?m)\^+$", "red")
    text.highlight_regex(r"(?m)= help:", "cyan")
    console_for(stream).print(text, soft_wrap=True)
