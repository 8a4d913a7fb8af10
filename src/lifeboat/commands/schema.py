"""`lifeboat schema`: the JSON Schema of a document."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer


class Document(StrEnum):
    """A document that has a schema."""

    scenario = "scenario"
    plan = "plan"
    answer = "answer"
    chart = "chart"
    check = "check"
    alternatives = "alternatives"
    days = "days"
    deadlines = "deadlines"
    diff = "diff"
    explain = "explain"
    repair = "repair"
    replan = "replan"
    sweep = "sweep"
    whatif = "whatif"
    why = "why"


DocumentName = Annotated[Document, typer.Argument(help="Of which document.")]


def schema_command(kind: DocumentName = Document.scenario) -> None:
    """Print the JSON Schema of a document, for editors and for programs that read answers."""
    from lifeboat.showing.documents import write_json
    from lifeboat.showing.schemas import schema_json

    write_json(schema_json(kind.value), sys.stdout)
