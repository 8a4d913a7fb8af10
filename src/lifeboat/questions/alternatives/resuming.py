"""A search for other plans that goes on where an earlier one ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from lifeboat.answers.alternatives import Alternatives
from lifeboat.editing.opened import Opened
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.opening import printed_name, read_text
from lifeboat.files.writing.output import Output
from lifeboat.questions.alternatives.asking import traded_names
from lifeboat.version import __version__

_ANOTHER_FILE = "give another file, or take this one away"


@dataclass
class Resuming:
    """The file that keeps what is found; none where nothing is to be kept."""

    output: Output | None = None
    known: Alternatives | None = None
    """What it knew at the beginning."""
    unwritten: MistakesError | None = None
    """Why it could not be written; the search goes on all the same."""

    @classmethod
    def of(
        cls,
        path: str | None,
        opened: Opened,
        slack: Mapping[str, float],
        between: tuple[str, str] | None,
    ) -> Resuming:
        """Read what the file knows of a question, if it is there.

        Args:
            path: the file; None if nothing is to be kept.
            opened: the scenario that is asked about.
            slack: by goal, how much worse it may be.
            between: the two goals that are traded, if any are.

        Raises:
            MistakesError: the file holds something else, or cannot be written.
        """
        if path is None:
            return cls()
        text = read_text(path)[1] if Path(path).exists() else ""
        known = _read_known(path, text) if text.strip() else None
        if known is not None:
            _refuse_another_question(path, known, opened, slack, between)
        output = Output(path, read=opened.files, instead_of=text or None)
        output.check()
        return cls(output, known)

    def keep(self, told: Alternatives) -> None:
        """Write what is known by now, whole or not at all."""
        if self.output is None or self.unwritten is not None:
            return
        text = told.model_dump_json() + "\n"
        try:
            self.output.write(text)
        except MistakesError as error:
            self.unwritten = error
        self.output = Output(self.output.path, read=self.output.read, instead_of=text)


def _read_known(path: str, text: str) -> Alternatives:
    try:
        return Alternatives.model_validate_json(text)
    except ValidationError:
        message = f"'{printed_name(path)}' is not what --resume keeps"
        mistake = Mistake(kind="other-kind", message=message, hint=_ANOTHER_FILE)
        raise MistakesError([mistake]) from None


def _refuse_another_question(
    path: str,
    known: Alternatives,
    opened: Opened,
    slack: Mapping[str, float],
    between: tuple[str, str] | None,
) -> None:
    """Refuse what was kept for another scenario, or with other goals."""
    name = f"'{printed_name(path)}'"
    message = ""
    if known.receipt.scenario_sha256 != opened.digest:
        message = f"{name} was kept for another scenario, or for this one before it was changed"
    elif known.receipt.program != __version__:
        message = f"{name} was kept by lifeboat {known.receipt.program}, not by this one"
    elif {it.goal: it.more for it in known.slack} != dict(slack):
        message = f"{name} was kept with other slack"
    elif known.between != (between and traded_names(opened.sourced.scenario, between)):
        message = f"{name} was kept for another trade"
    if message:
        mistake = Mistake(kind="other-question", message=message, hint=_ANOTHER_FILE)
        raise MistakesError([mistake])
