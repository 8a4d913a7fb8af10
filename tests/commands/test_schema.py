"""`lifeboat schema` on the command line."""

from __future__ import annotations

import json

import pytest

from asking import Ask
from lifeboat.commands.schema import Document
from lifeboat.showing.schemas import KINDS


def test_a_schema_is_json(ask: Ask) -> None:
    assert json.loads(ask("schema").out) == json.loads(ask("schema", "scenario").out)
    assert json.loads(ask("schema", "answer").out)["title"] == "An answer of lifeboat solve"


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_has_one(kind: str, ask: Ask) -> None:
    ran = ask("schema", kind)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["type"] == "object"


def test_help_names_every_document() -> None:
    """They are written down twice: help is printed without loading a single model."""
    assert [it.value for it in Document] == list(KINDS)
