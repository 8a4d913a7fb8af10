"""JSON documents on standard output: an answer, a check, or the mistakes that prevented both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TextIO

from pydantic import BaseModel, ConfigDict

from lifeboat.errors import Mistake
from lifeboat.plans.answer import Answer, Check
from lifeboat.plans.comparison import Comparison
from lifeboat.plans.differing import Differing
from lifeboat.plans.replanned import Replanned
from lifeboat.plans.swept import Swept


class Mistakes(BaseModel):
    """What `--json` prints in place of an answer: `{"lifeboat_mistakes": 1, "mistakes": [...]}`.

    The same mistakes are told in words on standard error.
    """

    model_config = ConfigDict(frozen=True)

    lifeboat_mistakes: Literal[1] = 1
    """The version of this document."""
    mistakes: tuple[Mistake, ...]


def answer_json(answer: Answer) -> str:
    """An answer as one JSON document, its keys always in the same order."""
    return _document(answer)


def check_json(check: Check) -> str:
    """A check as one JSON document, its keys always in the same order."""
    return _document(check)


def whatif_json(told: Comparison) -> str:
    """A comparison as one JSON document."""
    return _document(told)


def diff_json(told: Differing) -> str:
    """Two plans held against each other as one JSON document."""
    return _document(told)


def replan_json(told: Replanned) -> str:
    """A plan made before, and what becomes of it, as one JSON document."""
    return _document(told)


def sweep_json(told: Swept) -> str:
    """What becomes of the answer as something varies, as one JSON document."""
    return _document(told)


def mistakes_json(mistakes: Sequence[Mistake]) -> str:
    """Mistakes as one JSON document."""
    return _document(Mistakes(mistakes=tuple(mistakes)))


def _document(model: BaseModel) -> str:
    return model.model_dump_json(indent=2) + "\n"


def write_json(text: str, stream: TextIO) -> None:
    """Write a document; JSON is UTF-8, whatever the terminal speaks."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8")
    stream.write(text)
