"""`lifeboat watch`: solve again whenever the scenario is saved."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.exit_codes import Code
from lifeboat.commands.options import ScenarioPath, Seed, TimeLimit, Width
from lifeboat.commands.signals import EndedBySignal

if TYPE_CHECKING:
    from lifeboat.answers.option import Option
    from lifeboat.answers.solve import Answer
    from lifeboat.editing.opened import Opened
    from lifeboat.questions.run import Run


@editable
def watch_command(
    scenario: ScenarioPath,
    edits: Edits,
    time_limit: TimeLimit = None,
    width: Width = None,
    seed: Seed = 1,
) -> None:
    """Solve again whenever the scenario is saved, and tell what is different. Ctrl-C ends it.

    A mistake is shown, and the last answer stays what differences are told from.
    """
    from lifeboat.questions.run import Run

    watching = _Watching(scenario, edits, Run(time_limit, seed), width)
    raise typer.Exit(watching.run())


class _Watching:
    def __init__(self, path: str, edits: Edits, run: Run, width: int | None) -> None:
        from lifeboat.files.watched import Watched
        from lifeboat.questions.session import Session

        self._path, self._edits, self._run, self._width = path, edits, run, width
        # An overlay inside the scenario is no file of its own, so it never counts as saved.
        self._files = Watched([_file(path), *edits.overlays])
        self._session = Session()
        self._is_ended = False

    def run(self) -> Code:
        """Answer after each save, until Ctrl-C."""
        typer.echo(f"Watching {self._path}; Ctrl-C ends it.", err=True)
        last: Option | None = None
        try:
            while True:
                answer = self._answer()
                if answer is not None:
                    self._show(answer, last)
                    last = answer.best or last
                if self._is_ended:
                    return Code.INTERRUPTED
                self._files.wait()
        except (EndedBySignal, KeyboardInterrupt):
            typer.echo(err=True)
            return Code.GOOD

    def _answer(self) -> Answer | None:
        """The answer for the files as saved; None if they have mistakes, which are shown."""
        while True:
            self._files.read()
            opened = self._open()
            answer = None if opened is None else self._solve(opened)
            if self._is_ended or not self._files.is_saved():
                return answer

    def _open(self) -> Opened | None:
        from lifeboat.errors import MistakesError
        from lifeboat.showing.terminal.mistakes import show_mistakes

        try:
            opened = self._edits.open(self._path)
            # Saved once: whoever then changes the overlay by hand keeps what they wrote.
            self._edits = replace(self._edits, save=None)
            return opened
        except MistakesError as error:
            show_mistakes(error.mistakes, sys.stderr)
            return None

    def _solve(self, opened: Opened) -> Answer:
        from lifeboat.commands.interrupts import searching

        def work(run: Run) -> Answer:
            either = replace(run, stop=lambda: run.stop() or self._files.is_saved())
            answer = self._session.solve(opened.sourced.scenario, run=either)
            self._is_ended = run.stop()
            return answer

        return searching(
            work,
            replace(self._run, digest=opened.digest, edits=opened.edits, remarks=opened.remarks),
        )

    def _show(self, answer: Answer, last: Option | None) -> None:
        from lifeboat.showing.terminal.console import console_for
        from lifeboat.showing.terminal.watch import show_next

        show_next(answer, last, console_for(sys.stdout, self._width))
        sys.stdout.flush()


def _file(path: str) -> str:
    from lifeboat.errors import Mistake, MistakesError

    if path == "-":
        message = "standard input cannot be watched: it is read once"
        raise MistakesError([Mistake(kind="standard-input", message=message, hint="give a file")])
    return path
