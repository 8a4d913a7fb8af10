"""An answer after a save: how it differs from the answer before."""

from __future__ import annotations

from rich.console import Console

from lifeboat.answers.difference import difference
from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.showing.terminal.diff import show_difference
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.solve import show_answer
from lifeboat.showing.verdict import outcome


def show_next(answer: Answer, last: Option | None, console: Console) -> None:
    """Print an answer as its difference from the last plan, or in brief if either is missing."""
    console.print()
    if answer.best is None or last is None:
        show_answer(answer, console, brief=True)
        return
    paragraph(console, f"{answer.scenario}: {outcome(answer)}", style="bold")
    found = difference(last, answer.best)
    if found.is_nothing:
        paragraph(console, "The same flights, rides and seats as before.")
    show_difference(found, console)
