"""JSON documents on standard output: an answer of any kind, or the mistakes that prevented it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TextIO

from pydantic import BaseModel, ConfigDict

from lifeboat.errors import Mistake


class Mistakes(BaseModel):
    """What `--json` prints in place of an answer: `{"lifeboat_mistakes": 1, "mistakes": [...]}`.

    The same mistakes are told in words on standard error.
    """

    model_config = ConfigDict(frozen=True)

    lifeboat_mistakes: Literal[1] = 1
    """The version of this document."""
    mistakes: tuple[Mistake, ...]


def document(told: BaseModel) -> str:
    """An answer of any kind as one JSON document, its keys always in the same order."""
    return told.model_dump_json(indent=2) + "\n"


def mistakes_json(mistakes: Sequence[Mistake]) -> str:
    """Mistakes as one JSON document."""
    return document(Mistakes(mistakes=tuple(mistakes)))


def write_json(text: str, stream: TextIO) -> None:
    """Write a document as UTF-8, whatever the encoding of the terminal."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8")
    stream.write(text)
